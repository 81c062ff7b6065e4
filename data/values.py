"""What a cell must look like to be a value, as SQL over the text of the cell."""

from dataclasses import dataclass, field

from data import numerals
from data.clauses import literal
from data.columns import Column, Kind, Role
from data.dates import DateFormat
from data.numerals import Marks

TYPES = {
    Kind.DATE: "DATE",
    Kind.TIME: "TIMESTAMP",
    Kind.TEXT: "VARCHAR",
    Kind.INTEGER: "BIGINT",
    Kind.NUMBER: "DOUBLE",
    Kind.MONEY: "DECIMAL(18, 4)",
    Kind.FLAG: "BOOLEAN",
}
EXPECTED = {
    Kind.INTEGER: "a whole number",
    Kind.NUMBER: "a number with a decimal point, such as 1234.5",
    Kind.MONEY: "an amount with a decimal point, such as 1234.50",
    Kind.FLAG: "1 or 0, true or false, yes or no",
}
NUMERIC = (Kind.INTEGER, Kind.NUMBER, Kind.MONEY)
PERCENTS = {"%": 1, "fraction": 100}
TRUE, FALSE = ("1", "1.0", "true", "yes"), ("0", "0.0", "false", "no")
FIRST_YEAR, LAST_YEAR = 1900, 2199


@dataclass(frozen=True)
class Style:
    """How one file writes its days and its numbers; `written` where some of its days are in words."""

    days: DateFormat = field(default_factory=DateFormat)
    marks: Marks = field(default_factory=Marks)
    written: bool = False


def value(column: Column, text: str, style: Style, point: str | None = None) -> str:
    """SQL: the typed value of the SQL text `text`; NULL where that is blank or not one.

    `point` is what `pointed` says of it, where that is at hand.
    """
    if column.kind in NUMERIC:
        return _number(column, text, point or pointed(column, text, style), style.marks)
    if column.kind in (Kind.DATE, Kind.TIME):
        return _moment(column.kind, text, style.days)
    if column.kind is Kind.FLAG:
        return f"CASE WHEN lower({text}) IN {TRUE} THEN true WHEN lower({text}) IN {FALSE} THEN false END"
    return text


def fault(column: Column, text: str, value: str, style: Style, besides: str = "") -> str:
    """SQL: what was expected of the SQL text `text`, read as the SQL `value`; NULL where nothing is wrong with it.

    `besides` is what a value takes besides its text.
    """
    whens = [f"WHEN {text} IS NULL THEN {literal('a value') if needed(column) else 'NULL'}"]
    if column.kind is not Kind.TEXT:
        whens.append(f"WHEN {value} IS NULL THEN {literal(_expected(column, style) + besides)}")
    if column.low is not None or column.high is not None:
        whens.append(f"WHEN NOT ({_within(column, value)}) THEN {literal(_bounds(column))}")
    return f"CASE {' '.join(whens)} END"


def needed(column: Column) -> bool:
    """Whether a row without this value is no row: keys and required dimensions; all else may be not reported."""
    return column.required and column.role in (Role.KEY, Role.DIMENSION)


def pointed(column: Column, text: str, style: Style) -> str:
    """SQL: the SQL text `text` of a number as `value` reads it."""
    return numerals.pointed(text, column.kind is Kind.MONEY, style.marks)


def _number(column: Column, text: str, point: str, marks: Marks) -> str:
    said = numerals.number(point, TYPES[column.kind], marks, whole=column.kind is Kind.INTEGER)
    if column.kind is not Kind.NUMBER:
        return said
    number = f"nullif(nullif({said}, 'infinity'), '-infinity')"
    if column.unit not in PERCENTS:
        return number
    share = numerals.number(f"rtrim({point}, ' ,%')", TYPES[column.kind], marks)
    return f"CASE WHEN ends_with({text}, '%') THEN {share} / {PERCENTS[column.unit]} ELSE {number} END"


def _moment(kind: Kind, text: str, days: DateFormat) -> str:
    patterns = ", ".join(literal(pattern) for pattern in days.patterns)
    moment = f"try_strptime({text}, [{patterns}])"
    sane = f"year({moment}) BETWEEN {FIRST_YEAR} AND {LAST_YEAR}"
    return f"CASE WHEN regexp_full_match({text}, '{days.shape}') AND {sane} THEN {moment}::{TYPES[kind]} END"


def _expected(column: Column, style: Style) -> str:
    if column.kind in (Kind.DATE, Kind.TIME):
        return f"a {column.kind}, {style.days}"
    expected = EXPECTED[column.kind]
    return expected.replace("point", "comma").replace("4.5", "4,5") if style.marks.comma else expected


def _within(column: Column, value: str) -> str:
    bounds = [f"{value} >= {column.low}"] if column.low is not None else []
    return " AND ".join(bounds + ([f"{value} <= {column.high}"] if column.high is not None else []))


def _bounds(column: Column) -> str:
    if column.high is None:
        return f"at least {column.low:g}"
    return f"at most {column.high:g}" if column.low is None else f"from {column.low:g} to {column.high:g}"

"""What a cell must look like to be a value, as SQL over the text of the cell."""

from dataclasses import dataclass, field

from data.clauses import literal
from data.dates import DateFormat
from data.tables import Column, Kind, Role

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
GROUPED = r"[1-9]\d{0,2}(,\d{3})+|[1-9]\d?(,\d{2})+,\d{3}"
WHOLE = rf"[+-]?(\d+|{GROUPED})(\.0{{1,2}})?"
DECIMAL = rf"[+-]?((\d+|{GROUPED})(\.\d*)?|\.\d+)([eE][+-]?\d{{1,2}})?"
DOUBTFUL = r"[+-]?[1-9]\d{0,2}[.,]\d{3}"
DECIMAL_COMMA = r"[+-]?(\d[\d.]*,\d+|\d{1,3}(\.\d{3}){2,})"
TRUE, FALSE = ("1", "1.0", "true", "yes"), ("0", "0.0", "false", "no")
FIRST_YEAR, LAST_YEAR = 1900, 2199


@dataclass(frozen=True)
class Style:
    """How one file writes: its days, and whether some number in it has a decimal comma, so that 1,234 is in doubt."""

    days: DateFormat = field(default_factory=DateFormat)
    decimal_comma: bool = False


def value(column: Column, text: str, style: Style) -> str:
    """SQL: the typed value of the SQL text `text`; NULL where that is blank or not one."""
    if column.kind in NUMERIC:
        return _number(column.kind, text, style)
    if column.kind in (Kind.DATE, Kind.TIME):
        return _moment(column.kind, text, style.days)
    if column.kind is Kind.FLAG:
        return f"CASE WHEN lower({text}) IN {TRUE} THEN true WHEN lower({text}) IN {FALSE} THEN false END"
    return text


def fault(column: Column, text: str, value: str, style: Style) -> str:
    """SQL: what was expected of the SQL text `text`, read as the SQL `value`; NULL where nothing is wrong with it."""
    whens = [f"WHEN {text} IS NULL THEN {literal('a value') if needed(column) else 'NULL'}"]
    if column.kind is not Kind.TEXT:
        whens.append(f"WHEN {value} IS NULL THEN {literal(_expected(column, style))}")
    if column.low is not None or column.high is not None:
        whens.append(f"WHEN NOT ({_within(column, value)}) THEN {literal(_bounds(column))}")
    return f"CASE {' '.join(whens)} END"


def needed(column: Column) -> bool:
    """Whether a row without this value is no row: keys and required dimensions; all else may be not reported."""
    return column.required and column.role in (Role.KEY, Role.DIMENSION)


def decimal_comma(text: str, delimiter: str) -> str:
    """SQL: whether the SQL text `text` shows a decimal comma; between semicolons any comma counts as one."""
    if delimiter == ";":
        return f"contains({text}, ',')"
    shown = f"regexp_full_match({text}, '{DECIMAL_COMMA}')"
    return f"CASE WHEN {shown} THEN NOT regexp_full_match({text}, '{DECIMAL}') ELSE false END"


def _number(kind: Kind, text: str, style: Style) -> str:
    pattern = WHOLE if kind is Kind.INTEGER else DECIMAL
    fits = f"regexp_full_match({text}, '{pattern}')"
    if style.decimal_comma:
        fits += f" AND NOT regexp_full_match({text}, '{DOUBTFUL}')"
    number = f"TRY_CAST(replace({text}, ',', '') AS {TYPES[kind]})"
    if kind is Kind.NUMBER:
        number = f"CASE WHEN isfinite({number}) THEN {number} END"
    return f"CASE WHEN {fits} THEN {number} END"


def _moment(kind: Kind, text: str, days: DateFormat) -> str:
    patterns = ", ".join(literal(pattern) for pattern in days.patterns)
    moment = f"try_strptime({text}, [{patterns}])"
    sane = f"year({moment}) BETWEEN {FIRST_YEAR} AND {LAST_YEAR}"
    return f"CASE WHEN regexp_full_match({text}, '{days.shape}') AND {sane} THEN {moment}::{TYPES[kind]} END"


def _expected(column: Column, style: Style) -> str:
    if column.kind in (Kind.DATE, Kind.TIME):
        return f"a {column.kind}, {style.days}"
    return EXPECTED[column.kind]


def _within(column: Column, value: str) -> str:
    bounds = [f"{value} >= {column.low}"] if column.low is not None else []
    return " AND ".join(bounds + ([f"{value} <= {column.high}"] if column.high is not None else []))


def _bounds(column: Column) -> str:
    if column.high is None:
        return f"at least {column.low:g}"
    return f"at most {column.high:g}" if column.low is None else f"from {column.low:g} to {column.high:g}"

"""Which currency the amounts of a file are in, why, and what they are multiplied with."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import duckdb

from analytics.wording import listed
from data import currencies, numerals
from data.clauses import literal, select
from data.columns import Kind
from data.dataset import NAME, DataSet, Mapped
from data.exports import CURRENCY
from data.problem import Problem, Unusable
from data.rates import Rate
from data.report import Conflict, FileReport
from data.screen import Screen

ONE = "amounts in one currency"
RATED = f"{ONE}, or rates in {NAME}"
BY_DAY, TABLE = '{ "2025-01-01" = 0, "2025-02-01" = 0 }', '"rates.csv"'
MOST_CODES = 20


@dataclass(frozen=True)
class Money:
    """The currency of a file's amounts once loaded, what they are multiplied with as SQL, and why."""

    currency: str
    rate: str = ""
    decision: str = ""


def decide(
    con: duckdb.DuckDBPyConnection, screen: Screen, dataset: DataSet, mapped: Mapped | None, setting: str
) -> Money | None:
    """The currency of a file: its column, heading and values say it, or else its source, the data set, the setting.

    Raises Unusable where they say several, or one that the data set has no rate for. None where it has no amounts.
    """
    if not any(field.column.kind is Kind.MONEY for field in screen.loaded):
        return None
    tokens = _tokens(con, screen)
    codes, why = _said(con, screen, mapped, tokens, dataset.currency or setting)
    if not codes:
        codes, why = _otherwise(dataset, mapped, setting)
    _refuse_symbols(tokens, codes)
    if dataset.currency is None:
        if len(codes) > 1:
            raise Unusable(Problem(None, None, _either(codes[0], codes[1:]), f"{listed(codes)}, as {why}"))
        return Money(codes[0], "", f"amounts: {codes[0]}, as {why}")
    return _converted(screen, codes, why, dataset.currency, dataset.rates)


def apart(table: str, files: Iterable[FileReport]) -> Conflict:
    """The conflict of files in several currencies, with the lines that make them one data set in that of most rows."""
    rows, first = Counter[str](), dict[str, str]()
    for file in files:
        code = file.currency or ""
        rows[code] += file.rows_loaded
        first.setdefault(code, file.file)
    own = rows.most_common(1)[0][0]
    others = [code for code in first if code != own]
    return Conflict(table, tuple(first.values()), RATED, listed([*first]), tuple(_lines(own, others)))


def _either(own: str, others: Sequence[str]) -> str:
    """What was expected of amounts in several currencies."""
    return f'{RATED}: currency = "{own}", and below [rates] what one {" and one ".join(others)} is worth in it'


def _lines(own: str, others: Sequence[str]) -> Iterator[str]:
    """What to write into dataset.toml for amounts in several currencies; a rate of 0 is refused until it is mended."""
    yield f'currency = "{own}"'
    yield f"[rates]  # what one unit is worth in {own}, or by day {BY_DAY}, or a file of day,rate {TABLE}"
    yield from (f"{code} = 0" for code in others)


def _said(
    con: duckdb.DuckDBPyConnection, screen: Screen, mapped: Mapped | None, tokens: Sequence[str], likely: str
) -> tuple[list[str], str]:
    """What the file itself says, which its source must not contradict."""
    ways = {
        "the headings say": [screen.match.currency] if screen.match.currency else [],
        f"its column {_column(screen)} says": list(_column_codes(con, screen)),
        "the values say": list(_value_codes(tokens)) if not (mapped and mapped.currency) else [],
    }
    found = {why: codes for why, codes in ways.items() if codes}
    if not found:
        return [], ""
    first, codes = next(iter(found.items()))
    for why, others in found.items():
        if not all(any(currencies.same(other, code) for code in codes) for other in others):
            raise Unusable(Problem(None, None, ONE, f"{', '.join(codes)} as {first}, {', '.join(others)} as {why}"))
    if mapped and mapped.currency and codes != [mapped.currency]:
        raise Unusable(Problem(None, None, f"amounts in {mapped.currency}, as dataset.toml says", ", ".join(codes)))
    return [currencies.meant(code, likely) for code in codes], first


def _otherwise(dataset: DataSet, mapped: Mapped | None, setting: str) -> tuple[list[str], str]:
    if mapped and mapped.currency:
        return [mapped.currency], "dataset.toml says of its source"
    if dataset.currency:
        return [dataset.currency], "dataset.toml says, for the file names none"
    return [setting], "set, for the headings name none"


def _column(screen: Screen) -> str:
    field = screen.match.aside.get(CURRENCY)
    return field.heading if field else ""


def _column_codes(con: duckdb.DuckDBPyConnection, screen: Screen) -> Iterator[str]:
    field = screen.match.aside.get(CURRENCY)
    if field is None:
        return
    asked = select([f"t{field.index}", "min(line)"], screen.texts, f"WHERE skipped IS NULL GROUP BY t{field.index}")
    for cell, line in con.execute(f"{asked} ORDER BY 2 LIMIT {MOST_CODES}").fetchall():
        code = currencies.code(cell) if cell else None
        if cell and code is None:
            raise Unusable(Problem(line, field.heading, "a currency code such as INR", cell))
        if code:
            yield code


def _tokens(con: duckdb.DuckDBPyConnection, screen: Screen) -> list[str]:
    amounts = [field for field in screen.loaded if field.column.kind is Kind.MONEY and not field.kinds]
    if not amounts or screen.style.marks.plain:
        return []
    each = [select([f"{numerals.currency(f'c{field.index}')} AS token"], screen.rows.sql) for field in amounts]
    found = select(["DISTINCT token"], " UNION ALL ".join(each), f"WHERE token <> '' LIMIT {MOST_CODES}")
    return sorted(token for (token,) in con.execute(found).fetchall())


def _value_codes(tokens: Sequence[str]) -> Iterator[str]:
    """The symbols and codes that stand beside amounts; what is none of them is no amount, and rejected as such."""
    seen = set()
    for token in tokens:
        code = currencies.code(token)
        if code and code not in seen:
            seen.add(code)
            yield token if token in currencies.SHARED else code


def _refuse_symbols(tokens: Sequence[str], codes: Sequence[str]) -> None:
    """Refuse a symbol of several currencies where nothing says which of them is meant."""
    for token in tokens:
        shared = currencies.SHARED.get(token.strip(" .").upper())
        if shared and currencies.code(token) is None and not shared & set(codes):
            raise Unusable(Problem(None, None, "the currency of the amounts, in dataset.toml", token))


def _converted(screen: Screen, codes: list[str], why: str, own: str, rates: Mapping[str, Rate]) -> Money:
    missing = [code for code in codes if code != own and code not in rates]
    if missing:
        found = f"{', '.join(missing)}, as {why}"
        raise Unusable(Problem(None, None, _either(own, missing), found))
    if codes == [own]:
        return Money(own, "", f"amounts: {own}, as {why}")
    day = _day(screen)
    each = {code: "1" if code == own else _rate(rates[code], day) for code in codes}
    field = screen.match.aside.get(CURRENCY)
    whens = " ".join(f"WHEN '{code}' THEN {rate}" for code, rate in each.items())
    rate = f"CASE upper(t{field.index}) {whens} END" if field and len(codes) > 1 else each[codes[0]]
    converted = " and ".join(f"{code} {_shown(rates[code])}" for code in codes if code != own)
    return Money(own, rate, f"amounts: converted to {own} from {converted}, as dataset.toml says")


def _day(screen: Screen) -> str:
    for name in ("date", "ends"):
        field = screen.match.field(name)
        if field:
            return f"v{field.index}"
        if name in screen.match.given:
            return f"DATE {literal(screen.match.given[name])}"
    return "NULL"


def _rate(rate: Rate, day: str) -> str:
    if list(rate) == [date.min]:
        return str(rate[date.min])
    whens = " ".join(f"WHEN {day} >= DATE '{since}' THEN {rate[since]}" for since in sorted(rate, reverse=True))
    return f"CASE {whens} END"


def _shown(rate: Rate) -> str:
    if len(rate) == 1:
        return f"at {next(iter(rate.values()))}"
    return f"at {len(rate)} rates from {min(rate)} to {max(rate)}"

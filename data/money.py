"""Which currency the amounts of a file are in, why, and what they are multiplied with."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import duckdb

from analytics.wording import listed
from data.clauses import literal
from data.columns import Kind
from data.dataset import NAME, DataSet, Mapped
from data.exports import CURRENCY
from data.named_currency import ONE, named, refuse_symbols, tokens_of
from data.problem import Problem, Unusable
from data.rates import Rate
from data.report import Conflict, FileReport
from data.screen import Screen

RATED = f"{ONE}, or rates in {NAME}"
BY_DAY, TABLE = '{ "2025-01-01" = 0, "2025-02-01" = 0 }', '"rates.csv"'


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
    tokens = tokens_of(con, screen)
    codes, why = named(con, screen, mapped, tokens, dataset.currency or setting)
    if not codes:
        codes, why = _otherwise(dataset, mapped, setting)
    refuse_symbols(tokens, codes)
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


def _otherwise(dataset: DataSet, mapped: Mapped | None, setting: str) -> tuple[list[str], str]:
    if mapped and mapped.currency:
        return [mapped.currency], "dataset.toml says of its source"
    if dataset.currency:
        return [dataset.currency], "dataset.toml says, for the file names none"
    return [setting], "set, for the headings name none"


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

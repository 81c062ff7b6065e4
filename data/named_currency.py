"""Which currency a file itself names: its headings, a column of it, or what stands beside its amounts."""

from collections.abc import Iterator, Sequence

import duckdb

from data import currencies, numerals
from data.clauses import select
from data.columns import Kind
from data.dataset import Mapped
from data.exports import CURRENCY
from data.problem import Problem, Unusable
from data.screen import Screen

ONE = "amounts in one currency"
MOST_CODES = 20


def named(
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


def tokens_of(con: duckdb.DuckDBPyConnection, screen: Screen) -> list[str]:
    """What stands beside amounts and is no part of a number."""
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


def refuse_symbols(tokens: Sequence[str], codes: Sequence[str]) -> None:
    """Refuse a symbol of several currencies where nothing says which of them is meant."""
    for token in tokens:
        shared = currencies.SHARED.get(token.strip(" .").upper())
        if shared and currencies.code(token) is None and not shared & set(codes):
            raise Unusable(Problem(None, None, "the currency of the amounts, in dataset.toml", token))

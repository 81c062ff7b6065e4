"""The totals that an export carries, set beside what was loaded from it."""

from collections.abc import Mapping, Sequence

import duckdb

from data.clauses import literal, select
from data.columns import Kind, Role
from data.screen import Screen
from data.skipping import NAMELESS, TOTAL

MOST_TOTALS = 100
HALF_A_CENT = 0.005
EXACT = 1e-9


def compared(con: duckdb.DuckDBPyConnection, screen: Screen, loaded: Mapping[str, float | None], rows: int) -> str:
    """Which of the totals in a file is the sum of the rows loaded, or by how much the largest misses; empty if none.

    Each row may be rounded to a cent, so amounts may differ by half a cent a row.
    """
    measures = [each for each in screen.loaded if each.column.role is Role.MEASURE]
    values = [f"v{each.index}::DOUBLE" for each in measures]
    only = f"WHERE skipped IN ({literal(TOTAL)}, {literal(NAMELESS)}) ORDER BY line LIMIT {MOST_TOTALS}"
    found = con.execute(select(["line", *values], screen.read, only)).fetchall()
    names = [each.column.name for each in measures]
    slack = [HALF_A_CENT * rows * (each.column.kind is not Kind.INTEGER) for each in measures]
    totals = [(line, _misses(dict(zip(names, said, strict=True)), loaded, slack)) for line, *said in found]
    return _said([(line, misses) for line, misses in totals if misses is not None])


def _misses(
    said: Mapping[str, float | None], loaded: Mapping[str, float | None], slack: Sequence[float]
) -> list[str] | None:
    """What a total says otherwise than what was loaded; None where they have no figure in common."""
    both = [
        (name, total, sum_, close)
        for (name, total), close in zip(said.items(), slack, strict=True)
        if total and (sum_ := loaded.get(name)) is not None
    ]
    far = [(name, total, sum_) for name, total, sum_, close in both if abs(total - sum_) > close + EXACT * abs(sum_)]
    return [f"{name} {total:,.2f}, loaded {sum_:,.2f}" for name, total, sum_ in far] if both else None


def _said(totals: Sequence[tuple[int, list[str]]]) -> str:
    if not totals:
        return ""
    agreeing = next((line for line, misses in totals if not misses), None)
    if agreeing is not None:
        return f"own totals: line {agreeing:,} is the sum of the rows loaded"
    line, misses = min(totals, key=lambda total: len(total[1]))
    return f"own totals: none is the sum of the rows loaded; line {line:,} says {'; '.join(misses)}"

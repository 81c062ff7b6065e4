"""What is told of a file that was read: what is wrong with its rows, and how it was understood."""

from collections.abc import Iterator, Sequence
from itertools import islice

import duckdb

from data.dataset import NAME
from data.heading import Heading
from data.problem import Problem
from data.report import MOST_PROBLEMS
from data.screen import Screen

LONGEST_FOUND = 100
SEPARATORS = {";": "semicolons", "\t": "tabs"}


def layout(first: Heading) -> str:
    """Where the headings are and what separates cells, where that is not what a CSV file begins with."""
    said = [f"headings: line {first.line:,}, below what is passed over"] if first.above else []
    return "; ".join(
        said + ([f"cells separated by {SEPARATORS[first.delimiter]}"] if first.delimiter in SEPARATORS else [])
    )


def problems(con: duckdb.DuckDBPyConnection, screen: Screen, lost: int) -> tuple[Problem, ...]:
    """The first problems of the rejected rows, in the order of their lines."""
    if not lost:
        return ()
    found = con.execute(f"{screen.bad} LIMIT {MOST_PROBLEMS}")
    cells = (problem for row in iter(found.fetchone, None) for problem in _wrong(screen, *row))
    both = sorted([*screen.rows.problems, *islice(cells, MOST_PROBLEMS)], key=lambda problem: problem.line or 0)
    return tuple(both[:MOST_PROBLEMS])


def refusal(lost: int, rows: int, most: float) -> str | None:
    """Why a file that loses so many of its rows is refused; None where it is not."""
    if lost <= most * rows:
        return None
    return f"{lost:,} of {rows:,} rows would be lost; at most {most:.0%} may be (most_rejected in {NAME})"


def _wrong(screen: Screen, line: int, expected: list[str | None], found: list[str | None]) -> Iterator[Problem]:
    for field, wanted, cell in zip(screen.loaded, expected, found, strict=True):
        if wanted:
            yield Problem(line, field.heading, wanted, _shown(cell))


def _shown(cell: str | None) -> str:
    if cell is None:
        return "a blank cell"
    return cell if len(cell) <= LONGEST_FOUND else cell[:LONGEST_FOUND] + "…"


def decisions(screen: Screen, skips: Sequence[tuple[str, int, int, int]], lost: int) -> Iterator[str]:
    """What each total is read from, what was skipped, not reported, not used and left out of the problems."""
    for reason, many, first, last in skips:
        where = f"line {first:,}" if many == 1 else f"lines {first:,} to {last:,}"
        rows = "row is" if many == 1 else "rows are"
        yield f"skipped: {many:,} {rows} {reason} ({where})"
    totals = {name: screen.match.field(name) for name in screen.match.table.totals if screen.match.form}
    read = [f"{name} from {field.heading}" for name, field in totals.items() if field]
    if read:
        yield f"read: {', '.join(read)}"
    absent = [name for name, field in totals.items() if not field]
    if absent:
        yield f"not reported: {', '.join(absent)}"
    if screen.match.unknown:
        yield f"columns not used: {', '.join(screen.match.unknown)}"
    if lost > MOST_PROBLEMS:
        yield f"problems: {lost:,} rows were rejected, the first {MOST_PROBLEMS:,} problems are listed"

"""A file as a table of text, each row with its physical line, in memory that does not grow with the file.

A plain file DuckDB reads as it is: one record a line, so that the line follows from the record. Any other file goes
through Python's csv module, which knows the line of each record, into a copy that has the lines in its first column.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import duckdb

from data.clauses import literal, select_from
from data.heading import BLANKS, Heading
from data.problem import Problem, Unusable
from data.report import MOST_PROBLEMS
from data.texts import LONGEST_LINE, Text
from data.totals import is_total

LONGEST_RECORD = 4 * LONGEST_LINE
HELD, RAGGED = "held", "ragged.csv"
MOST_LABELS = 3


@dataclass(frozen=True)
class Misfit:
    """A record that does not fit the headings."""

    problem: Problem
    cells: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rows:
    """The records below the heading, held as text; `rejected` counts those whose cells do not fit the headings.

    Those are not held but stand in `ragged`, as line, reason and cells. `line` is the SQL of a held row's line.
    """

    width: int
    line: str
    count: int
    delimiter: str = ","
    rejected: int = 0
    problems: tuple[Problem, ...] = ()
    ragged: Path | None = None

    @property
    def sql(self) -> str:
        """A SELECT of line, c0, c1, … as trimmed text, where an empty cell is NULL."""
        return select_from([f"{self.line} AS line", *_cells(self.width)], HELD)


def rows(con: duckdb.DuckDBPyConnection, text: Text, first: Heading, copy: Path) -> Rows:
    """Hold the records of a text below its heading; a copy, where one is needed, is written to `copy`."""
    width, expected = len(first.cells), text.lines - first.line
    try:
        _hold(con, text.path, _cells(width), f"delim = '{first.delimiter}', skip = {first.line}")
        if _count(con) == expected:
            return Rows(width, f"rowid + {first.line + 1}", expected, first.delimiter)
    except duckdb.InvalidInputException:
        pass
    copied = _copied(text.path, first, copy)
    _hold(con, copy, _cells(width), "delim = ',', new_line = '\\n'", numbered=True)
    return copied


def _cells(width: int) -> list[str]:
    return [f"c{place}" for place in range(width)]


def _hold(con: duckdb.DuckDBPyConnection, path: Path, cells: list[str], form: str, *, numbered: bool = False) -> None:
    types = ["'line': 'BIGINT'"] * numbered + [f"'{cell}': 'VARCHAR'" for cell in cells]
    options = (
        f"auto_detect = false, header = false, quote = '\"', escape = '\"', compression = 'none', "
        f"max_line_size = {LONGEST_RECORD}, buffer_size = {2 * LONGEST_RECORD}, "
        f"columns = {{{', '.join(types)}}}, {form}"
    )
    trimmed = [f"nullif({_trimmed(cell)}, '') AS {cell}" for cell in cells]
    exact = re.sub(r"([*?[])", r"[\1]", str(path))
    source = f"read_csv({literal(exact)}, {options})"
    con.execute(f"CREATE OR REPLACE TEMP TABLE {HELD} AS {select_from(['line'] * numbered + trimmed, source)}")


def _trimmed(cell: str) -> str:
    """SQL: the cell without blanks around it; most have none, and to see that is three times as fast as to trim."""
    edges = literal(f"^[{BLANKS}]|[{BLANKS}]$")
    return f"CASE WHEN regexp_matches({cell}, {edges}) THEN trim({cell}, {literal(BLANKS)}) ELSE {cell} END"


def _count(con: duckdb.DuckDBPyConnection) -> int:
    found = con.execute(select_from(["count(*)"], HELD)).fetchone()
    return int(found[0]) if found else 0


def _copied(path: Path, first: Heading, copy: Path) -> Rows:
    count, rejected, problems, ragged = 0, 0, [], copy.with_name(RAGGED)
    with (
        path.open(encoding="utf-8-sig", newline="") as file,
        copy.open("w", encoding="utf-8", newline="") as plain,
        ragged.open("w", encoding="utf-8", newline="") as left,
    ):
        good, bad = (csv.writer(kept, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC) for kept in (plain, left))
        for line, record in _parsed(file, first):
            if not isinstance(record, Misfit):
                count += 1
                good.writerow((line, *record))
                continue
            rejected += 1
            bad.writerow((line, record.problem.expected, *record.cells))
            if rejected <= MOST_PROBLEMS:
                problems.append(record.problem)
    left_over = ragged if rejected else None
    return Rows(len(first.cells), "line", count, first.delimiter, rejected, tuple(problems), left_over)


def _parsed(file: TextIO, first: Heading) -> Iterator[tuple[int, list[str] | Misfit]]:
    """Each record below the heading with the line it starts on, or what keeps it from being one."""
    for _ in range(first.line):
        file.readline()
    reader = csv.reader(file, delimiter=first.delimiter, strict=True, skipinitialspace=True)
    while True:
        start, before = first.line + reader.line_num + 1, reader.line_num
        try:
            yield start, _fitted(next(reader), len(first.cells), start, reader.line_num - before)
        except StopIteration:
            return
        except csv.Error as error:
            if reader.line_num - before > 1:
                end = first.line + reader.line_num
                raise Unusable(Problem(start, None, "a closing quote", f"{error}, by line {end:,}")) from None
            yield start, Misfit(Problem(start, None, "quotes around a whole cell", str(error)))


def _fitted(cells: list[str], width: int, line: int, lines: int) -> list[str] | Misfit:
    """The cells of a record, one per heading; empty ones beyond the last heading do no harm, nor a short totals row."""
    if lines == 1 and len(cells) == width:
        return cells
    if sum(map(len, cells)) > LONGEST_LINE // 2:
        return Misfit(Problem(line, None, f"a row of at most {LONGEST_LINE // 2:,} characters", f"{lines:,} lines"))
    filled = next((place for place in range(len(cells), 0, -1) if cells[place - 1].strip(BLANKS)), 0)
    short = len(cells) < width and not any(is_total(cell.strip(BLANKS)) for cell in cells[:MOST_LABELS])
    if filled and (short or filled > width):
        extent = f" on {lines:,} lines" if lines > 1 else ""
        found = f"{len(cells)} cell{'s' * (len(cells) > 1)}{extent}"
        return Misfit(Problem(line, None, f"{width} cells", found), tuple(cells))
    return (cells + [""] * width)[:width]

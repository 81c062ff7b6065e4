"""A file as rows of text that DuckDB reads as often as asked, each with its physical line, in constant memory.

A plain file DuckDB reads as it is: one record a line, so that line = record + 1. Any other file goes through Python's
csv module, which knows the line of each record, into a plain copy that carries the lines in its first column.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import duckdb

from data.clauses import select, select_from
from data.heading import BLANKS, LONGEST_LINE, Heading
from data.report import MOST_PROBLEMS, Problem, Unusable

CHUNK = 1_000_000
LONGEST_RECORD = 4 * LONGEST_LINE


@dataclass(frozen=True)
class Rows:
    """The records below the heading; `rejected` counts those whose cells do not fit the headings (none in `path`)."""

    path: Path
    width: int
    delimiter: str = ","
    numbered: bool = False
    count: int = 0
    rejected: int = 0
    problems: tuple[Problem, ...] = ()

    @property
    def sql(self) -> str:
        """A SELECT of line, c0, c1, … as text, where an empty cell is NULL; binds $path."""
        cells = [f"c{index}" for index in range(self.width)]
        types = ["'line': 'BIGINT'"] * self.numbered + [f"'{cell}': 'VARCHAR'" for cell in cells]
        line = "line" if self.numbered else "row_number() OVER () + 1 AS line"
        copied = ", new_line = '\\n'" if self.numbered else ""
        options = (
            f"auto_detect = false, header = {not self.numbered}, delim = '{self.delimiter}', quote = '\"', "
            f"escape = '\"', compression = 'none', max_line_size = {LONGEST_RECORD}, "
            f"buffer_size = {2 * LONGEST_RECORD}, "
            f"columns = {{{', '.join(types)}}}{copied}"
        )
        return select_from([line, *cells], f"read_csv($path, {options})")

    @property
    def bound(self) -> dict[str, object]:
        """What `sql` binds: the path, in which nothing is a wildcard."""
        return {"path": re.sub(r"([*?\[])", r"[\1]", str(self.path))}


def rows(con: duckdb.DuckDBPyConnection, path: Path, first: Heading, copy: Path) -> Rows:
    """The records of a file below its heading; a plain copy, where one is needed, is written to `copy`."""
    lines = _checked_lines(path)
    plain = Rows(path, len(first.cells), first.delimiter, count=lines - 1)
    if first.line == 1 and _records(con, plain) == plain.count:
        return plain
    return _copied(path, first, copy)


def _checked_lines(path: Path) -> int:
    """Count the physical lines of a file, having refused what is not text."""
    lines, last = 0, b"\n"
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            chunk += file.readline(LONGEST_LINE + 1)
            _refuse_damage(chunk, lines + 1)
            lines += chunk.count(b"\n")
            last = chunk[-1:]
    return lines + (last != b"\n")


def _refuse_damage(chunk: bytes, line: int) -> None:
    """Raise Unusable for what no text file holds, in whole lines of which the first is `line`."""
    if b"\0" in chunk:
        at = line + chunk[: chunk.index(b"\0")].count(b"\n")
        raise Unusable(Problem(at, None, "text", "a NUL byte, as in a binary or damaged file"))
    if len(chunk) - chunk.rfind(b"\n") - 1 > LONGEST_LINE:
        at = line + chunk.count(b"\n")
        raise Unusable(Problem(at, None, f"lines of at most {LONGEST_LINE:,} bytes", "a longer one"))
    try:
        chunk.decode("utf-8")
    except UnicodeDecodeError as error:
        at = line + chunk[: error.start].count(b"\n")
        raise Unusable(Problem(at, None, "UTF-8 text", f"the byte 0x{chunk[error.start]:02X}")) from None


def _records(con: duckdb.DuckDBPyConnection, plain: Rows) -> int | None:
    """How many records DuckDB finds; None where one of them does not fit the headings."""
    try:
        counted = select(["count(*)", f"count(c{plain.width - 1})"], plain.sql)
        found = con.execute(counted, plain.bound).fetchone()
    except duckdb.InvalidInputException:
        return None
    return int(found[0]) if found else None


def _copied(path: Path, first: Heading, copy: Path) -> Rows:
    count, rejected, problems = 0, 0, []
    with path.open(encoding="utf-8-sig", newline="") as file, copy.open("w", encoding="utf-8", newline="") as plain:
        writer = csv.writer(plain, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
        for line, record in _parsed(file, first):
            if not isinstance(record, Problem):
                count += 1
                writer.writerow((line, *record))
                continue
            rejected += 1
            if rejected <= MOST_PROBLEMS:
                problems.append(record)
    return Rows(copy, len(first.cells), ",", True, count, rejected, tuple(problems))


def _parsed(file: TextIO, first: Heading) -> Iterator[tuple[int, list[str] | Problem]]:
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
            yield start, Problem(start, None, "quotes around a whole cell", str(error))


def _fitted(cells: list[str], width: int, line: int, lines: int) -> list[str] | Problem:
    """The cells of a record, one per heading; empty ones beyond the last heading do no harm."""
    if lines == 1 and len(cells) == width:
        return cells
    if sum(map(len, cells)) > LONGEST_LINE // 2:
        return Problem(line, None, f"a row of at most {LONGEST_LINE // 2:,} characters", f"{lines:,} lines")
    filled = next((place for place in range(len(cells), 0, -1) if cells[place - 1].strip(BLANKS)), 0)
    if filled and (len(cells) < width or filled > width):
        extent = f" on {lines:,} lines" if lines > 1 else ""
        return Problem(line, None, f"{width} cells", f"{len(cells)} cell{'s' * (len(cells) > 1)}{extent}")
    return (cells + [""] * width)[:width]

"""A sheet of an XLSX workbook, of those that are not hidden, as CSV text with a line for each of its rows.

openpyxl reads it row by row, in memory that does not grow with the sheet. Formulas are not computed: the value that was
saved with them counts.
"""

import csv
import re
import warnings
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from data.packages import SIGNATURE, refuse_bombs, unlike
from data.problem import Problem, Unusable

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

__all__ = ["SIGNATURE", "Sheet", "copied"]

LAST_ROW, MOST_COLUMNS = 1_048_576, 1_000
LARGEST_EXACT = 1e15
HALF_A_SECOND = timedelta(milliseconds=500)
BREAK = re.compile(r"\s*[\r\n]+\s*")


@dataclass(frozen=True)
class Sheet:
    """A sheet written as CSV, which one of the workbook it is, and how many there are."""

    path: Path
    decision: str
    of: int


def copied(path: Path, copy: Path, place: int = 0) -> Sheet:
    """Write a visible sheet of a workbook, by its place, to `copy`; raises Unusable where it cannot be trusted."""
    try:
        refuse_bombs(path)
        with closing(_opened(path)) as book:
            return _copied(book, copy, place)
    except (Unusable, OSError, MemoryError):
        raise
    # What openpyxl raises at a damaged part is whatever its code runs into there.
    except Exception as error:
        raise unlike("a zip archive that is damaged, locked or not a workbook") from error


def _opened(path: Path) -> "Workbook":
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(path, read_only=True, data_only=True, keep_links=False)


def _copied(book: "Workbook", copy: Path, place: int) -> Sheet:
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if place >= len(sheets):
        raise unlike("a workbook without a visible sheet of cells")
    sheet = sheets[place]
    # Many exports say a size that is not theirs, and rows beyond it would be lost.
    sheet.reset_dimensions()
    with copy.open("w", encoding="utf-8", newline="") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        csv.writer(file, lineterminator="\n").writerows(_rows(sheet.iter_rows(values_only=True)))
    others = f"; {len(sheets) - 1} more not read" if len(sheets) > 1 else ""
    return Sheet(copy, f"workbook: sheet {sheet.title!r}{others}", len(sheets))


def _rows(rows: Iterator[tuple[object, ...]]) -> Iterator[list[str]]:
    """The rows as text, each up to its last cell that is not empty, and all up to the last row that has one."""
    blank = 0
    for line, row in enumerate(rows, start=1):
        filled = next((place for place in range(len(row), 0, -1) if row[place - 1] is not None), 0)
        if line > LAST_ROW or filled > MOST_COLUMNS:
            raise Unusable(Problem(line, None, f"at most {LAST_ROW:,} rows of {MOST_COLUMNS:,} columns", "more"))
        if not filled:
            blank += 1
            continue
        yield from ([] for _ in range(blank))
        yield [_text(cell) for cell in row[:filled]]
        blank = 0


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < LARGEST_EXACT else repr(cell)
    if isinstance(cell, datetime):
        return _moment(cell)
    return BREAK.sub(" ", str(cell))


def _moment(cell: datetime) -> str:
    return f"{cell:%Y-%m-%d}" if cell.time() == time() else f"{cell + HALF_A_SECOND:%Y-%m-%d %H:%M:%S}"

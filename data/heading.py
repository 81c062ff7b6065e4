"""The headings of a file, and what keeps it from being a table of text at all."""

import csv
from dataclasses import dataclass
from pathlib import Path

from data.report import Problem, Unusable

DELIMITERS = (",", ";", "\t")
LONGEST_LINE = 1_000_000
MOST_COLUMNS = 1_000
START = 8_192
BLANKS = " \t\r\n\u00a0\ufeff"
FOREIGN = (
    (b"\xff\xfe", "UTF-16 text"),
    (b"\xfe\xff", "UTF-16 text"),
    (b"PK\x03\x04", "an XLSX workbook or zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"%PDF", "a PDF document"),
    (b"<", "an HTML or XML page"),
)
TABULAR = "UTF-8 text with a line of headings"


@dataclass(frozen=True)
class Heading:
    """The first line that is not blank: its cells, what separates them, and the physical line it ends on."""

    cells: tuple[str, ...]
    delimiter: str
    line: int


def heading(path: Path) -> Heading:
    """The headings of a file; raises Unusable where it has none."""
    if not path.is_file():
        found = "something else" if path.exists() else "no such file"
        raise Unusable(Problem(None, None, "a file that can be read", found))
    _refuse_foreign(path)
    candidates = [_first_line(path, delimiter) for delimiter in DELIMITERS]
    first = max(candidates, key=lambda candidate: len(candidate.cells))
    if len(first.cells) > MOST_COLUMNS:
        raise Unusable(Problem(first.line, None, f"at most {MOST_COLUMNS:,} columns", f"{len(first.cells):,}"))
    return first


def _refuse_foreign(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(START).removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        raise Unusable(Problem(None, None, TABULAR, "an empty file"))
    for signature, name in FOREIGN:
        if start.startswith(signature):
            raise Unusable(Problem(None, None, TABULAR, name))


def _first_line(path: Path, delimiter: str) -> Heading:
    """The heading if that were the delimiter. Bytes that are not UTF-8 are refused later, with their line."""
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        lines = iter(lambda: file.readline(LONGEST_LINE), "")
        reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
        try:
            cells = next(cells for cells in reader if any(cell.strip(BLANKS) for cell in cells))
        except (csv.Error, StopIteration):
            raise Unusable(Problem(None, None, TABULAR, "none")) from None
        return Heading(tuple(cells), delimiter, reader.line_num)

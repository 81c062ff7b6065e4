"""The line of headings of a file: the first that is the headings of something known, below whatever stands above it."""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path

from data.matches import Match
from data.problem import Problem, Unusable
from data.recognise import recognise
from data.texts import LONGEST_LINE, TABULAR

DELIMITERS = (",", ";", "\t")
MOST_COLUMNS = 1_000
MOST_PREAMBLE = 40
Recogniser = Callable[[Sequence[str]], Match]
BLANKS = " \t\r\n\u00a0\ufeff"


@dataclass(frozen=True)
class Heading:
    """The line of headings: its cells, what separates them, the physical line it ends on, and the lines above it."""

    cells: tuple[str, ...]
    delimiter: str
    line: int
    above: tuple[str, ...] = ()


def heading(path: Path, recognised: Recogniser = recognise) -> tuple[Heading, Match]:
    """The headings of a text file and what they are recognised as; raises Unusable where nothing is."""
    by_delimiter = [_first_lines(path, delimiter) for delimiter in DELIMITERS]
    if not all(by_delimiter):
        raise Unusable(Problem(None, None, TABULAR, "none"))
    found = sorted(chain.from_iterable(by_delimiter), key=lambda line: (line.line, -len(line.cells)))
    if len(found[0].cells) > MOST_COLUMNS:
        raise Unusable(Problem(found[0].line, None, f"at most {MOST_COLUMNS:,} columns", f"{len(found[0].cells):,}"))
    refusals = []
    for candidate in _candidates(found):
        try:
            return candidate, recognised(candidate.cells)
        except Unusable as refusal:
            refusals.append(replace(refusal.problem, line=candidate.line))
    raise Unusable(max(refusals, key=_known, default=_none(found[0])))


def _candidates(found: list[Heading]) -> Iterator[Heading]:
    """The lines that could be headings: the first, and those with several cells of which none is a number."""
    for line in found:
        if line == found[0] or (1 < len(line.cells) <= MOST_COLUMNS and not any(map(_numeric, line.cells))):
            yield line


def _numeric(cell: str) -> bool:
    return cell.strip(BLANKS).replace(".", "", 1).replace(",", "").isdigit()


def _known(problem: Problem) -> bool:
    """Whether a refusal comes from headings of which some are known."""
    return problem.found != "none of them"


def _none(first: Heading) -> Problem:
    return Problem(first.line, None, TABULAR, "none")


def _first_lines(path: Path, delimiter: str) -> list[Heading]:
    """The first lines that are not blank, if that were the delimiter."""
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        lines = iter(lambda: file.readline(LONGEST_LINE), "")
        reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
        found: list[Heading] = []
        above: tuple[str, ...] = ()
        try:
            for cells in islice(reader, MOST_PREAMBLE):
                if any(cell.strip(BLANKS) for cell in cells):
                    found.append(Heading(tuple(cells), delimiter, reader.line_num, above))
                    above += (delimiter.join(cells).strip(BLANKS + delimiter),)
        except csv.Error:
            return found
        return found

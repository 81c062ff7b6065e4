from collections.abc import Sequence
from pathlib import Path

import pytest

from data.heading import Heading, heading
from data.matches import Match
from data.problem import Problem, Unusable
from data.tables.campaigns import FUNNEL
from tests.data.writing import write


def accepted(cells: Sequence[str]) -> Match:
    return Match(FUNNEL, ())


def first(path: Path) -> Heading:
    return heading(path, accepted)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\n", Heading(("a", "b"), ",", 1)),
        ("\ufeffa;b;c,d\n1;2;3\n", Heading(("a", "b", "c,d"), ";", 1)),
        ("a\tb\n", Heading(("a", "b"), "\t", 1)),
        ("\n\n,a\n", Heading(("", "a"), ",", 3)),
        ('"a\nb",c\n1,2\n', Heading(("a\nb", "c"), ",", 2)),
    ],
)
def test_heading(text: str, expected: Heading, tmp_path: Path) -> None:
    assert first(write(tmp_path / "a.csv", text)) == expected


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_lines_above_the_headings_are_passed_over_and_kept(delimiter: str, tmp_path: Path) -> None:
    text = f'My report\n\n"July 8, 2025 - July 31, 2025"\nstage{delimiter}visitors\nAll{delimiter}3\n'
    found, match = heading(write(tmp_path / "a.csv", text))
    assert (found.cells, found.delimiter, found.line) == (("stage", "visitors"), delimiter, 4)
    assert found.above == ("My report", "July 8, 2025 - July 31, 2025")
    assert match.table is FUNNEL


def test_rows_of_numbers_are_no_headings(tmp_path: Path) -> None:
    tried: list[Sequence[str]] = []

    def refused(cells: Sequence[str]) -> Match:
        tried.append(cells)
        raise Unusable(Problem(None, None, "headings", "none"))

    with pytest.raises(Unusable) as refusal:
        heading(write(tmp_path / "a.csv", "a,b\n1,2\n3,4\n"), refused)
    assert refusal.value.problem.line == 1
    assert ("a", "b") in tried
    assert ("1", "2") not in tried


def test_a_file_of_blank_cells_has_none(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="found none"):
        first(write(tmp_path / "a.csv", ",,,\n,,\n"))


def test_too_many_columns_are_refused(tmp_path: Path) -> None:
    assert len(first(write(tmp_path / "a.csv", "x," * 999 + "x\n")).cells) == 1_000
    with pytest.raises(Unusable, match="at most 1,000 columns, found 1,001"):
        first(write(tmp_path / "b.csv", "x," * 1_000 + "x\n"))

from collections.abc import Sequence
from pathlib import Path

import duckdb
import pytest

from data.heading import heading
from data.matches import Match
from data.problem import Unusable
from data.reading import Rows, rows
from data.tables.campaigns import FUNNEL
from data.texts import opened
from tests.data.writing import write


def accepted(cells: Sequence[str]) -> Match:
    return Match(FUNNEL, ())


def read(path: Path) -> tuple[Rows, list[tuple[object, ...]]]:
    with duckdb.connect() as con:
        text = opened(path, path.parent)
        below = rows(con, text, heading(text.path, accepted)[0], path.parent / "copy")
        return below, con.execute(f"{below.sql} ORDER BY line").fetchall()


def test_a_plain_file_is_read_where_it_is(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", 'a,b\n1,"x, y"\n,3')
    below, found = read(path)
    assert (below.count, below.line, below.ragged) == (2, "rowid + 2", None)
    assert found == [(2, "1", "x, y"), (3, None, "3")]


def test_any_other_file_is_copied_with_its_lines(tmp_path: Path) -> None:
    below, found = read(write(tmp_path / "a.csv", 'a,b\n"1\n",x\n\n2,y\r\n3\n'))
    assert (below.line, below.count, below.rejected) == ("line", 3, 1)
    assert found == [(2, "1", "x"), (4, None, None), (5, "2", "y")]
    assert [(problem.line, problem.expected, problem.found) for problem in below.problems] == [(6, "2 cells", "1 cell")]


def test_both_ways_of_reading_agree(tmp_path: Path) -> None:
    text = 'a,b\n1,2\n"x ""y""", "z"\n#3,4\n5" TV,\\n\n6,7,\nNULL,nan\n'
    plain, straight = read(write(tmp_path / "a.csv", text))
    copied, exact = read(write(tmp_path / "b.csv", text + "\n"))
    assert (plain.line, copied.line) == ("rowid + 2", "line")
    assert exact[:-1] == straight


def test_a_quote_in_the_wrong_place_rejects_its_row(tmp_path: Path) -> None:
    below, found = read(write(tmp_path / "a.csv", 'a,b\n"1"x,2\n3,4\n'))
    assert [(problem.line, problem.expected) for problem in below.problems] == [(2, "quotes around a whole cell")]
    assert found == [(3, "3", "4")]


def test_a_quote_that_is_never_closed_refuses_the_file_rather_than_hide_rows(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="line 2: expected a closing quote"):
        read(write(tmp_path / "a.csv", 'a,b\n"1,2\n3,4\n5,6\n'))


def test_a_row_too_long_to_be_one_is_rejected(tmp_path: Path) -> None:
    cell = '"' + "x" * 100_000 + '\n"'
    below, found = read(write(tmp_path / "a.csv", "a,b,c,d,e,f\n" + ",".join([cell] * 6) + "\n1,2,3,4,5,6\n"))
    assert [(problem.line, problem.found) for problem in below.problems] == [(2, "7 lines")]
    assert found == [(9, "1", "2", "3", "4", "5", "6")]

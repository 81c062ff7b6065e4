from pathlib import Path

import duckdb

from data.heading import heading
from data.reading import rows
from data.screen import Screen
from data.texts import opened
from tests.data.writing import campaign, checked, write


def screened(path: Path, con: duckdb.DuckDBPyConnection) -> Screen:
    text = opened(path, path.parent)
    first, match = heading(text.path)
    return Screen(match, rows(con, text, first, path.parent / "copy"))


def test_each_row_is_good_bad_or_blank(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", campaign({}, {"clicks": "x", "region": ""}) + ",,,,,,,,,,\n")
    with duckdb.connect() as con:
        screen = screened(path, con)
        assert con.execute(f"SELECT line FROM ({screen.good})").fetchall() == [(2,)]
        line, expected, found = con.execute(screen.bad).fetchall()[0]
        assert con.execute(screen.skips).fetchall() == [("blank", 1, 4, 4)]
    names = [field.column.name for field in screen.loaded]
    assert line == 3
    assert {name: why for name, why in zip(names, expected, strict=True) if why} == {
        "region": "a value",
        "clicks": "a whole number",
    }
    assert dict(zip(names, found, strict=True))["clicks"] == "x"


def test_only_repeated_columns_whose_formula_can_be_computed_are_checked(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", campaign({}, extra=["roas", "month", "cpa"]))
    with duckdb.connect() as con:
        screen = screened(path, con)
    assert [field.heading for field in screen.repeated] == ["roas", "cpa"]
    assert screen.due(screen.repeated[0]) == "v10::DOUBLE / v9::DOUBLE"


def test_one_odd_number_changes_nothing_for_the_plain_ones(tmp_path: Path) -> None:
    rows = [{"spend": "100.25", "clicks": "7"}, {"spend": "0", "clicks": "", "region": "South"}]
    plain = checked(write(tmp_path / "a.csv", campaign(*rows)))
    both = checked(write(tmp_path / "b.csv", campaign(*rows, {"spend": '"1,000.50"', "clicks": "1", "region": "East"})))
    assert (plain.totals["spend"], plain.totals["clicks"]) == (100.25, 7)
    assert (both.totals["spend"], both.totals["clicks"], both.problems) == (1_100.75, 8, ())

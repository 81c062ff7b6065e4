from pathlib import Path

import duckdb
import pytest

from data import filing
from data.load import load
from data.table import Table
from tests.data.writing import campaign, checked, places, write


def test_bad_rows_are_rejected_with_their_place_and_the_others_loaded(tmp_path: Path) -> None:
    report = checked(
        write(tmp_path / "a.csv", campaign({}, {"spend": "x", "clicks": "1.5"}, {"date": "2024-02-30"}, {}))
    )
    assert (report.rows_read, report.rows_loaded, report.rows_rejected, report.rows_skipped) == (4, 2, 2, 0)
    assert places(report) == [(3, "clicks", "1.5"), (3, "spend", "x"), (4, "date", "2024-02-30")]
    assert report.totals["spend"] == 200.5


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("campaign_id", " ", "a value"),
        ("region", "", "a value"),
        ("date", "", "a value"),
        ("clicks", "-1", "at least 0"),
        ("clicks", "0x10", "a whole number"),
        ("conversions", "inf", "a number with a decimal point, such as 1234.5"),
        ("conversions", "nan", "a number with a decimal point, such as 1234.5"),
        ("spend", "1e99", "an amount with a decimal point, such as 1234.50"),
        ("spend", "-0.01", "at least 0"),
        ("date", "31/01/2024", "a date, year first, as in 2024-12-31"),
    ],
)
def test_a_cell_that_is_no_value_rejects_its_row(column: str, cell: str, expected: str, tmp_path: Path) -> None:
    report = checked(write(tmp_path / "a.csv", campaign({}, {}, {column: cell})))
    found = cell if cell.strip() else "a blank cell"
    assert [(p.line, p.column, p.expected, p.found) for p in report.problems] == [(4, column, expected, found)]
    assert (report.rows_loaded, report.rows_rejected) == (2, 1)


def test_blank_lines_are_skipped_and_counted(tmp_path: Path) -> None:
    text = campaign({}, {"clicks": "x"})
    lines = text.splitlines(keepends=True)
    report = checked(write(tmp_path / "a.csv", "".join([lines[0], "\n", lines[1], ",,,\n", "   \n", lines[2], "\n"])))
    assert (report.rows_read, report.rows_loaded, report.rows_rejected, report.rows_skipped) == (6, 1, 1, 4)
    assert places(report) == [(6, "clicks", "x")]


def test_lines_are_right_behind_quoted_line_breaks(tmp_path: Path) -> None:
    report = checked(
        write(tmp_path / "a.csv", campaign({"campaign_name": '"two\nlines, ""quoted"""'}, {"clicks": "x"}))
    )
    assert places(report) == [(4, "clicks", "x")]
    assert report.rows_loaded == 1


def test_a_quoted_line_break_is_kept(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    load(con, [write(tmp_path / "a.csv", campaign({"campaign_name": '"two\r\nlines"'}))])
    assert con.execute("SELECT campaign_name FROM campaign_performance").fetchall() == [("two\r\nlines",)]


def test_ragged_rows_are_rejected_with_what_they_hold(tmp_path: Path) -> None:
    text = campaign({}) + "2024-01-31,CMP_2\n" + campaign({"revenue": "1,2"}).splitlines()[1] + "\n"
    report = checked(write(tmp_path / "a.csv", text))
    assert [(p.line, p.expected, p.found) for p in report.problems] == [
        (3, "11 cells", "2 cells"),
        (4, "11 cells", "12 cells"),
    ]
    assert (report.rows_read, report.rows_loaded, report.rows_rejected) == (3, 1, 2)


@pytest.mark.parametrize("below", ["", "\n\n", ",,,\n"])
def test_headings_alone_are_not_usable(below: str, tmp_path: Path) -> None:
    report = checked(write(tmp_path / "a.csv", campaign() + below))
    assert (report.usable, report.table) == (False, "campaign_performance")
    assert report.problems[0].expected == "at least one row below the headings"


def test_a_file_of_ragged_rows_only_is_all_rejected(tmp_path: Path) -> None:
    report = checked(write(tmp_path / "a.csv", campaign() + "1,2\n"))
    assert (report.rows_read, report.rows_loaded, report.rows_rejected) == (1, 0, 1)


def test_empty_cells_beyond_the_last_heading_do_no_harm(tmp_path: Path) -> None:
    lines = campaign({}, {}).splitlines()
    report = checked(write(tmp_path / "a.csv", "\n".join([lines[0], lines[1] + ",", lines[2] + ",,"])))
    assert (report.rows_loaded, report.rows_rejected) == (2, 0)


def test_many_problems_are_capped_with_their_number(tmp_path: Path) -> None:
    report = checked(write(tmp_path / "a.csv", campaign(*[{"clicks": "x"}] * 1_001, {})))
    assert (len(report.problems), report.rows_rejected, report.problems[-1].line) == (1_000, 1_001, 1_001)
    assert "1,001 rows were rejected" in report.decisions[-1]


def test_a_long_cell_is_shown_shortened(tmp_path: Path) -> None:
    report = checked(write(tmp_path / "a.csv", campaign({"clicks": "9" * 500})))
    assert report.problems[0].found == "9" * 100 + "…"


def test_a_file_that_changes_while_it_is_read_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.csv", campaign({}))

    def growing(con: duckdb.DuckDBPyConnection, table: Table) -> None:
        original(con, table)
        path.write_text(campaign({}, {}))

    original = filing.create
    monkeypatch.setattr(filing, "create", growing)
    with duckdb.connect() as con:
        report = load(con, [path])
        assert con.execute("SELECT count(*) FROM campaign_performance").fetchall() == [(0,)]
    assert "changed" in report.files[0].problems[0].found

from datetime import date, datetime
from pathlib import Path

import duckdb

from data.load import load
from tests.data.writing import campaign, checked, places, write


def test_days_that_could_be_months_are_read_as_the_setting_says_and_else_not_at_all(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", campaign({"date": "03/04/2024"}))
    assert [checked(path, order).period for order in ("dmy", "mdy")] == [
        {"start": "2024-04-03", "end": "2024-04-03"},
        {"start": "2024-03-04", "end": "2024-03-04"},
    ]
    assert not checked(path).usable


def test_grouped_thousands_are_read(tmp_path: Path) -> None:
    report = checked(write(tmp_path / "a.csv", campaign({"spend": '"12,34,567.50"'}, {"spend": '"1,234"'})))
    assert report.totals["spend"] == 1_234_567.5 + 1_234


def test_decimal_commas_beside_decimal_points_put_single_separators_in_doubt(tmp_path: Path) -> None:
    cells = ('"12,50"', '"1.234,50"', '"1,234"', "1.234", '"1,234,567.5"', "7.25")
    report = checked(write(tmp_path / "a.csv", campaign(*({"spend": cell} for cell in cells))))
    assert [found for _, _, found in places(report)] == ["12,50", "1.234,50", "1,234", "1.234"]
    assert report.totals["spend"] == 1_234_567.5 + 7.25
    assert any("in doubt" in decision for decision in report.decisions)


def test_a_decimal_comma_throughout_is_read_and_said(tmp_path: Path) -> None:
    cells = ('"12,50"', '"1.234,50"', "1.234", '"7,25"')
    rows = campaign(*({"spend": cell, "revenue": "250"} for cell in cells))
    report = checked(write(tmp_path / "a.csv", rows))
    assert (report.rows_loaded, report.totals["spend"]) == (4, 12.5 + 1234.5 + 1234 + 7.25)
    assert any("decimal comma" in decision for decision in report.decisions)


def test_dates_are_decided_by_the_whole_file(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    load(con, [write(tmp_path / "a.csv", campaign({"date": "02/01/24"}, {"date": "13/01/24"}))])
    assert con.execute("SELECT date FROM campaign_performance").fetchall() == [
        (date(2024, 1, 2),),
        (date(2024, 1, 13),),
    ]


def test_dates_that_nothing_decides_ask_for_the_setting(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", campaign({"date": "01/02/2024"}))
    report = checked(path)
    assert (report.usable, report.table, report.rows_loaded) == (False, "campaign_performance", 0)
    assert "NOVAMART_DATE_FORMAT" in report.problems[0].expected
    assert checked(path, "mdy").usable


def test_times_are_read_with_their_date(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    rows = "J1,2024-01-31T10:05:00Z,Email,no,\nJ1,2024-01-31 10:06,Search,yes,2.5\n"
    report = load(con, [write(tmp_path / "a.csv", f"journey_id,touched_at,channel,converted,value\n{rows}")])
    assert report.exit_code == 0
    assert con.execute("SELECT touched_at, converted FROM journeys").fetchall() == [
        (datetime(2024, 1, 31, 10, 5), False),
        (datetime(2024, 1, 31, 10, 6), True),
    ]

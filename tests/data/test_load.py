import csv
import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.load import load
from tests.data.writing import GOOD, campaign, checked, write

REAL = Path("../shared/real")
CAMPAIGN_TOTALS = {
    "impressions": 851_677_025,
    "clicks": 31_726_661,
    "conversions": 1_662_199,
    "spend": 133_693_832.34,
    "revenue": 4_151_775_385.13,
}
real = pytest.mark.skipif(not REAL.exists(), reason="the real files are not here")


def test_columns_are_taken_by_name_not_by_place(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    rows = list(csv.reader(io.StringIO(campaign({}))))
    turned = "".join(",".join(reversed(row)) + "\n" for row in rows)
    load(con, [write(tmp_path / "turned.csv", turned)])
    assert con.execute("SELECT spend, revenue FROM campaign_performance").fetchall() == [
        (Decimal("100.25"), Decimal("250.5"))
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("start", ["", "\ufeff", "\n \n"])
def test_every_usual_layout_gives_the_same_rows(newline: str, delimiter: str, start: str, tmp_path: Path) -> None:
    text = start + campaign({}, {"spend": "1"}, delimiter=delimiter)
    report = checked(write(tmp_path / "a.csv", text.replace("\n", newline)))
    assert (report.usable, report.rows_loaded, report.totals["spend"]) == (True, 2, 101.25)


def test_files_of_one_table_are_joined(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    write(tmp_path / "a.csv", campaign({"date": "2024-01-31"}))
    write(tmp_path / "b.csv", campaign({"date": "31/02/2024"}, {"date": "28/02/2024"}))
    report = load(con, [tmp_path])
    assert con.execute("SELECT source, date FROM campaign_performance ORDER BY date").fetchall() == [
        ("a.csv", date(2024, 1, 31)),
        ("b.csv", date(2024, 2, 28)),
    ]
    assert (report.exit_code, report.publishable) == (1, True)


def test_a_key_in_two_files_stops_publishing_and_in_one_file_does_not(tmp_path: Path) -> None:
    with duckdb.connect() as con:
        assert load(con, [write(tmp_path / "a.csv", campaign({}, {}))]).publishable
    write(tmp_path / "b.csv", campaign({}))
    with duckdb.connect() as con:
        report = load(con, [tmp_path])
    assert [conflict.files for conflict in report.conflicts] == [("a.csv", "b.csv")]
    assert (report.exit_code, report.publishable) == (2, False)


def test_names_with_wildcards_and_quotes_are_one_file(tmp_path: Path) -> None:
    write(tmp_path / "a1.csv", campaign({}, {}))
    report = checked(write(tmp_path / "a[1]*?'.csv", campaign({})))
    assert report.rows_loaded == 1


cells = st.text(alphabet='a1,";\t\n\r\x00\ufeffé.-/ ', max_size=12)
broken = st.lists(cells, max_size=8).map("\n".join)


@settings(max_examples=60)
@given(body=broken | st.binary(max_size=60))
@example(body='"')
@example(body='x,"y"z\n')
@example(body="\n\n\r\r\n,\n")
def test_no_row_is_lost_and_nothing_raises(body: str | bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    good = campaign({}).encode()
    path = tmp_path_factory.getbasetemp() / "broken.csv"
    path.write_bytes(good + (body.encode() if isinstance(body, str) else body))
    report = checked(path)
    assert report.rows_loaded + report.rows_rejected + report.rows_skipped == report.rows_read
    assert report.rows_rejected >= 0
    assert report.usable or (report.rows_read == 0 and report.problems)
    if report.rows_rejected:
        assert report.problems


@settings(max_examples=40)
@example(rows=["a\ra", "a\na"])
@given(rows=st.lists(st.text(alphabet='ab,"\n\r ', max_size=8).map(str.strip), min_size=1, max_size=6))
def test_text_survives_whatever_it_holds(rows: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, list(GOOD))
    writer.writeheader()
    writer.writerows(dict(GOOD) | {"campaign_name": row} for row in rows)
    path = write(tmp_path_factory.getbasetemp() / "text.csv", buffer.getvalue())
    with duckdb.connect() as con:
        assert load(con, [path]).files[0].rows_loaded == len(rows)
        found = con.execute("SELECT campaign_name FROM campaign_performance").fetchall()
    assert [name or "" for (name,) in found] == rows


@real
def test_published_files_are_clean() -> None:
    with duckdb.connect() as con:
        report = load(con, [REAL / "novamart/iso"])
    assert report.exit_code == 0
    assert len({file.table for file in report.files}) == 11
    assert {file.table: file.rows_loaded for file in report.files}["campaign_performance"] == 5_858
    assert report.files[0].totals == pytest.approx(CAMPAIGN_TOTALS, abs=0.001)
    assert [file.problems for file in report.files] == [()] * 11


@real
@pytest.mark.parametrize("name", ["campaign_performance_ddmmyy_titlecase", "campaign_performance_ddmmyyyy_crlf"])
def test_other_layouts_of_a_published_file_have_the_same_totals(name: str) -> None:
    report = checked(REAL / f"novamart/variants/{name}.csv")
    assert (report.rows_loaded, report.rows_rejected) == (5_858, 0)
    assert report.totals == pytest.approx(CAMPAIGN_TOTALS, abs=0.001)
    assert any(decision.startswith("dates: day first") for decision in report.decisions)


@real
def test_ad_file_is_in_dollars_and_its_ratios_are_only_remarked_on() -> None:
    report = checked(REAL / "seed2/marketing_performance_dashboard_realistic_v5.csv")
    assert (report.table, report.currency, report.rows_loaded, report.rows_rejected) == (
        "ad_performance",
        "USD",
        2_400,
        0,
    )
    expected = {"revenue": 10_638_255.63, "spend": 5_374_858.02, "profit": 4_258_433.61}
    assert {name: report.totals[name] for name in expected} == pytest.approx(expected, abs=0.001)
    assert [problem.column for problem in report.problems] == [
        "CTR(%)",
        "CPC($)",
        "Engagement_Rate(%)",
        "Conversion_Rate(%)",
        "Avg_Order_Value($)",
    ]

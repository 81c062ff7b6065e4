from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb

from data.load import load
from data.tables.campaigns import CAMPAIGN
from data.values import TYPES
from tests.data.writing import campaign, places, write


def test_table_holds_stored_columns_in_their_types(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    path = write(tmp_path / "mine.csv", campaign({"ctr": "5.0"}, extra=["ctr"]))
    assert load(con, [path]).exit_code == 0
    described = con.execute("DESCRIBE campaign_performance").fetchall()
    expected = [(column.name, TYPES[column.kind].replace(" ", "")) for column in CAMPAIGN.stored]
    assert [(name, kind) for name, kind, *_ in described] == [*expected, ("source", "VARCHAR"), ("account", "VARCHAR")]
    row = (date(2024, 1, 31), "CMP_1", "Spring", "Awareness", "Email", "North", 1000, 50, 5.0)
    assert con.execute("FROM campaign_performance").fetchall() == [
        (*row, Decimal("100.2500"), Decimal("250.5000"), "mine.csv", "")
    ]


def test_an_optional_column_that_is_absent_is_null(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    headings = "date,platform,campaign_name,region,impressions,clicks,spend,conversions,revenue"
    load(con, [write(tmp_path / "ads.csv", f"{headings}\n2024-01-31,Meta,Spring,North,10,5,1.5,,2\n")])
    assert con.execute("SELECT reach, conversions, clicks FROM ad_performance").fetchall() == [(None, None, 5)]


def test_a_blank_measure_or_attribute_is_not_reported(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    report = load(con, [write(tmp_path / "a.csv", campaign({"spend": "", "campaign_name": " ", "clicks": ""}))])
    assert report.exit_code == 0
    assert con.execute("SELECT spend, campaign_name, clicks FROM campaign_performance").fetchall() == [
        (None, None, None)
    ]
    assert report.files[0].totals["spend"] is None


def test_a_correlation_matrix_becomes_pairs(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    text = ",Spend,Total Revenue\nSpend,1.0,0.5\nTotal Revenue,0.5,x\n"
    report = load(con, [write(tmp_path / "c.csv", text)])
    assert con.execute("SELECT measure, other, correlation FROM correlation_matrix").fetchall() == [
        ("Spend", "Spend", 1.0),
        ("Spend", "Total Revenue", 0.5),
    ]
    assert (report.files[0].rows_read, report.files[0].rows_loaded, report.files[0].rows_rejected) == (2, 1, 1)
    assert places(report.files[0]) == [(3, "Total Revenue", "x")]

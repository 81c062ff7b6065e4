"""Exports of the ad platforms as their screens write them, figure by figure; the figures are worked by hand."""

from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest

from data.load import load
from data.report import FileReport
from tests.data.writing import checked, write

MEASURES = ("impressions", "clicks", "spend", "conversions", "revenue")
REAL = Path("../shared/real/ads")


class Export(NamedTuple):
    """What a file holds: its form, its currency, its rows loaded, rejected and skipped, and its MEASURES."""

    form: str
    currency: str
    rows: tuple[int, int, int]
    totals: tuple[float | None, ...]


EXPORTS = {
    "google-english": Export("Google Ads report", "INR", (2, 0, 2), (3000, 61, 124691.0, 2.5, 5000.0)),
    "google-german": Export("Google Ads report", "EUR", (2, 0, 1), (1300, 13, 1235.0, 1.5, 99.0)),
    "google-french": Export("Google Ads report", "EUR", (2, 0, 1), (1300, 13, 1235.0, 1.5, 99.0)),
    "google-spanish": Export("Google Ads report", "EUR", (2, 0, 1), (196, 3, 11.0, 1.0, 20.0)),
    "google-japanese": Export("Google Ads report", "JPY", (2, 0, 1), (1300, 13, 1300.0, 1.5, 9900.0)),
    "google-arabic": Export("Google Ads report", "AED", (2, 0, 1), (1300, 13, 1235.0, 1.5, None)),
    "meta-english": Export("Meta Ads report", "INR", (2, 0, 1), (3000, 60, 300.5, 3, None)),
    "meta-portuguese": Export("Meta Ads report", "BRL", (3, 0, 0), (1600, 62, 1236.0, 3, None)),
    "meta-spanish": Export("Meta Ads report", "EUR", (2, 0, 1), (1300, 39, 15.0, 2, 100.0)),
    "meta-arabic": Export("Meta Ads report", "EGP", (2, 0, 0), (4000, None, 500.5, 3, 1500.0)),
    "amazon-english": Export("Amazon Ads report", "USD", (2, 0, 0), (1500, 15, 15.0, 3, 1100.5)),
    "amazon-spanish": Export("Amazon Ads report", "EUR", (2, 0, 0), (700, 5, 1236.06, 1, 10.0)),
    "tiktok-english": Export("TikTok Ads report", "GBP", (2, 0, 1), (1500, 30, 20.0, 2, 50.0)),
    "google-api": Export("Google Ads API table", "USD", (2, 0, 0), (300, 7, 3.75, 1.5, 20.25)),
    "tiktok-hourly": Export("TikTok Ads API table", "USD", (3, 0, 0), (350, 8, 5.0, 1, None)),
    "meta-actions": Export("Meta Ads actions table", "", (2, 0, 2), (None, None, None, 3, None)),
    "meta-api": Export("Meta Ads API table", "USD", (3, 0, 0), (1750, 60, 20.0, 4, 200.0)),
    "meta-levels": Export("Meta Ads report", "USD", (4, 0, 4), (1600, 50, 16.0, 4, 160.0)),
    "meta-french": Export("Meta Ads report", "EUR", (2, 0, 0), (125_000, 2100, 2050.5, 12, 1500.0)),
    "meta-japanese": Export("Meta Ads report", "JPY", (2, 0, 0), (1500, 50, 2000.0, 3, 20_000.0)),
    "amazon-german": Export("Amazon Ads report", "EUR", (2, 0, 0), (2000, 20, 8.0, 4, 1300.0)),
    "amazon-japanese": Export("Amazon Ads report", "JPY", (2, 0, 0), (2000, 20, 800.0, 4, 13_000.0)),
    "tiktok-spanish": Export("TikTok Ads report", "EUR", (2, 0, 1), (1500, 30, 20.0, 4, None)),
    "dbt": Export("dbt ad-reporting table", "INR", (2, 0, 0), (300, 7, 4.0, 1, 20.0)),
}
FOLDER = Path(__file__).parent / "exports"
PERIOD = {"start": "2025-07-01", "end": "2025-07-02"}


def outcome(report: FileReport) -> tuple[object, ...]:
    rows = (report.rows_loaded, report.rows_rejected, report.rows_skipped)
    return report.recognised_as, report.currency or "", rows, tuple(report.totals.get(name) for name in MEASURES)


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_is_recognised_and_loads_to_its_own_totals(name: str) -> None:
    export = EXPORTS[name]
    report = checked(FOLDER / f"{name}.csv")
    expected = tuple(None if total is None else pytest.approx(total) for total in export.totals)
    assert report.problems == ()
    assert outcome(report) == (export.form, export.currency, export.rows, expected)
    assert report.period == PERIOD


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("name", ["google-german", "meta-english", "google-japanese"])
def test_an_export_in_another_encoding_says_the_same(name: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes((FOLDER / f"{name}.csv").read_text("utf-8").encode(encoding))
    assert outcome(checked(path))[:3] == EXPORTS[name][:3]


def test_where_the_headings_are_and_what_separates_cells_is_said() -> None:
    report = checked(FOLDER / "google-german.csv")
    assert report.decisions[0] == "headings: line 3, below what is passed over; cells separated by semicolons"
    assert checked(FOLDER / "meta-english.csv").decisions[0].startswith("dates:")


def test_dimensions_and_platform_are_stored(tmp_path: Path) -> None:
    text = "Campaign,Campaign type,Device,Day,Currency code,Cost,Impr.\nBrand,Search,Mobile phones,2025-07-01,INR,1,2\n"
    with duckdb.connect() as con:
        load(con, [write(tmp_path / "a.csv", text)])
        row = con.execute(
            "SELECT platform, campaign_objective, device_type, region, clicks FROM ad_performance"
        ).fetchone()
    assert row == ("Google", "Search", "Mobile phones", None, None)


def test_dbt_platforms_are_named_as_ours() -> None:
    with duckdb.connect() as con:
        load(con, [FOLDER / "dbt.csv"])
        assert con.execute("SELECT platform, account FROM ad_performance ORDER BY 1").fetchall() == [
            ("Google", "1"),
            ("Meta", "2"),
        ]


def test_a_form_that_could_be_two_is_not_guessed(tmp_path: Path) -> None:
    report = checked(write(tmp_path / "a.csv", "Date,Campaign,Impressions,Clicks,Cost\n2025-07-01,Brand,1,1,1\n"))
    assert (report.usable, report.recognised_as) == (False, None)


@pytest.mark.skipif(not REAL.exists(), reason="the real files are not here")
@pytest.mark.parametrize(
    ("name", "currency", "rows", "totals"),
    [
        ("google_campaign_performance_gbp", "GBP", (6, 0, 0), (20_697, 993, 16_115.24, 95.89, None)),
        ("google_campaign_report_inr", "INR", (2, 0, 4), (46_168, None, 2_565.93, 15, None)),
        ("real_daily_google_ads_aud", "AUD", (1_754, 0, 0), (3_421_446, 51_132, 64_610.08, 2_011.12, 340_732.51)),
        ("real_daily_meta_ads_aud", "AUD", (797, 0, 0), (1_583_911, 38_040, 22_842.98, 160, 153_592.06)),
    ],
)
def test_real_exports_load_to_their_own_totals(
    name: str, currency: str, rows: tuple[int, int, int], totals: tuple[float | None, ...]
) -> None:
    report = checked(REAL / f"{name}.csv")
    expected = tuple(None if total is None else pytest.approx(total, abs=0.011) for total in totals)
    assert outcome(report)[1:] == (currency, rows, expected)


def test_a_level_that_is_all_in_each_row_is_no_total(tmp_path: Path) -> None:
    text = (FOLDER / "meta-levels.csv").read_text("utf-8").splitlines(keepends=True)
    report = checked(write(tmp_path / "a.csv", "".join([text[0], text[2].replace("All,All", "2025-07-01,All")])))
    assert (report.rows_loaded, report.rows_skipped, report.totals["spend"]) == (1, 0, 10)

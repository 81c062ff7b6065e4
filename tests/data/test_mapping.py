from pathlib import Path

import duckdb
import pytest

from data.load import load
from tests.data.writing import one, write

SHOP = "Datum;Aktion;Anzeigen;Ausgaben;Verkäufe\n01/02/2025;Frühling;1.000;12,50;2\n02/02/2025;Frühling;500;7,50;1\n"
RULE = """
[[source]]
files = "shop*.csv"
name = "Shop"
platform = "Bing"
currency = "EUR"
date_format = "dmy"
[source.columns]
date = "Datum"
campaign_name = "Aktion"
impressions = "Anzeigen"
spend = "Ausgaben"
conversions = "Verkäufe"
"""
DOLLARS = "Day,Campaign,Currency code,Cost,Impr.\n2025-01-01,Brand,USD,10.00,1\n2025-02-01,Brand,USD,20.00,2\n"


def test_a_file_of_any_headings_is_read_as_its_source_says(tmp_path: Path) -> None:
    report = one(tmp_path, RULE, SHOP)
    assert report.problems == ()
    assert (report.recognised_as, report.table, report.currency) == ("Shop (dataset.toml)", "ad_performance", "EUR")
    assert {name: report.totals[name] for name in ("impressions", "clicks", "spend", "conversions")} == {
        "impressions": 1500,
        "clicks": None,
        "spend": 20.0,
        "conversions": 3,
    }
    assert report.period == {"start": "2025-02-01", "end": "2025-02-02"}


def test_a_file_that_no_pattern_fits_is_read_by_itself(tmp_path: Path) -> None:
    assert one(tmp_path, RULE, DOLLARS, "google").recognised_as == "Google Ads report"


def test_platform_and_account_of_a_source_are_stored(tmp_path: Path) -> None:
    write(tmp_path / "dataset.toml", RULE)
    write(tmp_path / "shop.csv", SHOP)
    with duckdb.connect() as con:
        load(con, [tmp_path])
        assert con.execute("SELECT DISTINCT platform, account FROM ad_performance").fetchall() == [("Bing", "Shop")]


def test_a_file_given_by_itself_is_read_with_the_word_of_its_folder(tmp_path: Path) -> None:
    write(tmp_path / "dataset.toml", RULE)
    with duckdb.connect() as con:
        assert load(con, [write(tmp_path / "shop.csv", SHOP)]).exit_code == 0


def test_other_tables_are_mapped_too(tmp_path: Path) -> None:
    rule = (
        '[[source]]\nfiles = "*.csv"\ntable = "funnel_data"\n[source.columns]\nstage = "Stufe"\nvisitors = "Besucher"\n'
    )
    report = one(tmp_path, rule, "Stufe,Besucher\nAlle,10\n,5\n")
    assert (report.table, report.rows_loaded, report.rows_rejected) == ("funnel_data", 1, 1)


@pytest.mark.parametrize(
    ("rule", "column", "found"),
    [
        (RULE.replace('"Ausgaben"', '"Kosten"'), "Kosten", "no such heading"),
        (RULE.replace("spend =", "cost ="), "cost", "none, in dataset.toml"),
    ],
)
def test_a_mapping_that_does_not_fit_refuses_the_file(rule: str, column: str, found: str, tmp_path: Path) -> None:
    problem = one(tmp_path, rule, SHOP).problems[0]
    assert (problem.column, problem.found) == (column, found)


def test_a_mapping_may_say_which_results_count(tmp_path: Path) -> None:
    text = "Day,Campaign name,Amount spent (INR),Results,Result indicator\n"
    text += "2025-07-01,Sale,10,5,lead\n2025-07-01,Buy,10,2,purchase\n"
    report = one(tmp_path, '[[source]]\nfiles = "*.csv"\nresults = "lead"\n', text)
    assert report.totals["conversions"] == 5


def test_a_table_of_any_platform_asks_for_it(tmp_path: Path) -> None:
    text = "source_relation,date_day,campaign_name,clicks,impressions,spend\n,2025-07-01,Sale,1,10,1.5\n"
    assert one(tmp_path, "", text).problems[0].expected == "a column of platforms, or the platform in dataset.toml"
    assert one(tmp_path, '[[source]]\nfiles = "*.csv"\nplatform = "Meta"\n', text).rows_loaded == 1

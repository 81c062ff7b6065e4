from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from data import dataset
from data.load import load
from data.report import FileReport, LoadReport, Unusable
from tests.data.writing import write

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


def loaded(folder: Path, toml: str, **files: str) -> LoadReport:
    write(folder / "dataset.toml", toml)
    for name, text in files.items():
        write(folder / f"{name}.csv", text)
    with duckdb.connect() as con:
        return load(con, [folder])


def one(folder: Path, toml: str, text: str, name: str = "shop") -> FileReport:
    return loaded(folder, toml, **{name: text}).files[0]


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


@pytest.mark.parametrize(
    ("rates", "spend"),
    [
        ("USD = 80", 30 * 80),
        ('USD = { "2025-01-01" = 80, "2025-01-15" = 90 }', 10 * 80 + 20 * 90),
        ('USD = "rates.csv"', 10 * 80 + 20 * 90),
    ],
)
def test_amounts_are_converted_at_a_rate_and_say_so(rates: str, spend: float, tmp_path: Path) -> None:
    write(tmp_path / "rates.csv", "day,rate\n2025-01-01,80\n2025-01-15,90\n")
    report = loaded(tmp_path, f'currency = "INR"\n[rates]\n{rates}\n', google=DOLLARS)
    google = next(file for file in report.files if file.file == "google.csv")
    assert (google.currency, google.totals["spend"]) == ("INR", spend)
    assert any("converted to INR from USD" in decision for decision in google.decisions)


def test_a_file_of_rates_is_no_data(tmp_path: Path) -> None:
    write(tmp_path / "rates.csv", "day,rate\n2025-01-01,80\n")
    report = loaded(tmp_path, 'currency = "INR"\n[rates]\nUSD = "rates.csv"\n', google=DOLLARS)
    assert ([file.file for file in report.files], report.exit_code) == (["google.csv"], 0)


def test_a_day_before_the_first_rate_rejects_its_row(tmp_path: Path) -> None:
    rates = 'currency = "INR"\n[rates]\nUSD = { "2025-01-15" = 90 }\n'
    report = one(tmp_path, rates, DOLLARS)
    assert (report.rows_loaded, report.rows_rejected, report.totals["spend"]) == (1, 1, 1800)
    assert "rate" in report.problems[0].expected


def test_another_currency_without_a_rate_refuses_the_file(tmp_path: Path) -> None:
    problem = one(tmp_path, 'currency = "INR"\n', DOLLARS).problems[0]
    assert problem.expected == "amounts in INR, or a rate for them in dataset.toml"
    assert problem.found.startswith("USD")


def test_two_currencies_in_one_file_need_their_rates(tmp_path: Path) -> None:
    both = DOLLARS + "2025-02-01,Other,EUR,1.00,1\n2025-02-01,Other,INR,1.00,1\n"
    assert not one(tmp_path, "", both).usable
    report = one(tmp_path, 'currency = "INR"\n[rates]\nUSD = 80\nEUR = 90\n', both)
    assert report.totals["spend"] == 30 * 80 + 90 + 1


def test_the_currency_of_the_data_set_is_that_of_files_that_name_none(tmp_path: Path) -> None:
    text = "Day,Campaign,Cost,Impr.\n2025-01-01,Brand,$10.00,1\n"
    assert one(tmp_path, 'currency = "AUD"\n', text.replace("$", "")).currency == "AUD"
    assert one(tmp_path, 'currency = "AUD"\n', text).currency == "AUD"
    assert one(tmp_path, "", text).currency == "USD"


def test_the_share_of_rows_that_may_be_lost_is_stated(tmp_path: Path) -> None:
    text = "Day,Campaign,Cost,Impr.\n2025-01-01,Brand,10,1\n2025-01-01,Brand,x,1\n2025-01-01,Brand,1,1\n"
    assert loaded(tmp_path, "", google=text).publishable
    report = loaded(tmp_path, "most_rejected = 0.1\n", google=text)
    assert (report.publishable, report.exit_code) == (False, 2)
    assert report.files[0].refused == "1 of 3 rows would be lost; at most 10% may be (most_rejected in dataset.toml)"


@pytest.mark.parametrize(
    ("toml", "column"),
    [
        ('currency = "dollars"', "currency"),
        ("currency = 5", "currency"),
        ('date_format = "day"', "date_format"),
        ('decimal = ";"', "decimal"),
        ('time_zone = "Moon/Base"', "time_zone"),
        ('time_zone = "../../etc/passwd"', "time_zone"),
        ("fiscal_start = 13", "fiscal_start"),
        ("most_rejected = 2", "most_rejected"),
        ("colour = 1", "colour"),
        ("rates = 1", "rates"),
        ("[rates]\nDOLLARS = 1", "rates"),
        ("[rates]\nUSD = 0", "rates.USD"),
        ('[rates]\nUSD = "no.csv"', "rates.USD"),
        ("[rates]\nUSD = { soon = 1 }", "rates.USD"),
        ("source = 1", "source"),
        ("[[source]]\nname = 'x'", "source"),
        ("[[source]]\nfiles = '*'\ntable = 'x'", "source.table"),
        ("[[source]]\nfiles = '*'\ncolumns = 'x'", "source.columns"),
        ("[[source]]\nfiles = '*'\nshape = 'x'", "source.shape"),
        ("= broken", None),
    ],
)
def test_what_it_says_wrongly_is_named_and_nothing_is_loaded(toml: str, column: str | None, tmp_path: Path) -> None:
    report = loaded(tmp_path, toml, google=DOLLARS)
    assert (report.exit_code, report.publishable) == (2, False)
    assert [(file.file, file.problems[0].column) for file in report.files] == [("dataset.toml", column)]


def test_reading_it_gives_typed_values(tmp_path: Path) -> None:
    toml = 'currency = "INR"\nfiscal_start = 4\ntime_zone = "Asia/Kolkata"\n[rates]\nUSD = { "2025-01-01" = 80.5 }\n'
    said = dataset.read([write(tmp_path / "dataset.toml", toml).parent])
    assert (said.currency, said.fiscal_start, str(said.zone)) == ("INR", 4, "Asia/Kolkata")
    assert said.rates == {"USD": {date(2025, 1, 1): Decimal("80.5")}}


def test_without_one_nothing_is_said(tmp_path: Path) -> None:
    assert dataset.read([tmp_path]) == dataset.DataSet()
    with pytest.raises(Unusable):
        dataset.read([write(tmp_path / "dataset.toml", "x").parent])

from pathlib import Path

import pytest

from tests.data.writing import loaded, one, write

DOLLARS = "Day,Campaign,Currency code,Cost,Impr.\n2025-01-01,Brand,USD,10.00,1\n2025-02-01,Brand,USD,20.00,2\n"


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


def test_files_in_two_currencies_are_not_joined_and_both_are_named(tmp_path: Path) -> None:
    period = "Reporting starts,Reporting ends,Campaign name,Amount spent (EUR)\n2025-07-01,2025-07-31,Sale,10\n"
    report = loaded(tmp_path, "", google=DOLLARS, meta=period)
    assert [conflict.found for conflict in report.conflicts] == ["USD and EUR"]
    assert not report.publishable


def test_the_currency_of_the_data_set_is_that_of_files_that_name_none(tmp_path: Path) -> None:
    text = "Day,Campaign,Cost,Impr.\n2025-01-01,Brand,$10.00,1\n"
    assert one(tmp_path, 'currency = "AUD"\n', text.replace("$", "")).currency == "AUD"
    assert one(tmp_path, 'currency = "AUD"\n', text).currency == "AUD"
    assert one(tmp_path, "", text).currency == "USD"


def test_headings_in_two_currencies_refuse_the_file(tmp_path: Path) -> None:
    text = "Day,Campaign name,Amount spent (USD),Purchases conversion value (EUR)\n2025-07-01,Sale,1,2\n"
    report = one(tmp_path, "", text)
    assert (report.usable, report.problems[0].expected) == (False, "amounts in one currency")

from pathlib import Path

import pytest

from tests.data.writing import loaded, one, write

REAL = Path("../shared/real/ads")
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
    assert problem.expected == (
        'amounts in one currency, or rates in dataset.toml: currency = "INR", '
        "and below [rates] what one USD is worth in it"
    )
    assert problem.found == "USD, as its column Currency code says"


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


def test_what_is_told_against_several_currencies_makes_them_one_data_set(tmp_path: Path) -> None:
    files = {name: DOLLARS.replace("USD", code) for name, code in {"a": "GBP", "b": "AUD", "c": "INR"}.items()}
    files["d"] = files["b"].replace("Brand", "Sale")
    (conflict,) = loaded(tmp_path, "", **files).conflicts
    assert (conflict.files, conflict.found) == (("a.csv", "b.csv", "c.csv"), "GBP, AUD and INR")
    first, *lines = conflict.remedy
    assert first == 'currency = "AUD"'
    said = "\n".join((first, *lines))
    assert "a rate above 0" in str(loaded(tmp_path, said).files[0].problems[0])
    mended = said.replace("GBP = 0", "GBP = 2").replace("INR = 0", 'INR = { "2025-01-01" = 0.02, "2025-02-01" = 0.03 }')
    report = loaded(tmp_path, mended)
    assert [file.totals["spend"] for file in report.files] == [60, 30, 10 * 0.02 + 20 * 0.03, 30]
    assert (report.conflicts, {file.currency for file in report.files}) == ((), {"AUD"})


def test_amounts_of_one_file_in_several_currencies_are_refused_with_what_to_write(tmp_path: Path) -> None:
    problem = one(tmp_path, "", DOLLARS + "2025-02-01,Other,EUR,1.00,1\n").problems[0]
    assert problem.expected == (
        'amounts in one currency, or rates in dataset.toml: currency = "USD", '
        "and below [rates] what one EUR is worth in it"
    )
    assert problem.found == "USD and EUR, as its column Currency code says"


@pytest.mark.skipif(not REAL.exists(), reason="the real files are not here")
def test_real_exports_in_three_currencies_are_one_data_set_at_rates(tmp_path: Path) -> None:
    for file in REAL.iterdir():
        write(tmp_path / file.name, file.read_text("utf-8-sig"))
    (conflict,) = loaded(tmp_path, "").conflicts
    assert conflict.remedy[0] == 'currency = "AUD"'
    report = loaded(tmp_path, 'currency = "AUD"\n[rates]\nGBP = { "2026-01-01" = 2, "2026-05-01" = 2.5 }\nINR = 0.02\n')
    assert report.exit_code == 0
    spend = {file.file: file.totals["spend"] for file in report.files}
    assert spend["google_campaign_performance_gbp.csv"] == pytest.approx(2.5 * 16_115.24)
    assert spend["google_campaign_report_inr.csv"] == pytest.approx(0.02 * 2_565.93)
    assert spend["real_daily_google_ads_aud.csv"] == pytest.approx(64_610.08)


def test_the_currency_of_the_data_set_is_that_of_files_that_name_none(tmp_path: Path) -> None:
    text = "Day,Campaign,Cost,Impr.\n2025-01-01,Brand,$10.00,1\n"
    assert one(tmp_path, 'currency = "AUD"\n', text.replace("$", "")).currency == "AUD"
    assert one(tmp_path, 'currency = "AUD"\n', text).currency == "AUD"
    assert one(tmp_path, "", text).currency == "USD"

from pathlib import Path

from tests.data.writing import checked, write


def test_a_period_is_not_a_day(tmp_path: Path) -> None:
    text = "Reporting starts,Reporting ends,Campaign name,Amount spent (INR)\n2025-07-01,2025-07-31,Sale,10\n"
    report = checked(write(tmp_path / "a.csv", text))
    assert (report.table, report.rows_loaded, report.totals["spend"]) == ("ad_periods", 1, 10.0)
    assert report.period == {"start": "2025-07-01", "end": "2025-07-31"}
    assert any("not a day" in decision for decision in report.decisions)


def test_a_period_among_days_is_rejected(tmp_path: Path) -> None:
    head = "Reporting starts,Reporting ends,Campaign name,Amount spent (INR)\n"
    rows = "2025-07-01,2025-07-01,Sale,10\n2025-07-02,2025-07-02,Sale,10\n2025-07-01,2025-07-02,Sale,20\n"
    report = checked(write(tmp_path / "a.csv", head + rows))
    assert (report.table, report.rows_loaded, report.rows_rejected) == ("ad_performance", 2, 1)
    assert (report.problems[0].line, report.problems[0].expected[:7]) == (4, "one day")


def test_a_report_of_one_day_is_of_that_day(tmp_path: Path) -> None:
    text = 'Campaign report\n"July 1, 2025 - July 1, 2025"\nCampaign,Cost,Currency code,Impr.\nBrand,1.50,INR,10\n'
    report = checked(write(tmp_path / "a.csv", text))
    assert (report.table, report.period) == ("ad_performance", {"start": "2025-07-01", "end": "2025-07-01"})

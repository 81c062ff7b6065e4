from pathlib import Path

import pytest

from data.totals import is_total
from tests.data.writing import checked, write


@pytest.mark.parametrize(
    "text",
    [
        "Total",
        "TOTAL",
        "Total: Campaigns",
        "Total : Campagnes",
        "Grand total",
        "Subtotal",
        "Total of 12 results",
        "Gesamt",
        "Gesamt: Konto",
        "Gesamt 3 Ergebnisse",
        "Totales",
        "Resultados totales",
        "Totais",
        "合計: キャンペーン",
        "الإجمالي",
        "Results from 12 campaigns",
    ],
)
def test_totals_are_known_in_every_language(text: str) -> None:
    assert is_total(text)


@pytest.mark.parametrize("text", ["Total Beauty", "Totally new", "Brand total", "Summer", "", "Gesamtkunstwerk"])
def test_campaigns_are_no_totals(text: str) -> None:
    assert not is_total(text)


def test_a_campaign_that_sounds_like_a_total_is_kept_where_it_has_a_day(tmp_path: Path) -> None:
    head = "Campaign,Day,Currency code,Cost,Impr.\n"
    rows = "Total 360,2025-07-01,INR,10,1\nTotal Care,2025-07-01,INR,5,1\nTotal 2 results,,INR,15,2\nTotal,,INR,15,2\n"
    report = checked(write(tmp_path / "a.csv", head + rows))
    assert (report.rows_loaded, report.rows_skipped, report.totals["spend"]) == (2, 2, 15)
    assert "skipped: 2 rows are a total of other rows (lines 4 to 5)" in report.decisions


def test_totals_that_have_fewer_cells_than_the_headings_are_skipped(tmp_path: Path) -> None:
    text = "Campaign,Day,Currency code,Cost,Impr.\nBrand,2025-07-01,INR,10,1\nTotal,10\n"
    report = checked(write(tmp_path / "a.csv", text))
    assert (report.rows_loaded, report.rows_rejected, report.rows_skipped) == (1, 0, 1)

from pathlib import Path

import pytest

from tests.data.writing import checked, write

HEAD = "Campaign,Day,Currency code,Cost,Impr.\n"
ROWS = "A,2025-07-01,INR,10.004,100\nB,2025-07-01,INR,20.004,200\n"


def decision(tmp_path: Path, totals: str, rows: str = ROWS) -> str:
    report = checked(write(tmp_path / "a.csv", HEAD + rows + totals))
    return next((said for said in report.decisions if said.startswith("own totals")), "")


@pytest.mark.parametrize(
    "total", ["Total,,INR,30.01,300\n", ",,INR,30.01,\n", "Total: A,,INR,10,100\nTotal,,INR,30,300\n"]
)
def test_a_total_that_is_the_sum_of_the_rows_says_so(total: str, tmp_path: Path) -> None:
    line = 3 + total.count("\n")
    assert decision(tmp_path, total) == f"own totals: line {line} is the sum of the rows loaded"


def test_a_total_that_is_not_says_by_how_much(tmp_path: Path) -> None:
    found = decision(tmp_path, "Total,,INR,31.00,300\n")
    assert found == "own totals: none is the sum of the rows loaded; line 4 says spend 31.00, loaded 30.01"


def test_a_rejected_row_is_missed_in_the_total(tmp_path: Path) -> None:
    assert "impressions 300.00, loaded 200.00" in decision(
        tmp_path, "Total,,INR,30.01,300\n", ROWS.replace("10.004", "x")
    )


@pytest.mark.parametrize("total", ["", "Total,,INR, --, --\n"])
def test_without_a_total_nothing_is_said(total: str, tmp_path: Path) -> None:
    assert decision(tmp_path, total) == ""

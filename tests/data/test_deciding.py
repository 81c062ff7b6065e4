from pathlib import Path

import pytest

from tests.data.writing import checked, write


def test_results_without_their_kind_are_not_counted(tmp_path: Path) -> None:
    text = "Day,Campaign name,Amount spent (INR),Results\n2025-07-01,Sale,10,5\n"
    report = checked(write(tmp_path / "a.csv", text))
    assert report.totals["conversions"] is None
    assert any("columns not used: Results" in decision for decision in report.decisions)


@pytest.mark.parametrize(("second", "usable"), [("10", True), ("11", False)])
def test_a_heading_that_stands_twice_is_used_where_both_say_the_same(second: str, usable: bool, tmp_path: Path) -> None:
    text = f"Day,Campaign,Cost,Cost,Impr.,CTR,CTR\n2025-07-01,Brand,10,{second},5,1%,2%\n"
    report = checked(write(tmp_path / "a.csv", text))
    assert (report.usable, report.rows_loaded) == (usable, int(usable))

from pathlib import Path

import pytest

from tests.data.writing import checked, one, write


@pytest.mark.parametrize(
    ("row", "found"),
    [("2025-07-01,Brand,USD,₹5,1", "USD"), ("2025-07-01,Brand,XXZ,5,1", "XXZ")],
)
def test_currencies_that_disagree_refuse_the_file(row: str, found: str, tmp_path: Path) -> None:
    report = checked(write(tmp_path / "a.csv", f"Day,Campaign,Currency code,Cost,Impr.\n{row}\n"))
    assert not report.usable
    assert found in report.problems[0].found


def test_headings_in_two_currencies_refuse_the_file(tmp_path: Path) -> None:
    text = "Day,Campaign name,Amount spent (USD),Purchases conversion value (EUR)\n2025-07-01,Sale,1,2\n"
    report = one(tmp_path, "", text)
    assert (report.usable, report.problems[0].expected) == (False, "amounts in one currency")

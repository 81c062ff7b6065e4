from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from data.problem import Unusable
from data.rates import files, rates
from tests.data.writing import write

NEW_YEAR, LATER = date(2025, 1, 1), date(2025, 2, 1)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (80, {date.min: Decimal(80)}),
        ({"2025-01-01": 80.5, "2025-02-01": 81}, {NEW_YEAR: Decimal("80.5"), LATER: Decimal(81)}),
        ("rates.csv", {NEW_YEAR: Decimal("80.25"), LATER: Decimal(81)}),
    ],
    ids=["always", "by day", "in a file"],
)
def test_a_rate_holds_always_or_from_its_day_on(said: object, expected: object, tmp_path: Path) -> None:
    write(tmp_path / "rates.csv", "\ufeffday,rate\n2025-01-01, 80.25\n2025-02-01,81\n")
    assert rates({"rates": {"USD": said}}, tmp_path) == {"USD": expected}


def test_without_rates_there_are_none(tmp_path: Path) -> None:
    assert rates({}, tmp_path) == {}


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        (1, "rates: expected a table"),
        ({"dollars": 1}, "rates: expected currency codes such as USD"),
        ({"USD": 0}, "rates.USD: expected a rate above 0"),
        ({"USD": "much"}, "rates.USD: expected a CSV file"),
        ({"USD": {"soon": 1}}, "rates.USD: expected days such as 2025-01-31"),
        ({"USD": "empty.csv"}, "rates.USD: expected at least one day and rate"),
        ({"USD": "bad.csv"}, "rates.USD: expected a rate above 0"),
    ],
)
def test_what_is_no_rate_is_refused_by_its_name(said: object, problem: str, tmp_path: Path) -> None:
    write(tmp_path / "empty.csv", "day,rate\n")
    write(tmp_path / "bad.csv", "day,rate\n2025-01-01,x\n")
    with pytest.raises(Unusable, match=f"column {problem}"):
        rates({"rates": said}, tmp_path)


def test_only_files_in_the_folder_are_read(tmp_path: Path) -> None:
    write(tmp_path / "rates.csv", "day,rate\n2025-01-01,80\n")
    inside = tmp_path / "data"
    inside.mkdir()
    with pytest.raises(Unusable, match=r"rates\.csv"):
        rates({"rates": {"USD": "../rates.csv"}}, inside)


def test_the_files_of_rates_are_those_that_are_there(tmp_path: Path) -> None:
    there = write(tmp_path / "rates.csv", "")
    assert files({"rates": {"USD": "rates.csv", "EUR": "none.csv", "GBP": 105}}, tmp_path) == [there]

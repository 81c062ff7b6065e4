from collections.abc import Sequence
from zoneinfo import ZoneInfo

import pytest

from data.written import iso, period


@pytest.mark.parametrize(
    "cell",
    [
        "Jul 8, 2025",
        "Tue, Jul 8, 2025",
        "July 8th, 2025",
        "8. Juli 2025",
        "Di., 8. Juli 2025",
        "8 juil. 2025",
        "8 de jul. de 2025",
        "jul 8, 2025",
        "8 de julho de 2025",
        "2025年7月8日",
        "20250708",
        "8 يوليو 2025",
        "٨ يوليو ٢٠٢٥",
        "8-Jul-25",
        "Jul 8, 2025, 12:00 AM",
    ],
)
def test_days_in_words_or_without_marks(cell: str) -> None:
    assert iso(cell) == "2025-07-08"


@pytest.mark.parametrize(
    "cell",
    [
        "Total",
        "March sale 2025",
        "31 February 2025",
        "2025-07-08",
        "8/7/2025",
        "45000",
        "20251345",
        "May",
        "",
        "May June 1 2025",
    ],
)
def test_what_is_no_such_day(cell: str) -> None:
    assert iso(cell) is None


@pytest.mark.parametrize(
    ("cell", "zone", "expected"),
    [
        ("2025-07-08T23:30:00+0000", None, "2025-07-08 23:30:00"),
        ("2025-07-08T23:30:00+0000", "Asia/Kolkata", "2025-07-09 05:00:00"),
        ("2025-07-08 23:30:00 UTC", "America/New_York", "2025-07-08 19:30:00"),
        ("2025-07-08T00:00:00Z", "UTC", "2025-07-08 00:00:00"),
    ],
)
def test_a_time_with_a_zone_is_moved_to_that_of_the_data_set(cell: str, zone: str | None, expected: str) -> None:
    assert iso(cell, ZoneInfo(zone) if zone else None) == expected


@pytest.mark.parametrize(
    "lines",
    [
        ["Campaign report", "July 8, 2025 - July 31, 2025"],
        ["8 July 2025 - 31 July 2025"],
        ["8. Juli 2025 - 31. Juli 2025"],
        ["8 de julio de 2025 - 31 de julio de 2025"],
        ["2025/07/08 - 2025/07/31"],
        ["2025年7月8日～2025年7月31日"],
        ["08.07.2025 – 31.07.2025"],
        ["Jul 8, 2025-Jul 31, 2025"],
        ["8 يوليو 2025 - 31 يوليو 2025"],
    ],
)
def test_the_period_above_the_headings(lines: Sequence[str]) -> None:
    assert period(lines) == ("2025-07-08", "2025-07-31")


@pytest.mark.parametrize(
    "lines", [[], ["All time"], ["Campaign report"], ["08/07/2025 - 09/07/2025"], ["July 31, 2025 - July 8, 2025"]]
)
def test_no_period_is_guessed(lines: Sequence[str]) -> None:
    assert period(lines) is None


def test_one_day_alone_is_its_own_period() -> None:
    assert period(["Report", "July 8, 2025"]) == ("2025-07-08", "2025-07-08")

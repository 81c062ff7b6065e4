import math
from datetime import date

import pytest

from analytics.calendar import (
    HAS_ROWS,
    WEEK,
    WEEKDAY,
    daily,
    last_weeks,
    week_from,
)
from analytics.metrics import metric
from analytics.trend import VALUE
from tests.analytics.frames import NOT_REPORTED, period, row, rows


@pytest.mark.parametrize(
    ("first", "day", "week"),
    [
        (date(2024, 1, 1), date(2024, 1, 7), 0),
        (date(2024, 1, 1), date(2024, 1, 8), 1),
        (date(2023, 1, 1), date(2023, 1, 2), 1),
        (date(2024, 1, 1), date(2024, 12, 31), 52),
        (date(2012, 1, 1), date(2012, 12, 31), 53),
        (date(2025, 9, 30), date(2026, 9, 30), 52),
    ],
)
def test_weeks_start_on_monday_and_are_counted_from_that_of_the_first_day(first: date, day: date, week: int) -> None:
    assert week_from(first, day) == week


def test_the_last_weeks_begin_on_a_monday_and_hold_a_year() -> None:
    assert last_weeks(date(2026, 9, 30)) == period("2025-09-29", "2026-09-30")
    assert last_weeks(date(2026, 10, 4)) == period("2025-09-29", "2026-10-04")


def test_a_day_without_a_row_is_not_a_day_of_0_nor_one_not_reported() -> None:
    given = rows(row("2024-01-01", revenue=0), row("2024-01-03", revenue=NOT_REPORTED), row("2024-01-04", revenue=5))
    days = daily(metric("revenue"), given, period("2024-01-01", "2024-01-04"))
    assert list(days[HAS_ROWS]) == [True, False, True, True]
    assert [value if value == value else None for value in days[VALUE]] == [0, None, None, 5]
    assert list(days[WEEKDAY]) == [0, 1, 2, 3]
    assert set(days[WEEK]) == {0}


def test_a_ratio_is_of_the_day_s_sums() -> None:
    given = rows(row("2024-01-01", revenue=30, spend=1), row("2024-01-01", "Direct", revenue=10, spend=3))
    assert daily(metric("roas"), given, period("2024-01-01", "2024-01-01"))[VALUE].tolist() == [10]


def test_no_row_at_all_gives_days_without_value() -> None:
    days = daily(metric("ctr"), rows(), period("2024-01-01", "2024-01-02"))
    assert all(math.isnan(value) for value in days[VALUE])
    assert not days[HAS_ROWS].any()

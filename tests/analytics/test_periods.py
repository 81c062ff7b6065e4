from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.periods import Comparison, Period, compared, month_end, month_start, months_between
from tests.analytics.frames import period
from tests.analytics.spans import TWO_YEARS, some_day, some_period


def test_both_ends_of_a_period_belong_to_it() -> None:
    assert period("2024-01-01", "2024-01-01").days == 1
    assert period("2024-01-01", "2024-12-31").days == 366


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2024-02-01", "2024-02-29", 1),
        ("2023-02-01", "2023-02-28", 1),
        ("2024-02-01", "2024-02-28", 0),
        ("2023-11-01", "2024-10-31", 12),
        ("2023-11-02", "2024-10-31", 0),
        ("2024-01-01", "2024-01-01", 0),
    ],
)
def test_whole_months_counts_only_whole_ones(start: str, end: str, months: int) -> None:
    assert period(start, end).whole_months == months


def test_within_is_what_two_periods_share() -> None:
    january, winter = period("2024-01-01", "2024-01-31"), period("2023-12-01", "2024-01-10")
    assert january.within(winter) == winter.within(january) == period("2024-01-01", "2024-01-10")
    assert january.within(period("2024-02-01", "2024-02-02")) is None


def test_months_are_counted_over_the_turn_of_a_year() -> None:
    assert month_start(date(2024, 1, 31), -1) == date(2023, 12, 1)
    assert month_start(date(2024, 11, 30), 3) == date(2025, 2, 1)
    assert month_end(date(2024, 2, 3)) == date(2024, 2, 29)
    assert months_between(date(2023, 12, 31), date(2024, 2, 1)) == 2


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (period("2024-01-01", "2024-12-31"), period("2023-01-01", "2023-12-31")),
        (period("2024-10-01", "2024-12-31"), period("2024-07-01", "2024-09-30")),
        (period("2024-03-01", "2024-03-31"), period("2024-02-01", "2024-02-29")),
        (period("2024-12-02", "2024-12-31"), period("2024-11-02", "2024-12-01")),
        (period("2024-01-01", "2024-01-01"), period("2023-12-31", "2023-12-31")),
        (period("2023-01-04", "2023-12-31"), period("2022-01-07", "2023-01-03")),
    ],
)
def test_previous_is_whole_months_for_whole_months_else_as_many_days(now: Period, before: Period) -> None:
    assert compared(now, Comparison.PREVIOUS) == before


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (period("2024-01-01", "2024-12-31"), period("2023-01-01", "2023-12-31")),
        (period("2024-02-01", "2024-02-29"), period("2023-02-01", "2023-02-28")),
        (period("2025-02-01", "2025-02-28"), period("2024-02-01", "2024-02-29")),
        (period("2024-02-29", "2024-02-29"), period("2023-02-28", "2023-02-28")),
        (period("2025-02-22", "2025-02-28"), period("2024-02-22", "2024-02-28")),
        (period("2025-02-28", "2025-03-06"), period("2024-02-28", "2024-03-06")),
        (period("2024-04-16", "2024-04-30"), period("2023-04-16", "2023-04-30")),
    ],
)
def test_last_year_has_the_same_dates(now: Period, before: Period) -> None:
    assert compared(now, Comparison.LAST_YEAR) == before


def test_no_comparison_compares_with_nothing() -> None:
    assert compared(TWO_YEARS, Comparison.NONE) is None


@given(some_period)
def test_the_previous_period_ends_the_day_before_and_is_as_long(now: Period) -> None:
    before = compared(now, Comparison.PREVIOUS)
    assert before is not None
    assert before.end == now.start - timedelta(days=1)
    assert before.whole_months == now.whole_months if now.whole_months else before.days == now.days


@given(some_day, st.integers(0, 40))
def test_whole_months_are_compared_with_whole_months(day: date, more: int) -> None:
    now = Period(month_start(day), month_end(month_start(day, more)))
    for comparison in (Comparison.PREVIOUS, Comparison.LAST_YEAR):
        before = compared(now, comparison)
        assert before is not None
        assert before.whole_months == more + 1


@given(some_period)
def test_last_year_is_as_long_but_for_a_leap_day_a_year(now: Period) -> None:
    before = compared(now, Comparison.LAST_YEAR)
    assert before is not None
    assert abs(before.days - now.days) <= 1
    assert (before.start.year, before.start.month) == (now.start.year - 1, now.start.month)

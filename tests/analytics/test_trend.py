import math
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.comparison import DATE, Facts
from analytics.metrics import metric
from analytics.periods import Comparison, Period, compared
from analytics.trend import DAYS, SPAN, START, VALUE, Grain, compared_trend, points, shift_days, shifted, slices, trend
from tests.analytics.frames import NOT_REPORTED, days, facts, period, row, rows

REVENUE = metric("revenue")
THREE_YEARS = rows(*days("2022-01-01", "2024-12-31", revenue=1))


def starts(frame: pd.DataFrame) -> list[str]:
    return [start.date().isoformat() for start in frame[START]]


def test_weeks_start_on_monday_and_count_the_days_that_lie_in_the_period() -> None:
    weeks = points(period("2024-01-04", "2024-01-16"), Grain.WEEK)
    assert starts(weeks) == ["2024-01-01", "2024-01-08", "2024-01-15"]
    assert list(weeks[DAYS]) == [4, 7, 2]
    assert list(weeks[SPAN]) == [7, 7, 7]


def test_months_know_their_length() -> None:
    months = points(period("2023-12-31", "2024-02-29"), Grain.MONTH)
    assert starts(months) == ["2023-12-01", "2024-01-01", "2024-02-01"]
    assert list(months[DAYS]) == [1, 31, 29]
    assert list(months[SPAN]) == [31, 31, 29]


def test_a_single_day_is_one_point_of_any_grain() -> None:
    for grain in Grain:
        assert list(points(period("2024-02-29", "2024-02-29"), grain)[DAYS]) == [1]


@given(
    st.dates(date(2000, 1, 1), date(2040, 1, 1)),
    st.integers(0, 800),
    st.sampled_from(Grain),
)
def test_points_hold_every_day_of_the_period_once(start: date, more: int, grain: Grain) -> None:
    whole = Period(start, date.fromordinal(start.toordinal() + more))
    parts = points(whole, grain)
    assert parts[DAYS].sum() == whole.days
    assert (parts[DAYS] <= parts[SPAN]).all()
    assert (parts[DAYS].iloc[1:-1] == parts[SPAN].iloc[1:-1]).all()


def test_a_gap_is_not_0() -> None:
    given = rows(
        row("2024-01-01", revenue=5),
        row("2024-01-02", revenue=NOT_REPORTED),
        row("2024-01-04", revenue=0),
    )
    values = list(trend(REVENUE, given, period("2024-01-01", "2024-01-04"), Grain.DAY)[VALUE])
    assert values[0] == 5
    assert math.isnan(values[1])
    assert math.isnan(values[2])
    assert values[3] == 0


def test_a_ratio_over_time_is_a_ratio_of_sums() -> None:
    given = rows(row("2024-01-01", spend=1, revenue=10), row("2024-01-07", spend=9, revenue=10))
    assert list(trend(metric("roas"), given, period("2024-01-01", "2024-01-07"), Grain.WEEK)[VALUE]) == [2.0]


@pytest.mark.parametrize("unit", ["s", "us", "ns"])
@pytest.mark.parametrize("grain", Grain)
def test_any_resolution_of_dates_meets_its_points(unit: str, grain: Grain) -> None:
    given = rows(row("2024-02-29", revenue=5)).astype({DATE: f"datetime64[{unit}]"})
    assert trend(REVENUE, given, period("2024-02-26", "2024-02-29"), grain)[VALUE].sum() == 5


def test_a_year_is_laid_on_the_year_before_by_weekday() -> None:
    year, before = period("2024-01-01", "2024-12-31"), period("2023-01-01", "2023-12-31")
    given = facts([row("2023-01-02", revenue=7)], year, before)
    laid = compared_trend(REVENUE, given, Grain.DAY)
    assert shift_days(given) == 364
    assert laid.set_index(START)[VALUE]["2024-01-01"] == 7
    assert all(
        old.day_of_week == new.day_of_week
        for old, new in zip(given.before[DATE], shifted(given, Grain.DAY)[DATE], strict=True)
    )


def test_months_are_laid_on_months() -> None:
    year, before = period("2024-01-01", "2024-12-31"), period("2023-01-01", "2023-12-31")
    given = facts(days("2023-01-01", "2023-12-31", revenue=1), year, before)
    laid = compared_trend(REVENUE, given, Grain.MONTH)
    assert list(laid[VALUE]) == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def test_where_months_are_cut_as_many_days_are_laid_on_each() -> None:
    """101 days, moved 98: of the 20 of February lie 4 to 23 November below, of the 20 of May 24 January to 9 February.

    These 17 are all there is, so May is a gap; month on month February would stand beside the 30 days of November.
    """
    given = facts(
        days("2023-11-01", "2024-05-20", revenue=1),
        period("2024-02-10", "2024-05-20"),
        period("2023-11-01", "2024-02-09"),
    )
    laid = compared_trend(REVENUE, given, Grain.MONTH)
    assert list(trend(REVENUE, given.now, given.period, Grain.MONTH)[VALUE]) == [20, 31, 30, 20]
    assert list(laid[VALUE])[:-1] == [20, 31, 30]
    assert math.isnan(laid[VALUE].iloc[-1])


def test_months_cut_on_the_same_days_are_laid_on_months() -> None:
    given = facts(
        days("2023-02-01", "2023-05-31", revenue=1),
        period("2024-02-10", "2024-05-20"),
        period("2023-02-10", "2023-05-20"),
    )
    assert list(compared_trend(REVENUE, given, Grain.MONTH)[VALUE]) == [19, 31, 30, 20]


def test_a_short_month_is_laid_whole_on_a_longer_one() -> None:
    given = facts(
        days("2024-02-01", "2024-02-29", revenue=1),
        period("2024-03-01", "2024-03-31"),
        period("2024-02-01", "2024-02-29"),
    )
    assert list(compared_trend(REVENUE, given, Grain.MONTH)[VALUE]) == [29]


def test_a_long_month_is_laid_whole_on_a_shorter_one() -> None:
    given = facts(
        days("2024-01-01", "2024-01-31", revenue=1),
        period("2024-02-01", "2024-02-29"),
        period("2024-01-01", "2024-01-31"),
    )
    assert list(compared_trend(REVENUE, given, Grain.MONTH)[VALUE]) == [31]


def test_a_week_that_the_comparison_covers_only_in_part_is_a_gap() -> None:
    """1 May to 31 May 2024 move 28 days, to 29 May to 28 June, a Friday: the last week of June lacks two days."""
    given = facts(
        days("2024-05-01", "2024-06-30", revenue=1),
        period("2024-06-01", "2024-06-30"),
        period("2024-05-01", "2024-05-31"),
    )
    now = trend(REVENUE, given.now, given.period, Grain.WEEK)
    laid = compared_trend(REVENUE, given, Grain.WEEK)
    assert list(now[VALUE]) == [2, 7, 7, 7, 7]
    assert list(laid[VALUE])[:-1] == [2, 7, 7, 7]
    assert math.isnan(laid[VALUE].iloc[-1])


def test_a_point_that_is_not_wholly_loaded_is_a_gap_in_the_comparison() -> None:
    year, before = period("2024-01-01", "2024-12-31"), period("2023-01-01", "2023-12-31")
    given = facts(days("2023-01-04", "2023-12-31", revenue=1), year, before, period("2023-01-04", "2024-12-31"))
    months, weeks = (list(compared_trend(REVENUE, given, grain)[VALUE]) for grain in (Grain.MONTH, Grain.WEEK))
    assert math.isnan(months[0])
    assert months[1] == 28
    assert math.isnan(weeks[0])
    assert weeks[1:-1] == [7] * 51


def test_a_period_shorter_than_a_week_is_laid_start_on_start() -> None:
    given = facts(
        days("2024-01-01", "2024-01-06", revenue=1),
        period("2024-01-04", "2024-01-06"),
        period("2024-01-01", "2024-01-03"),
    )
    assert shift_days(given) == 3
    assert list(compared_trend(REVENUE, given, Grain.DAY)[VALUE]) == [1, 1, 1]


def test_without_a_comparison_its_trend_is_empty() -> None:
    alone = facts(days("2024-01-01", "2024-01-31", revenue=1), period("2024-01-01", "2024-01-31"))
    assert shift_days(alone) == 0
    assert compared_trend(REVENUE, alone, Grain.DAY)[VALUE].isna().all()


@settings(max_examples=40)
@given(
    st.dates(date(2023, 1, 1), date(2024, 12, 31)),
    st.integers(0, 500),
    st.sampled_from(Grain),
    st.sampled_from(Comparison),
)
def test_a_comparison_shows_no_more_than_it_has(start: date, more: int, grain: Grain, comparison: Comparison) -> None:
    now = Period(start, date.fromordinal(start.toordinal() + more))
    before = compared(now, comparison)
    given = Facts.split(THREE_YEARS, now, before, period("2022-01-01", "2024-12-31"))
    laid = compared_trend(REVENUE, given, grain)
    assert starts(laid) == starts(points(now, grain))
    assert laid[VALUE].sum() <= len(given.before)


def test_slices_are_equal_parts() -> None:
    given = rows(*days("2024-01-01", "2024-01-24", revenue=1))
    assert slices(REVENUE, given, period("2024-01-01", "2024-01-24"), 12) == [2.0] * 12


def test_slices_show_gaps_and_leave_out_what_lies_outside() -> None:
    given = rows(row("2023-12-31", revenue=9), row("2024-01-01", revenue=1), row("2024-01-09", revenue=9))
    first, second = slices(REVENUE, given, period("2024-01-01", "2024-01-08"), 2)
    assert first == 1
    assert math.isnan(second)


def test_fewer_days_than_slices_give_a_slice_a_day() -> None:
    given = rows(*days("2024-01-01", "2024-01-05", revenue=1))
    assert slices(REVENUE, given, period("2024-01-01", "2024-01-05"), 12) == [1.0] * 5


def test_an_empty_frame_is_all_gaps() -> None:
    for grain in Grain:
        assert trend(REVENUE, rows(), period("2024-01-01", "2024-03-05"), grain)[VALUE].isna().all()
    assert all(math.isnan(value) for value in slices(REVENUE, rows(), period("2024-01-01", "2024-03-05"), 12))

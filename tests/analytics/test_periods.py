from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.periods import Comparison, Period, compared, month_end, month_start, months_between
from analytics.presets import ALL, LAST_YEAR, presets, resolve, year_of
from tests.analytics.frames import period, unhurried

TWO_YEARS = period("2023-01-04", "2024-12-31")
APRIL = 4
some_day = st.dates(date(1950, 1, 1), date(2150, 12, 31))
some_period = st.builds(lambda start, days: Period(start, start + timedelta(days=days)), some_day, st.integers(0, 1200))


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
    ("preset", "expected"),
    [
        ("last-12-months", period("2024-01-01", "2024-12-31")),
        ("last-3-months", period("2024-10-01", "2024-12-31")),
        ("last-7-days", period("2024-12-25", "2024-12-31")),
        ("last-90-days", period("2024-10-03", "2024-12-31")),
        ("2023", period("2023-01-04", "2023-12-31")),
        ("fy-2022-23", period("2023-01-04", "2023-03-31")),
        ("fy-2023-24", period("2023-04-01", "2024-03-31")),
        ("fy-2024-25", period("2024-04-01", "2024-12-31")),
        (ALL, TWO_YEARS),
    ],
)
def test_presets_count_back_from_the_newest_day_and_are_clipped(preset: str, expected: Period) -> None:
    assert resolve(preset, TWO_YEARS, APRIL) == expected


def test_the_month_of_the_newest_day_is_left_out_while_it_is_incomplete() -> None:
    loaded = period("2022-05-01", "2024-08-14")
    assert resolve(LAST_YEAR, loaded, APRIL) == period("2023-08-01", "2024-07-31")
    assert resolve("last-3-months", loaded, APRIL) == period("2024-05-01", "2024-07-31")


def test_the_month_of_the_newest_day_counts_once_complete() -> None:
    assert resolve("last-3-months", period("2023-01-01", "2024-02-29"), APRIL) == period("2023-12-01", "2024-02-29")
    assert resolve("last-3-months", period("2023-01-01", "2024-02-28"), APRIL) == period("2023-11-01", "2024-01-31")


def test_four_months_ending_in_the_middle_of_one_keep_three() -> None:
    assert resolve(LAST_YEAR, period("2024-01-01", "2024-04-15"), APRIL) == period("2024-01-01", "2024-03-31")


@pytest.mark.parametrize("loaded", [period("2024-03-05", "2024-03-14"), period("2024-02-29", "2024-02-29")])
def test_without_a_complete_month_every_day_loaded_is_shown(loaded: Period) -> None:
    assert resolve(LAST_YEAR, loaded, APRIL) == loaded
    assert resolve("last-90-days", loaded, APRIL) == loaded
    assert resolve("2024", loaded, APRIL) == loaded


@pytest.mark.parametrize("preset", ["2019", "0000", "last-99999999999-days", "last-0-days", "fy-2024-99", "", "now"])
def test_a_preset_that_is_not_on_offer_means_all_dates(preset: str) -> None:
    assert resolve(preset, TWO_YEARS, APRIL) == TWO_YEARS


@unhurried
@given(some_period, st.integers(1, 12))
def test_every_preset_on_offer_lies_in_the_days_loaded(loaded: Period, fiscal_start: int) -> None:
    for preset in presets(loaded, fiscal_start):
        assert resolve(preset, loaded, fiscal_start).within(loaded) == resolve(preset, loaded, fiscal_start)


@unhurried
@given(some_period, st.integers(2, 12))
def test_fiscal_years_cover_the_days_loaded_once_each(loaded: Period, fiscal_start: int) -> None:
    keys = sorted(key for key in presets(loaded, fiscal_start) if key.startswith("fy-"))
    years = [resolve(key, loaded, fiscal_start) for key in keys]
    assert sum(year.days for year in years) == loaded.days
    assert (years[0].start, years[-1].end) == (loaded.start, loaded.end)


def test_presets_are_in_the_order_of_a_menu_and_say_what_they_are() -> None:
    assert list(presets(TWO_YEARS, APRIL).items()) == [
        (LAST_YEAR, "Last 12 complete months"),
        ("last-6-months", "Last 6 complete months"),
        ("last-3-months", "Last 3 complete months"),
        ("last-90-days", "Last 90 days"),
        ("last-30-days", "Last 30 days"),
        ("last-7-days", "Last 7 days"),
        ("2024", "2024"),
        ("2023", "2023"),
        ("fy-2024-25", "FY 2024-25"),
        ("fy-2023-24", "FY 2023-24"),
        ("fy-2022-23", "FY 2022-23"),
        (ALL, "All dates"),
    ]


def test_a_fiscal_year_that_starts_in_january_is_the_calendar_year() -> None:
    assert not [key for key in presets(TWO_YEARS, 1) if key.startswith("fy-")]


def test_a_fiscal_year_is_named_over_the_turn_of_a_century() -> None:
    assert "fy-1999-00" in presets(period("1999-05-01", "1999-06-01"), APRIL)


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


@unhurried
@given(some_period)
def test_the_previous_period_ends_the_day_before_and_is_as_long(now: Period) -> None:
    before = compared(now, Comparison.PREVIOUS)
    assert before is not None
    assert before.end == now.start - timedelta(days=1)
    assert before.whole_months == now.whole_months if now.whole_months else before.days == now.days


@unhurried
@given(some_day, st.integers(0, 40))
def test_whole_months_are_compared_with_whole_months(day: date, more: int) -> None:
    now = Period(month_start(day), month_end(month_start(day, more)))
    for comparison in (Comparison.PREVIOUS, Comparison.LAST_YEAR):
        before = compared(now, comparison)
        assert before is not None
        assert before.whole_months == more + 1


@unhurried
@given(some_period)
def test_last_year_is_as_long_but_for_a_leap_day_a_year(now: Period) -> None:
    before = compared(now, Comparison.LAST_YEAR)
    assert before is not None
    assert abs(before.days - now.days) <= 1
    assert (before.start.year, before.start.month) == (now.start.year - 1, now.start.month)


@pytest.mark.parametrize(
    ("key", "days"),
    [("2024", period("2024-01-01", "2024-12-31")), ("fy-2024-25", period("2024-04-01", "2025-03-31"))],
)
def test_a_year_is_all_of_its_days_loaded_or_not(key: str, days: Period) -> None:
    assert year_of(key, 4) == days


def test_what_names_no_year_is_refused() -> None:
    with pytest.raises(ValueError, match="a year such as 2024"):
        year_of("all", 4)

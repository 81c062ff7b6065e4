import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.periods import Period
from analytics.presets import ALL, LAST_YEAR, presets, resolve, year_of
from tests.analytics.frames import period
from tests.analytics.spans import TWO_YEARS, some_period

APRIL = 4


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


@given(some_period, st.integers(1, 12))
def test_every_preset_on_offer_lies_in_the_days_loaded(loaded: Period, fiscal_start: int) -> None:
    for preset in presets(loaded, fiscal_start):
        assert resolve(preset, loaded, fiscal_start).within(loaded) == resolve(preset, loaded, fiscal_start)


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
    ("key", "days"),
    [("2024", period("2024-01-01", "2024-12-31")), ("fy-2024-25", period("2024-04-01", "2025-03-31"))],
)
def test_a_year_is_all_of_its_days_loaded_or_not(key: str, days: Period) -> None:
    assert year_of(key, 4) == days


def test_what_names_no_year_is_refused() -> None:
    with pytest.raises(ValueError, match="a year such as 2024"):
        year_of("all", 4)

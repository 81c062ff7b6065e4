import pandas as pd
import pytest

from data.sample import seasons


@pytest.mark.parametrize("peak", ["2024-10-26", "2025-10-15", "2026-11-03"])
def test_the_festive_peak_is_five_days_before_diwali(peak: str) -> None:
    around = pd.date_range(pd.Timestamp(peak) - pd.Timedelta(days=30), periods=61)
    assert pd.Series(seasons.festive(around), index=around).idxmax() == pd.Timestamp(peak)


def test_the_three_weeks_after_diwali_bring_gifts_back() -> None:
    days = pd.DatetimeIndex(["2025-10-20", "2025-10-21", "2025-11-10", "2025-11-11"])
    assert seasons.after_diwali(days).tolist() == [0, 1, 1, 0]


def test_two_years_of_whole_quarters() -> None:
    days = seasons.calendar()
    assert len(days) == 730
    assert days[0].is_quarter_start
    assert days[-1].is_quarter_end
    assert seasons.second_year(days).sum() == 365


def test_saturday_and_sunday_are_the_weekend() -> None:
    assert seasons.weekend(pd.date_range("2025-01-03", periods=4)).tolist() == [0, 1, 1, 0]

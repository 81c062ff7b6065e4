"""The two years of the sample, each with whole quarters and one Diwali, and how a day differs from another."""

from datetime import date

import numpy as np
import pandas as pd

from data.sample.shares import Numbers, Words

FIRST_DAY = date(2024, 10, 1)
LAST_DAY = date(2026, 9, 30)
DIWALI = (date(2023, 11, 12), date(2024, 10, 31), date(2025, 10, 20), date(2026, 11, 8))
SATURDAY = 5
HALF_YEAR_FACTOR = 0.05
DAYS_IN_YEAR = 365


def calendar() -> pd.DatetimeIndex:
    """Every day of the sample."""
    return pd.date_range(FIRST_DAY, LAST_DAY)


def festive(days: pd.DatetimeIndex) -> Numbers:
    """How festive each day is, 0 to 1: it climbs for three weeks, peaks five days before Diwali, then falls fast."""
    before = _days_to_diwali(days)
    width = np.where(before > 5, 8.0, 4.0)
    return np.exp(-0.5 * ((before - 5) / width) ** 2)


def after_diwali(days: pd.DatetimeIndex) -> Numbers:
    """1 on the three weeks after Diwali, when gifts come back, else 0."""
    before = _days_to_diwali(days)
    return ((before < 0) & (before >= -21)).astype(float)


def weekend(days: pd.DatetimeIndex) -> Numbers:
    """1 on Saturday and Sunday, else 0."""
    return np.asarray(days.day_of_week >= SATURDAY).astype(float)


def second_year(days: pd.DatetimeIndex) -> Numbers:
    """1 in the second year of the sample, else 0."""
    return np.asarray(days >= pd.Timestamp(FIRST_DAY) + pd.DateOffset(years=1)).astype(float)


def quarter(days: pd.DatetimeIndex) -> Words:
    """The calendar quarter each day is in, such as " 2025 Q4"."""
    return np.asarray([f" {day.year} Q{day.quarter}" for day in days])


def years_passed(days: pd.DatetimeIndex) -> Numbers:
    """How many years have passed since the first day, 0 to 2."""
    return np.asarray((days - pd.Timestamp(FIRST_DAY)).days / DAYS_IN_YEAR)


def demand(days: pd.DatetimeIndex) -> Numbers:
    """The demand of each day against an ordinary one: the festive season doubles it, a week in May lifts it."""
    summer_sale = np.exp(-0.5 * ((days.day_of_year - 130) / 6.0) ** 2)
    slow_wave = np.sin(2 * np.pi * days.day_of_year / DAYS_IN_YEAR)
    return np.asarray(1 + 1.1 * festive(days) + 0.3 * summer_sale - HALF_YEAR_FACTOR * slow_wave)


def _days_to_diwali(days: pd.DatetimeIndex) -> Numbers:
    distance = np.stack([(pd.Timestamp(diwali) - days).days.to_numpy() for diwali in DIWALI])
    nearest = np.abs(distance).argmin(axis=0)
    return np.asarray(distance[nearest, np.arange(len(days))], dtype=float)

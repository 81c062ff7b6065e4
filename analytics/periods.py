"""Calendar periods: what a preset means on the days loaded, and what it is compared with."""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

ALL = "all"
LAST_YEAR = "last-12-months"
DAY_PRESETS = (7, 30, 90)
MONTH_PRESETS = (3, 6, 12)


class Comparison(StrEnum):
    """What a period is compared with."""

    PREVIOUS = "previous"
    LAST_YEAR = "last-year"
    NONE = "none"


@dataclass(frozen=True, order=True)
class Period:
    """The days from start to end, both included."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    @property
    def whole_months(self) -> int:
        """How many months it has, if it is made of whole calendar months, else 0."""
        if self.start.day != 1 or self.end != month_end(self.end):
            return 0
        return months_between(self.start, self.end) + 1

    def within(self, other: "Period") -> "Period | None":
        """The days it shares with another period, None if there are none."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Period(start, end) if start <= end else None


@dataclass(frozen=True)
class Dates:
    """The days loaded, the days in view, and the days these are compared with."""

    loaded: Period
    period: Period
    compared: Period | None = None


def dated(dates: Dates | None) -> Dates:
    """The dates, LookupError where there are none."""
    if dates is None:
        raise LookupError("the rows carry no dates")
    return dates


def whole_months(period: Period) -> Period:
    """The whole calendar months that have a day of the period."""
    return Period(month_start(period.start), month_end(period.end))


def month_start(day: date, months: int = 0) -> date:
    """The first day of its month, or of the month that many months later."""
    place = day.year * 12 + day.month - 1 + months
    return date(place // 12, place % 12 + 1, 1)


def month_end(day: date) -> date:
    """The last day of its month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def months_between(start: date, end: date) -> int:
    """How many calendar months lie between the months of two days."""
    return (end.year - start.year) * 12 + end.month - start.month


def presets(loaded: Period, fiscal_start: int) -> Mapping[str, str]:
    """The presets on offer for the days loaded: key to words, in the order of a menu."""
    years = range(loaded.end.year, loaded.start.year - 1, -1)
    return {
        **{f"last-{months}-months": f"Last {months} complete months" for months in reversed(MONTH_PRESETS)},
        **{f"last-{days}-days": f"Last {days} days" for days in reversed(DAY_PRESETS)},
        **{str(year): str(year) for year in years},
        **{key: key.upper().replace("FY-", "FY ") for key in _fiscal_years(loaded, fiscal_start)},
        ALL: "All dates",
    }


def resolve(preset: str, loaded: Period, fiscal_start: int) -> Period:
    """The days that a preset means: counted back from the newest day loaded, clipped to the days loaded.

    A preset that is not on offer, or has none of the days loaded, means all of them.
    """
    if preset not in presets(loaded, fiscal_start):
        return loaded
    return _named(preset, loaded, fiscal_start).within(loaded) or loaded


def year_of(key: str, fiscal_start: int) -> Period:
    """All days of the year that a key names: "2024", or "fy-2024-25" for the fiscal year from 2024 on.

    ValueError for any other text.
    """
    if re.fullmatch(r"\d{4}", key):
        return Period(date(int(key), 1, 1), date(int(key), 12, 31))
    if found := re.fullmatch(r"fy-(\d{4})-\d{2}", key):
        return _fiscal_year(int(found[1]), fiscal_start)
    raise ValueError(f"expected a year such as 2024 or fy-2024-25, found {key!r}")


def fiscal_year_of(day: date, fiscal_start: int) -> Period:
    """The fiscal year that a day is in."""
    return _fiscal_year(day.year - (day.month < fiscal_start), fiscal_start)


def compared(period: Period, comparison: Comparison) -> Period | None:
    """The period to compare with: whole months with as many whole months.

    Other periods with as many days before, or with the same dates a year earlier, 29 February as the 28th.
    """
    match comparison:
        case Comparison.PREVIOUS:
            return _previous(period)
        case Comparison.LAST_YEAR:
            return _year_before(period)
        case _:
            return None


def _previous(period: Period) -> Period:
    end = period.start - timedelta(days=1)
    if months := period.whole_months:
        return Period(month_start(period.start, -months), end)
    return Period(period.start - timedelta(days=period.days), end)


def _year_before(period: Period) -> Period:
    if period.whole_months:
        return Period(month_start(period.start, -12), month_end(month_start(period.end, -12)))
    return Period(_last_year(period.start), _last_year(period.end))


def _last_year(day: date) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap_day else day.day)


def _named(preset: str, loaded: Period, fiscal_start: int) -> Period:
    if found := re.fullmatch(r"last-(\d+)-days", preset):
        return Period(loaded.end - timedelta(days=int(found[1]) - 1), loaded.end)
    if found := re.fullmatch(r"last-(\d+)-months", preset):
        return _complete_months(int(found[1]), loaded)
    return loaded if preset == ALL else year_of(preset, fiscal_start)


def _complete_months(count: int, loaded: Period) -> Period:
    end = loaded.end if loaded.end == month_end(loaded.end) else month_start(loaded.end) - timedelta(days=1)
    return Period(month_start(end, 1 - count), end)


def _fiscal_year(year: int, fiscal_start: int) -> Period:
    start = date(year, fiscal_start, 1)
    return Period(start, month_start(start, 12) - timedelta(days=1))


def _fiscal_years(loaded: Period, fiscal_start: int) -> list[str]:
    if fiscal_start == 1:
        return []
    first, last = (fiscal_year_of(day, fiscal_start).start.year for day in (loaded.start, loaded.end))
    return [f"fy-{year}-{(year + 1) % 100:02}" for year in range(last, first - 1, -1)]

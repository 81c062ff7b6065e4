"""Calendar periods: what a preset means on the days loaded, and what it is compared with."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


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

"""Where an axis of days has its labels, and what they say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from analytics.numbers import MONTHS, day
from analytics.periods import month_start, months_between
from analytics.trend import Grain
from layouts.figures.template import ON_WIDE

MOST_MONTHS, MOST_YEARS, MOST_DAYS, MOST_ON_PHONE = 13, 7, 6, 6
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
DAY_STEPS = (1, 2, 7, 14, 28)
SHORTEST_BY_MONTH = 75


@dataclass(frozen=True)
class DateAxis:
    """Days, as YYYY-MM-DD, and their labels."""

    ticks: tuple[str, ...]
    labels: tuple[str, ...]

    @property
    def lines(self) -> int:
        """How many lines its labels take."""
        return max((label.count("<br>") + 1 for label in self.labels), default=1)


def date_axis(first: date, last: date, grain: Grain) -> DateAxis:
    """Months at their middle (where points are months, at the point), or days where there are few.

    Where more than one year is shown, the year stands under the first label of each.
    """
    if (last - first).days < SHORTEST_BY_MONTH and grain is not Grain.MONTH:
        days = _days(first, last, grain)
        return DateAxis(tuple(map(str, days)), _with_years(days, [day(at, year=False) for at in days]))
    step = _month_step(months_between(first, last))
    days = _months(first, last, step, day_of_month=1 if grain is Grain.MONTH else 15)
    if step >= 12:
        return DateAxis(tuple(map(str, days)), tuple(str(at.year) for at in days))
    return DateAxis(tuple(map(str, days)), _thinned(days, step))


def _days(first: date, last: date, grain: Grain) -> list[date]:
    smallest, length = 7 if grain is Grain.WEEK else 1, (last - first).days
    step = next(step for step in DAY_STEPS if step >= smallest and length // step < MOST_DAYS)
    return [first + timedelta(days=after) for after in range(0, length + 1, step)]


def _month_step(months: int) -> int:
    fitting = (step for step in MONTH_STEPS if months // step < (MOST_MONTHS if step < 12 else MOST_YEARS))
    return next(fitting, MONTH_STEPS[-1])


def _months(first: date, last: date, step: int, day_of_month: int) -> list[date]:
    starts = (month_start(first, months) for months in range(months_between(first, last) + 1))
    days = (start.replace(day=day_of_month) for start in starts if _place(start, step) * step == _place(start, 1))
    return [at for at in days if first <= at <= last]


def _place(at: date, step: int) -> int:
    return (at.year * 12 + at.month - 1) // step


def _thinned(days: Sequence[date], step: int) -> tuple[str, ...]:
    stays = [at for at in days if len(days) <= MOST_ON_PHONE or _place(at, step) % 2 == 0]
    labels = dict(zip(stays, _with_years(stays, list(map(_month, stays))), strict=True))
    return tuple(labels.get(at) or f'<span style="{ON_WIDE}">{_month(at)}</span>' for at in days)


def _month(at: date) -> str:
    return MONTHS[at.month - 1]


def _with_years(days: Sequence[date], names: Sequence[str]) -> tuple[str, ...]:
    years = [at.year for at in days]
    if len(set(years)) < 2:
        return tuple(names)
    first = {years.index(year) for year in years}
    return tuple(
        f"{name}<br>{_year(years[place], crowded=place + 1 in first)}" if place in first else name
        for place, name in enumerate(names)
    )


def _year(year: int, *, crowded: bool) -> str:
    """A year below a label: a phone has no room for another right beside it."""
    return f'<span style="{ON_WIDE}">{year}</span>' if crowded else str(year)

"""Where an axis has gridlines and what is written at them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from analytics.currency import currency_of
from analytics.figure import NO_BREAK, TIMES
from analytics.numbers import MONTHS, Unit, day, written
from analytics.periods import month_start, months_between
from analytics.trend import Grain

FEWEST, MOST = 3, 5
ROUND = (5.0, 2.0, 2.5, 1.0)
MOST_MONTHS, MOST_YEARS, MOST_DAYS, MOST_ON_PHONE = 13, 7, 6, 6
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
DAY_STEPS = (1, 2, 7, 14, 28)
SHORT = {Unit.PERCENT: 1, Unit.TIMES: 1, Unit.SCORE: 2, Unit.DAYS: 1}
SHORTEST_BY_MONTH = 75
# Font sizes in labels may be CSS lengths: this one is 0 below the width of a phone, so a label can step aside there.
ON_WIDE = "font-size:clamp(0px,calc((100vw - 560px)*99),12px)"


@dataclass(frozen=True)
class Axis:
    """Values and their labels."""

    ticks: tuple[float, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True)
class DateAxis:
    """Days, as YYYY-MM-DD, and their labels."""

    ticks: tuple[str, ...]
    labels: tuple[str, ...]

    @property
    def lines(self) -> int:
        """How many lines its labels take."""
        return max((label.count("<br>") + 1 for label in self.labels), default=1)


def compact_axis(values: Sequence[float | None], unit: Unit, currency: str) -> Axis:
    """An axis from 0 over all values: 3 to 5 round ticks in one unit (₹10 Cr, ₹5 Cr, 0); only 0 if all are 0."""
    known = [0.0, *_known(values)]
    return open_axis(min(known), max(known), unit, currency)


def open_axis(low: float, high: float, unit: Unit, currency: str) -> Axis:
    """An axis that need not start at 0: round ticks between two values, in one unit."""
    ticks = _round_ticks(low, high, whole=unit is Unit.COUNT)
    prefix, size, suffix = _writing(max(map(abs, ticks)), unit, currency)
    style = currency_of(currency)
    labels = (written(tick / size, _decimals(tick / size), style, prefix) + suffix if tick else "0" for tick in ticks)
    return Axis(ticks, tuple(labels))


def in_one_unit(values: Sequence[float | None], unit: Unit, currency: str) -> tuple[tuple[str, ...], str]:
    """The values as short as can be, and the unit they share: 22.3 and 0.4 in ₹ Cr; "" where there is no value."""
    prefix, size, suffix = _writing(max(map(abs, _known(values)), default=0), unit, currency)
    decimals = SHORT.get(unit, 0 if size == 1 else 1)
    style = currency_of(currency)
    texts = ("" if value is None else written(value / size, decimals, style) for value in values)
    return tuple(texts), f"{prefix.strip(NO_BREAK)}{suffix if prefix else suffix.strip(NO_BREAK)}"


def _known(values: Sequence[float | None]) -> list[float]:
    return [float(value) for value in values if value is not None and math.isfinite(value)]


def _round_ticks(low: float, high: float, *, whole: bool) -> tuple[float, ...]:
    if low == high:
        return (0.0,)
    magnitude = math.floor(math.log10(high - low))
    steps = [digit * 10.0**power for power in (magnitude, magnitude - 1) for digit in ROUND]
    steps = [step for step in steps if step.is_integer()] or [1.0] if whole else steps
    choices = [_multiples(step, low, high) for step in steps]
    fitting = (ticks for ticks in choices if FEWEST <= len(ticks) <= MOST)
    return next(fitting, min(choices, key=lambda ticks: abs(len(ticks) - FEWEST)))


def _multiples(step: float, low: float, high: float) -> tuple[float, ...]:
    places = range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)
    return tuple(float(f"{place * step:.6g}") for place in places)


def _writing(largest: float, unit: Unit, currency: str) -> tuple[str, float, str]:
    if unit is Unit.PERCENT:
        return "", 0.01, f"{NO_BREAK}%"
    if unit is Unit.TIMES:
        return "", 1, TIMES
    style = currency_of(currency)
    prefix = style.prefix if unit is Unit.CURRENCY else ""
    scale = next((scale for scale in style.scales if largest >= scale.start), None)
    return (prefix, scale.size, NO_BREAK + scale.unit) if scale else (prefix, 1, "")


def _decimals(value: float) -> int:
    _, _, fraction = f"{value:.6f}".rstrip("0").partition(".")
    return len(fraction)


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

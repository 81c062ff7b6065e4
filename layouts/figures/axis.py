"""Where an axis has gridlines and what is written at them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from analytics.currency import currency_of
from analytics.figure import NO_BREAK, TIMES
from analytics.numbers import Unit, written

FEWEST, MOST = 3, 5
ROUND = (5.0, 2.0, 2.5, 1.0)
SHORT = {Unit.PERCENT: 1, Unit.TIMES: 1, Unit.SCORE: 2, Unit.DAYS: 1}


@dataclass(frozen=True)
class Axis:
    """Values and their labels."""

    ticks: tuple[float, ...]
    labels: tuple[str, ...]


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

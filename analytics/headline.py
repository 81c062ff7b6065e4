"""The answer to the overview's question, computed from the rows in view."""

import math

from analytics.metrics import metric
from analytics.numbers import percent
from analytics.reading import CHANNEL, Reading, mover, rose
from analytics.wording import Strong, Words, during


def headline(reading: Reading) -> Words:
    """The answer to "is marketing paying for itself, and where?"; empty where the rows hold none."""
    roas = reading.facts.change(metric("roas"))
    if math.isnan(roas.now):
        return _revenue_only(reading)
    change = "" if math.isnan(roas.relative) else f", {_direction(roas.relative)} from {reading.money(roas.before)}"
    first = f" of revenue for every {reading.one} of ad spend {during(reading.facts.period)}{change}."
    return (Strong(reading.money(roas.now)), first, _exception(reading))


def _exception(reading: Reading) -> str:
    name = mover(reading.facts)
    if name is None:
        return ""
    whole = reading.facts.change(metric("revenue")).relative
    others = reading.facts.where(CHANNEL, name, leave_out=True).change(metric("revenue")).relative
    if math.isnan(others) or (whole > 0) == (others > 0):
        return ""
    return f" Leave {name} out and revenue {rose(others)} {percent(abs(others), 0)}."


def _revenue_only(reading: Reading) -> Words:
    revenue = metric("revenue").value(reading.facts.now)
    if math.isnan(revenue):
        return ()
    why = metric("roas").reason(reading.facts.now)
    rest = f" of revenue {during(reading.facts.period)}. What it cost is not known: {why}."
    return (Strong(str(reading.money(revenue))), rest)


def _direction(change: float) -> str:
    return "up" if change > 0 else "down"

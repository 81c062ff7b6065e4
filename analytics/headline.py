"""The answer to the overview's question, computed from the rows in view."""

import math

from analytics.comparison import Change
from analytics.metrics import metric
from analytics.numbers import direction
from analytics.reading import CHANNEL, Reading, mover, went
from analytics.wording import Strong, Words, during


def headline(reading: Reading) -> Words:
    """The answer to "is marketing paying for itself, and where?"; empty where the rows hold none."""
    roas = reading.facts.claimable().change(metric("roas"))
    if math.isnan(roas.now):
        return _revenue_only(reading)
    kept = f" of revenue for every {reading.one} of ad spend {during(reading.facts.period)}{_change(roas, reading)}."
    return (Strong(reading.money(roas.now)), kept, _exception(reading))


def _change(roas: Change, reading: Reading) -> str:
    before = reading.money(roas.before)
    if math.isnan(roas.relative):
        return ""
    if reading.money(roas.now) == before:
        return ", unchanged"
    return f", {'up' if roas.relative > 0 else 'down'} from {before}"


def _exception(reading: Reading) -> str:
    facts, revenue = reading.facts.claimable(), metric("revenue")
    name = mover(facts)
    if name is None:
        return ""
    whole = direction(facts.change(revenue).relative, 0)
    others = facts.where(CHANNEL, name, leave_out=True).change(revenue).relative
    if direction(others, 0) in (0, whole):
        return ""
    return f" Leave {name} out and revenue {went(others, 0)}."


def _revenue_only(reading: Reading) -> Words:
    now = reading.facts.now
    revenue = metric("revenue").value(now)
    if math.isnan(revenue):
        return ()
    free = metric("spend").value(now) == 0
    rest = " with no ad spend." if free else f". No return can be given: {metric('roas').reason(now)}."
    return (Strong(reading.money(revenue)), f" of revenue {during(reading.facts.period)}{rest}")

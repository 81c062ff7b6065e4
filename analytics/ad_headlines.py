"""The answers to the questions of the CMO and the CFO dashboard, computed from the rows in view."""

import math

from analytics.ad_metrics import ad_metric
from analytics.ad_return import BreakEven
from analytics.numbers import multiple, percent
from analytics.reading import Reading, went
from analytics.wording import Strong, Words, during


def response(reading: Reading) -> Words:
    """The answer to "do the ad platforms reach and convert the audience?"; empty where neither rate is known."""
    facts = reading.facts.claimable()
    clicked, converted = (ad_metric(name).value(facts.now) for name in ("ctr", "cvr"))
    if math.isnan(clicked) or math.isnan(converted):
        return ()
    change = facts.change(ad_metric("conversions")).relative
    moved = "" if math.isnan(change) else f" Conversions {went(change, 0)}."
    return (
        Strong(percent(clicked)),
        f" of impressions led to a click and {percent(converted)} of clicks to a conversion"
        f" {during(facts.period)}.{moved}",
    )


def returned(reading: Reading, even: BreakEven | None) -> Words:
    """The answer to "what does the ad money return?"; empty where revenue or spend is not known."""
    now = reading.facts.now
    left, spend = ad_metric("profit_after_spend").value(now), ad_metric("spend").value(now)
    reported = ad_metric("reported_after_spend").value(now)
    if math.isnan(left):
        return ()
    if math.isnan(reported):
        kept = f" of revenue is left after {reading.money(spend)} of ad spend {during(reading.facts.period)}."
        return (Strong(reading.money(left)), kept, _break_even(reading, even))
    profit = reading.money(ad_metric("profit").value(now))
    kept = (
        f" of reported profit is left {during(reading.facts.period)}: {profit} less {reading.money(spend)} of ad spend."
    )
    return (Strong(reading.money(reported)), kept, _break_even(reading, even))


def _break_even(reading: Reading, even: BreakEven | None) -> str:
    roas = ad_metric("roas").value(reading.facts.now)
    if even is None or math.isnan(roas):
        return ""
    return f" ROAS is {multiple(roas)}, break-even {multiple(even.roas)}."

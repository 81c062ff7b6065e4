"""The answers to the questions of the CMO and the CFO dashboard, computed from the rows in view."""

import math

from analytics.ad_metrics import ad_metric
from analytics.ad_return import BreakEven
from analytics.numbers import multiple, percent
from analytics.reading import Reading, went
from analytics.wording import Strong, Words


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
        f" of impressions led to a click, {percent(converted)} of clicks to a conversion.{moved}",
    )


def returned(reading: Reading, even: BreakEven | None) -> Words:
    """The answer to "what does the ad money return?"; empty where revenue or spend is not known."""
    now = reading.facts.now
    left, reported = (ad_metric(name).value(now) for name in ("profit_after_spend", "reported_after_spend"))
    if math.isnan(left):
        return ()
    even_words = _break_even(reading, even)
    if math.isnan(reported):
        return (*_kept(left, reading), even_words)
    return (*_kept_of_profit(reported, ad_metric("profit").value(now), reading), even_words)


def _kept(left: float, reading: Reading) -> Words:
    spend = reading.money(ad_metric("spend").value(reading.facts.now))
    if left < 0:
        return Strong(reading.money(-left)), f" of {spend} of ad spend did not come back as revenue."
    return Strong(reading.money(left)), f" of revenue is left after {spend} of ad spend."


def _kept_of_profit(left: float, profit: float, reading: Reading) -> Words:
    parts = f"{reading.money(profit)} of reported profit less"
    spend = f"{reading.money(ad_metric('spend').value(reading.facts.now))} of ad spend."
    return Strong(reading.money(abs(left))), f" is {'lost' if left < 0 else 'left'}: {parts} {spend}"


def _break_even(reading: Reading, even: BreakEven | None) -> str:
    roas = ad_metric("roas").value(reading.facts.now)
    if even is None or math.isnan(roas):
        return ""
    return f" ROAS is {multiple(roas)}, break-even {multiple(even.roas)}."

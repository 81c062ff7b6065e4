"""The answers to the questions of the CMO and the CFO dashboard, computed from the rows in view."""

import math

import pandas as pd

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
    """The answer to "what does the ad money return?"; empty where revenue or spend is not known.

    The amounts are those of the rows that report both sides, so that one less the other is what is left.
    """
    revenue, profit = (_sums(name, reading) for name in ("profit_after_spend", "reported_after_spend"))
    if revenue.empty:
        return ()
    even_words = _break_even(reading, even)
    if profit.empty:
        return (*_kept(revenue["revenue"], revenue["spend"], reading), even_words)
    return (*_kept_of_profit(profit["profit"], profit["spend"], reading), even_words)


def _sums(name: str, reading: Reading) -> "pd.Series[float]":
    """The sums of what a metric is made of, over the rows that report all of it; empty without any."""
    reported = reading.facts.now[list(ad_metric(name).measures)].dropna()
    return reported.sum() if len(reported) else pd.Series(dtype=float)


def _kept(revenue: float, spend: float, reading: Reading) -> Words:
    paid, left = reading.money(spend), revenue - spend
    if left < 0:
        return Strong(reading.money(-left)), f" of {paid} of ad spend did not come back as revenue."
    return Strong(reading.money(left)), f" of revenue is left after {paid} of ad spend."


def _kept_of_profit(profit: float, spend: float, reading: Reading) -> Words:
    left, parts = profit - spend, f"{reading.money(profit)} of reported profit less"
    kept = f" is {'lost' if left < 0 else 'left'}: {parts} {reading.money(spend)} of ad spend."
    return Strong(reading.money(abs(left))), kept


def _break_even(reading: Reading, even: BreakEven | None) -> str:
    roas = ad_metric("roas").value(reading.facts.now)
    if even is None or math.isnan(roas):
        return ""
    return f" ROAS is {multiple(roas)}, break-even {multiple(even.roas)}."

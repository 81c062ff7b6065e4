"""What a map, a scatter and the quadrants of states show, said as their titles, and the answer of the page."""

import math

import pandas as pd

from analytics.geography import States
from analytics.geography_metrics import state_metric
from analytics.metric import Metric
from analytics.numbers import Unit, change, format_value, percent
from analytics.wording import Strong, Words, listed, lower

LEADERS, NAMED = 3, 3
FEWEST_STATES = 8
TOGETHER = 0.5
GROWTH, REVENUE = "growth", "state_revenue"
PENETRATION, SATISFACTION = state_metric("penetration"), state_metric("satisfaction")


def headline(states: States, currency: str) -> Words:
    """Who leads, who is last, who grows most; empty where no state reports revenue."""
    values = states.inside(state_metric(REVENUE))
    if values.empty:
        return ()
    top = Strong(_money(values.iloc[0], currency))
    if len(values) == 1:
        return f"{values.index[0]} earned ", top, f" of revenue.{_growing(states)}"
    return f"{values.index[0]} leads with ", top, f" of revenue, {values.index[-1]} is last.{_growing(states)}"


def map_finding(shown: Metric, states: States) -> str:
    """Who leads in a metric on the map; a question where fewer than two states in view report it."""
    values, what = states.inside(shown), lower(shown.label)
    if len(values) < 2 or values.iloc[0] == values.iloc[-1]:
        return f"Which states lead in {what}?"
    if shown.name == GROWTH and values.iloc[-1] < 0 < values.iloc[0]:
        return f"{values.index[0]} grows most, {_shrinking(values)}"
    if shown.per or values.iloc[-1] < 0 or len(values) <= LEADERS:
        return f"{values.index[0]} has the highest {what}, {values.index[-1]} the lowest"
    share = percent(values.head(LEADERS).sum() / values.sum(), 0)
    verb = "earn" if shown.unit is Unit.CURRENCY else "have"
    return f"{listed(list(map(str, values.index[:LEADERS])))} {verb} {share} of {what}"


def scatter_finding(x: Metric, y: Metric, states: States) -> str:
    """Whether two metrics go together over the states in view (Pearson's r); a question where they are few."""
    both = pd.DataFrame({"x": states.inside(x), "y": states.inside(y)}).dropna()
    r = both["x"].corr(both["y"]) if len(both) >= FEWEST_STATES and both.std().min() > 0 else math.nan
    across, up = lower(x.label), lower(y.label)
    if x == y or math.isnan(r):
        return f"How do {across} and {up} go together?"
    if abs(r) < TOGETHER:
        return f"No clear link between {across} and {up}"
    return f"{x.label} and {up} {'rise together' if r > 0 else 'go opposite ways'}, on the whole"


def quadrants(states: States) -> pd.DataFrame:
    """Penetration and satisfaction of the states in view that report both, and on which side of the medians they lie.

    `reached` and `satisfied` are 1 above the median of those states, −1 below it and 0 on it.
    """
    rates = {known.name: states.inside(known) for known in (PENETRATION, SATISFACTION)}
    both = pd.DataFrame(rates).dropna()
    sides = (both > both.median()).astype(int) - (both < both.median()).astype(int)
    return both.assign(reached=sides[PENETRATION.name], satisfied=sides[SATISFACTION.name])


def quadrant_finding(found: pd.DataFrame, states: States) -> str:
    """Who is reached well and satisfied less than the middle state, the largest in revenue first."""
    lagging = found.index[(found["reached"] > 0) & (found["satisfied"] < 0)]
    ranked = states.inside(state_metric(REVENUE)).index
    names = [str(name) for name in ranked if name in lagging]
    if len(found) < FEWEST_STATES or not names:
        return "Are customers satisfied where many are reached?"
    some = names if len(names) <= NAMED else [*names[: NAMED - 1], f"{len(names) - NAMED + 1} others"]
    return f"{listed(some)} {'is' if len(names) == 1 else 'are'} well reached but less satisfied"


def _growing(states: States) -> str:
    values = states.inside(state_metric(GROWTH))
    if values.empty:
        return ""
    if len(values) == 1:
        return (
            f" That is {percent(abs(values.iloc[0]))} {'less' if values.iloc[0] < 0 else 'more'} than the year before."
        )
    word = "grew most" if values.iloc[0] > 0 else "shrank least"
    return f" {values.index[0]} {word}: {change(values.iloc[0])}."


def _shrinking(values: "pd.Series[float]") -> str:
    names = list(map(str, values.index[values < 0][::-1]))
    if len(names) > NAMED:
        return f"{len(names)} states shrink"
    return f"{listed(names)} {'shrinks' if len(names) == 1 else 'shrink'}"


def _money(value: float, currency: str) -> str:
    return str(format_value(value, Unit.CURRENCY, currency))

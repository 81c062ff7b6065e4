"""Which states stand out from the rest, computed from the rows in view. No cause is claimed."""

from collections.abc import Sequence

import pandas as pd

from analytics.comparison import Facts
from analytics.geography import States
from analytics.geography_metrics import state_metric
from analytics.insight import Insight, first
from analytics.metric import Metric
from analytics.numbers import moved, percent
from analytics.reading import Reading
from analytics.state_group import Group, told_apart
from analytics.wording import Strong

MOST = 3
FEWEST_STATES, FEWEST_CUSTOMERS = 5, 100
REAL_PART = 0.05
AHEAD = 0.125
LESS_SATISFIED = 0.15
SLOW, LESS = 1.3, 0.05
UNREACHED = 0.6
CUSTOMERS, STORES = state_metric("customers"), state_metric("stores")
REVENUE, GROWTH = state_metric("state_revenue"), state_metric("growth")
PENETRATION, SATISFACTION = state_metric("penetration"), state_metric("satisfaction")
DELIVERY = state_metric("delivery")


def geography_insights(states: States, reading: Reading) -> tuple[Insight, ...]:
    """At most three findings about the states in view, the weightiest first; none about fewer than five states."""
    found = states.figures[states.figures.index.isin(states.names)]
    known = found[found[CUSTOMERS.name] >= FEWEST_CUSTOMERS].sort_values(REVENUE.name, ascending=False)
    if len(known) < FEWEST_STATES:
        return ()
    rules = (shrinking, ahead, lagging_satisfaction, slow_delivery, unreached)
    return first(MOST, (rule(known, reading) for rule in rules))


def shrinking(known: pd.DataFrame, reading: Reading) -> Insight | None:
    """The largest state whose revenue fell, where it earns a real part of revenue and the others together grew."""
    real = known[known[REVENUE.name] >= REAL_PART * known[REVENUE.name].sum()]
    group = told_apart(real.index[real[GROWTH.name] < 0][:1], reading)
    if group is None:
        return None
    own, others = group.pair(GROWTH)
    if not others > 0:
        return None
    words = (
        Strong(f"{_share(group, reading)} of revenue"),
        f" ({_written(REVENUE, group.own, reading)}) and less than the year before; the other states together grew "
        f"{percent(others)}.",
    )
    return _insight("Shrinking", group, moved(own), False, words, GROWTH, reading)


def ahead(known: pd.DataFrame, reading: Reading) -> Insight | None:
    """The states that grew far faster than all together, where they earn a real part of revenue."""
    whole = GROWTH.value(reading.facts.now)
    fast = known[known[GROWTH.name] >= whole + AHEAD].sort_values(GROWTH.name, ascending=False)
    group = told_apart(fast.index, reading)
    if group is None or fast[REVENUE.name].sum() < REAL_PART * known[REVENUE.name].sum():
        return None
    own, others = group.pair(GROWTH)
    reach, elsewhere = group.pair(PENETRATION)
    words = (
        "The others together grew ",
        Strong(percent(others)),
        f". Penetration is {percent(reach)} here and {percent(elsewhere)} elsewhere, on {_share(group, reading)} of "
        "revenue.",
    )
    return _insight("Growing fastest", group, moved(own), True, words, GROWTH, reading)


def lagging_satisfaction(known: pd.DataFrame, reading: Reading) -> Insight | None:
    """The largest state that reaches more than the middle one and satisfies clearly less."""
    reach, satisfied = known[PENETRATION.name].median(), known[SATISFACTION.name].median()
    low = known[(known[PENETRATION.name] > reach) & (known[SATISFACTION.name] <= satisfied - LESS_SATISFIED)]
    group = told_apart(low.index[:1], reading)
    if group is None:
        return None
    words = (
        f"It reaches {_written(PENETRATION, group.own, reading)} of its market, and customers give it ",
        Strong(f"{_written(SATISFACTION, group.own, reading)} of 5"),
        f", against {reading.written(SATISFACTION, satisfied)} in the middle state.",
    )
    figure = _written(SATISFACTION, group.own, reading)
    return _insight("Satisfaction lags", group, figure, None, words, SATISFACTION, reading)


def slow_delivery(known: pd.DataFrame, reading: Reading) -> Insight | None:
    """The states where delivery takes far longer than in the middle one, where customers are less satisfied too."""
    slow = known[known[DELIVERY.name] >= SLOW * known[DELIVERY.name].median()]
    group = told_apart(slow.sort_values(DELIVERY.name, ascending=False).index, reading)
    if group is None:
        return None
    (days, elsewhere), (own, others) = group.pair(DELIVERY), group.pair(SATISFACTION)
    if not own <= others - LESS:
        return None
    words = (
        f"Delivery takes {reading.written(DELIVERY, days)}, ",
        Strong(f"{reading.written(DELIVERY, elsewhere)} elsewhere"),
        f"; satisfaction is {reading.written(SATISFACTION, own)} against {reading.written(SATISFACTION, others)}.",
    )
    figure = reading.written(DELIVERY, days)
    return _insight("Slow delivery", group, figure, None, words, SATISFACTION, reading)


def unreached(known: pd.DataFrame, reading: Reading) -> Insight | None:
    """The largest state with satisfied customers that reaches far less of its market than the middle one."""
    reach, satisfied = known[PENETRATION.name].median(), known[SATISFACTION.name].median()
    small = known[(known[PENETRATION.name] <= UNREACHED * reach) & (known[SATISFACTION.name] > satisfied)]
    group = told_apart(small.index[:1], reading)
    if group is None:
        return None
    words = (
        Strong(f"{_written(PENETRATION, group.own, reading)} of its market"),
        f" is reached, against {percent(reach)} in the middle state; customers give it "
        f"{_written(SATISFACTION, group.own, reading)} of 5, and it has "
        f"{_written(STORES, group.own, reading)} stores.",
    )
    figure = _written(PENETRATION, group.own, reading)
    return _insight("Satisfied, little reached", group, figure, None, words, PENETRATION, reading)


def _insight(
    kind: str, group: Group, figure: str, good: bool | None, words: Sequence[str], shown: Metric, reading: Reading
) -> Insight:
    """The finding, with the map coloured by what it is about."""
    view = reading.asking(colour=shown.name, map="tiles")
    return Insight(kind, group.subject, figure, good, words, f"{shown.label} on the map", view)


def _written(shown: Metric, facts: Facts, reading: Reading) -> str:
    return reading.written(shown, shown.value(facts.now))


def _share(group: Group, reading: Reading) -> str:
    return percent(REVENUE.value(group.own.now) / REVENUE.value(reading.facts.now), 0)

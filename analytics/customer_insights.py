"""What stands out among the customers in view: who holds the value, who leaves, who is content."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.customer_metrics import (
    CHURNED,
    KNOWN,
    RATINGS,
    SATISFACTION,
    customer_metric,
)
from analytics.customers import SQUARES, largest
from analytics.insights import Insight, first
from analytics.intervals import NORMAL_95, wilson
from analytics.metrics import FEWEST, Metric
from analytics.numbers import exact_count, percent, written
from analytics.reading import Dimension, Reading
from analytics.segments import REAL_PART, Estimate, Segment
from analytics.wording import Strong

MOST = 3
CONCENTRATED = 1.5
CHURN_APART, SATISFACTION_APART = 0.2, 0.05
Estimator = Callable[[pd.DataFrame], Estimate]


@dataclass(frozen=True)
class Measured:
    """A metric that is compared between members: how it and its interval are estimated, and how far is far."""

    metric: Metric
    estimate: Estimator
    apart: float


def customer_insights(reading: Reading, breakdowns: Sequence[Dimension]) -> tuple[Insight, ...]:
    """What stands out, at most one finding of each kind, looked for in each of the breakdowns."""
    churn = Measured(customer_metric("churn"), churn_rate, CHURN_APART)
    content = Measured(customer_metric("satisfaction"), mean_score, SATISFACTION_APART)
    rules = (most_value(reading), differing(reading, breakdowns, churn), differing(reading, breakdowns, content))
    return first(MOST, rules)


def most_value(reading: Reading) -> Insight | None:
    """The segment that holds a far larger part of lifetime value than of the customers."""
    facts, ltv = reading.facts, customer_metric("ltv")
    name, of_value, of_customers = largest(facts, reading.by.column)
    if not name or not of_value >= CONCENTRATED * of_customers:
        return None
    own = ltv.value(facts.where(reading.by.column, name).now)
    others = ltv.value(facts.where(reading.by.column, name, leave_out=True).now)
    words = (
        Strong(f"{percent(of_customers, 0)} of customers"),
        f" hold it: {reading.money(own)} each on average, {reading.money(others)} each among the others.",
    )
    view = reading.asking(**{reading.by.key: name})
    return Insight("Most of the value", name, percent(of_value, 0), None, words, f"{name} alone", view)


def differing(reading: Reading, breakdowns: Sequence[Dimension], measured: Measured) -> Insight | None:
    """The member of any of the breakdowns that lies furthest from the others, beyond both intervals."""
    found = [(by, one) for by in breakdowns for one in members(reading.facts.now, by.column, measured)]
    if not found:
        return None
    by, one = max(found, key=lambda pair: abs(pair[1].gap))
    side = "above" if one.gap > 0 else "below"
    shown = {name: _said(value, one.metric) for name, value in _values(one).items()}
    words = (
        f"Among {exact_count(_size(reading, by.column, one.name, measured), reading.currency)} customers "
        f"(95\N{NO-BREAK SPACE}%: {shown['low']} to {shown['high']}). ",
        Strong(f"The other {_plural(by.noun)}: {shown['others']}"),
        ".",
    )
    view = reading.asking(**{by.key: one.name})
    kind = f"{one.metric.label} {side} the rest"
    return Insight(kind, one.name, shown["own"], None, words, f"{one.name} alone", view)


def members(rows: pd.DataFrame, column: str, measured: Measured) -> list[Segment]:
    """The members that hold a real part of the denominator and differ from the others beyond both intervals.

    A member that churned whole is left out: then churn is what makes the member.
    """
    known = rows.dropna(subset=[column, *measured.metric.measures])
    sizes = known.groupby(column, observed=True)[measured.metric.per].sum()
    found = []
    for name in sizes.index[(sizes >= REAL_PART * sizes.sum()) & (sizes >= FEWEST)]:
        own, others = (measured.estimate(known[(known[column] == name) == same]) for same in (True, False))
        one = Segment(str(name), measured.metric, own, others, float(sizes[name] / sizes.sum()))
        clear = own.low > others.high or own.high < others.low
        if clear and abs(one.gap) >= measured.apart and not (measured.estimate is churn_rate and own.value == 1):
            found.append(one)
    return found


def churn_rate(rows: pd.DataFrame) -> Estimate:
    """The churn rate of these rows with Wilson's interval."""
    churned, known = float(rows[CHURNED].sum()), float(rows[KNOWN].sum())
    return Estimate(churned / known if known else math.nan, *wilson(churned, known))


def mean_score(rows: pd.DataFrame) -> Estimate:
    """The mean of the scores with its interval: mean ± z·s/√n, where s² is the variance of the n scores."""
    count, total, squares = (float(rows[name].sum()) for name in (RATINGS, SATISFACTION, SQUARES))
    if count < 2:
        return Estimate(math.nan, math.nan, math.nan)
    mean = total / count
    reach = NORMAL_95 * math.sqrt(max(squares - total * mean, 0.0) / (count - 1) / count)
    return Estimate(mean, mean - reach, mean + reach)


def _values(one: Segment) -> dict[str, float]:
    return {"own": one.own.value, "low": one.own.low, "high": one.own.high, "others": one.others.value}


def _size(reading: Reading, column: str, name: str, measured: Measured) -> float:
    return float(reading.facts.where(column, name).now[measured.metric.per].sum())


def _said(value: float, shown: Metric) -> str:
    return percent(value) if shown.name == "churn" else written(value, 2)


def _plural(noun: str) -> str:
    return f"{noun.removesuffix('y')}ies" if noun.endswith("y") else f"{noun}s"

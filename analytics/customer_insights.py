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
from analytics.customers import BY_NPS, SQUARES, largest
from analytics.insight import Insight, first
from analytics.intervals import NORMAL_95, wilson
from analytics.metric import Metric
from analytics.metrics import FEWEST
from analytics.numbers import exact_count, percent
from analytics.reading import Dimension, Reading
from analytics.segments import REAL_PART, Estimate, Segment
from analytics.wording import Strong

MOST = 3
CONCENTRATED = 1.5
Estimator = Callable[["pd.Series[float]"], Estimate]


@dataclass(frozen=True)
class Measured:
    """A metric that is compared between members: how sums give it and its interval, and from where on it is told.

    It is not looked for in the breakdowns `outside` it, which mean nearly the same, as NPS and satisfaction do.
    """

    metric: Metric
    estimate: Estimator
    sums: Sequence[str]
    apart: float
    outside: Sequence[Dimension] = ()


def customer_insights(reading: Reading, breakdowns: Sequence[Dimension]) -> tuple[Insight, ...]:
    """What stands out, at most one finding of each kind, looked for in each of the breakdowns."""
    rules = (most_value(reading), differing(reading, breakdowns, CHURN), differing(reading, breakdowns, CONTENT))
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
    looked = [by for by in breakdowns if by not in measured.outside]
    found = [(by, one) for by in looked for one in members(reading.facts.now, by.column, measured)]
    if not found:
        return None
    by, one = max(found, key=lambda pair: abs(pair[1].gap))
    own, low, high, others = (reading.written(one.metric, value) for value in _values(one))
    size = exact_count(_size(reading, by.column, one), reading.currency)
    words = (
        f"Among {size} customers (95\N{NO-BREAK SPACE}%: {low} to {high}). ",
        Strong(f"The other {_plural(by.noun)}: {others}"),
        ".",
    )
    kind = f"{one.metric.label} {'above' if one.gap > 0 else 'below'} the rest"
    view = reading.asking(**{by.key: one.name})
    return Insight(kind, one.name, own, None, words, f"{one.name} alone", view)


def members(rows: pd.DataFrame, column: str, measured: Measured) -> list[Segment]:
    """The members that hold a real part of the denominator and differ from the others beyond both intervals.

    One that has churned whole is left out: it is a member because it churned.
    """
    sums = rows.dropna(subset=[column, *measured.sums]).groupby(column, observed=True)[list(measured.sums)].sum()
    sizes, whole = sums[measured.metric.per], sums.sum()
    found = []
    for name in sums.index[(sizes >= REAL_PART * sizes.sum()) & (sizes >= FEWEST)]:
        own, others = measured.estimate(sums.loc[name]), measured.estimate(whole - sums.loc[name])
        one = Segment(str(name), measured.metric, own, others, float(sizes[name] / sizes.sum()))
        clear = own.low > others.high or own.high < others.low
        if clear and abs(one.gap) >= measured.apart and (own.value < 1 or measured is not CHURN):
            found.append(one)
    return found


def churn_rate(sums: "pd.Series[float]") -> Estimate:
    """The churn rate that these sums make, with Wilson's interval."""
    churned, known = float(sums[CHURNED]), float(sums[KNOWN])
    return Estimate(churned / known if known else math.nan, *wilson(churned, known))


def mean_score(sums: "pd.Series[float]") -> Estimate:
    """The mean score that these sums make with its interval, mean ± z·s/√n; s² is the variance of the n scores."""
    count, total, squares = (float(sums[name]) for name in (RATINGS, SATISFACTION, SQUARES))
    if count < 2:
        return Estimate(total / count if count else math.nan, math.nan, math.nan)
    mean = total / count
    reach = NORMAL_95 * math.sqrt(max(squares - total * mean, 0.0) / (count - 1) / count)
    return Estimate(mean, mean - reach, mean + reach)


CHURN = Measured(customer_metric("churn"), churn_rate, (CHURNED, KNOWN), 0.2)
CONTENT = Measured(customer_metric("satisfaction"), mean_score, (SATISFACTION, RATINGS, SQUARES), 0.05, (BY_NPS,))


def _values(one: Segment) -> tuple[float, float, float, float]:
    return one.own.value, one.own.low, one.own.high, one.others.value


def _size(reading: Reading, column: str, one: Segment) -> float:
    return float(reading.facts.where(column, one.name).now[one.metric.per].sum())


def _plural(noun: str) -> str:
    return f"{noun.removesuffix('y')}ies" if noun.endswith("y") else f"{noun}s"

"""Which member of a breakdown differs from the others by more than its days differ among themselves."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from analytics.comparison import DATE
from analytics.intervals import NORMAL_95
from analytics.metric import Metric

APART = 0.2
REAL_PART = 0.05
FEWEST_DAYS = 14


@dataclass(frozen=True)
class Estimate:
    """A ratio of sums and its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Segment:
    """A member's ratio, that of the others together, and the member's part of the denominator."""

    name: str
    metric: Metric
    own: Estimate
    others: Estimate
    part: float

    @property
    def gap(self) -> float:
        """How far it lies from the others, as a share of theirs."""
        return self.own.value / self.others.value - 1 if self.others.value > 0 else 0

    @property
    def apart(self) -> bool:
        """Whether it lies far from the others and neither interval reaches the other."""
        clear = self.own.low > self.others.high or self.own.high < self.others.low
        return clear and abs(self.gap) >= APART


def standing_out(rows: pd.DataFrame, column: str, metrics: Sequence[Metric]) -> Segment | None:
    """The member of a column furthest from the others in any of the ratios, if it is `apart`; None without any.

    Both the member and the others hold a real part of the denominator.
    """
    found = [segment for metric in metrics for segment in _segments(rows, column, metric) if segment.apart]
    return max(found, key=lambda segment: abs(segment.gap), default=None)


def over_days(totals: "pd.Series[float]", pers: "pd.Series[float]") -> Estimate:
    """R = Σt / Σp with its interval, from how it differs from day to day: R ± z·√(n/(n−1) Σ(t − R·p)²) / Σp.

    t and p are sums of a day, n the days with any p (Cochran 1977, Sampling Techniques, 6.4). NaN for both ends with
    fewer than 14 of them.
    """
    days, whole = int((pers != 0).sum()), pers.sum()
    ratio = totals.sum() / whole if whole > 0 else math.nan
    if days < FEWEST_DAYS or math.isnan(ratio):
        return Estimate(ratio, math.nan, math.nan)
    reach = NORMAL_95 * math.sqrt(days / (days - 1) * ((totals - ratio * pers) ** 2).sum()) / whole
    return Estimate(ratio, ratio - reach, ratio + reach)


def _segments(rows: pd.DataFrame, column: str, metric: Metric) -> Iterator[Segment]:
    both = rows.dropna(subset=[column, *metric.measures])
    totals = _daily(replace(metric, per=""), both, column)
    pers = _daily(replace(metric, total=metric.per, per="", scale=1), both, column)
    parts = pers.sum() / (pers.sum().sum() or math.nan)
    for name in parts.index[parts.between(REAL_PART, 1 - REAL_PART)]:
        others = over_days(totals.drop(columns=name).sum(axis=1), pers.drop(columns=name).sum(axis=1))
        yield Segment(str(name), metric, over_days(totals[name], pers[name]), others, float(parts[name]))


def _daily(sums: Metric, rows: pd.DataFrame, column: str) -> pd.DataFrame:
    """The sums of each day by member; by one key, because a pair of keys is slow to group by."""
    (day, days), (member, names) = rows[DATE].factorize(), rows[column].factorize(sort=True)
    cells = sums.by(rows.assign(cell=day * len(names) + member), ["cell"])
    every = cells.reindex(range(len(days) * len(names)), fill_value=0)
    return pd.DataFrame(every.to_numpy().reshape(len(days), len(names)), columns=names)

"""A metric for each pair of members of two dimensions."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analytics.metric import Metric

Pair = tuple[str, str]


@dataclass(frozen=True)
class Pairs:
    """The pairs that have rows: their values (NaN: none), the pairs with enough in the denominator, and their rows."""

    metric: Metric
    values: Mapping[Pair, float]
    ranked: frozenset[Pair]
    rows: Mapping[Pair, pd.DataFrame]

    def value(self, pair: Pair) -> float | None:
        """The value of a pair, None where it has none."""
        value = self.values.get(pair, math.nan)
        return None if math.isnan(value) else value

    def reason(self, pair: Pair) -> str:
        """Why a pair has no value, in words."""
        return self.metric.reason(self.rows[pair]) if pair in self.rows else "no rows"

    @property
    def sure(self) -> Mapping[Pair, float]:
        """The values that have enough in the denominator to be compared."""
        return {pair: value for pair, value in self.values.items() if pair in self.ranked and not math.isnan(value)}


def pairs(metric: Metric, rows: pd.DataFrame, one: str, other: str) -> Pairs:
    """The metric of `rows` by two columns; rows that do not report both are in no pair."""
    by = [one, other]
    rows = rows.dropna(subset=by)
    ranked = metric.ranked(rows, by)
    return Pairs(
        metric,
        {_pair(key): float(value) for key, value in metric.by(rows, by).items()},
        frozenset(_pair(key) for key in ranked.index[ranked]),
        {_pair(key): part for key, part in rows.groupby(by)},
    )


def _pair(key: object) -> Pair:
    first, second = key if isinstance(key, tuple) else (key, "")
    return str(first), str(second)

"""How much better one score ranks the same leads than another."""

import math
from dataclasses import dataclass

import numpy as np

from analytics.intervals import NORMAL_95
from analytics.roc import ONE_OF_A_KIND
from analytics.scores import Column, Numbers, Scores, scores

SAME_RANKING = "both scores rank these leads alike, so no interval can be told"


@dataclass(frozen=True)
class Difference:
    """An AUC less another of the same leads, its variance and interval. What is NaN, `reason` explains."""

    value: float
    variance: float
    low: float
    high: float
    reason: str = ""

    @property
    def sign(self) -> int:
        """1 where the first score ranks better beyond doubt, -1 where the second does, 0 where neither is sure."""
        return 1 if self.low > 0 else -1 if self.high < 0 else 0


def auc_difference(actual: Column, one: Column, other: Column) -> Difference:
    """The AUC of `one` less that of `other` on the same leads, with its 95 % interval.

    Paired, as DeLong, DeLong and Clarke-Pearson (1988) do. V of a buyer is the share of others that it outranks, V of
    another lead the share of buyers that outrank it, ties half; D is V by `one` less V by `other`. The variance is
    Σ(D − mean D)² / (m (m − 1)) over the m buyers and the same over the n others: that of one, plus that of the other,
    less twice their covariance. The interval is the difference ± z √variance. One class only: all NaN. One lead of a
    class, or no variance: no interval. Raises ScoresError as `scores` does.
    """
    first, second = scores(actual, one), scores(actual, other)
    if first.undefined:
        return Difference(math.nan, math.nan, math.nan, math.nan, first.undefined)
    kinds = [ours - theirs for ours, theirs in zip(_placed(first), _placed(second), strict=True)]
    value = float(kinds[0].mean())
    if min(map(len, kinds)) < 2:
        return Difference(value, math.nan, math.nan, math.nan, ONE_OF_A_KIND)
    variance = sum(float(kind.var(ddof=1)) / len(kind) for kind in kinds)
    if not variance > 0:
        return Difference(value, 0.0, math.nan, math.nan, SAME_RANKING)
    reach = NORMAL_95 * math.sqrt(variance)
    return Difference(value, variance, value - reach, value + reach)


def _placed(given: Scores) -> tuple[Numbers, Numbers]:
    """V of each buyer and of each other lead, in the order of the leads."""
    bought = given.actual > 0
    buyers, others = given.score[bought], given.score[~bought]
    return _below(buyers, others), 1 - _below(others, buyers)


def _below(these: Numbers, those: Numbers) -> Numbers:
    """The share of `those` below each of `these`, ties half."""
    ordered = np.sort(those)
    places = [np.searchsorted(ordered, these, side=side) for side in ("left", "right")]
    return np.asarray(sum(places) / (2 * len(those)), dtype=float)

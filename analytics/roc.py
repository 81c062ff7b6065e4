"""How well a score ranks buyers above the others: the ROC curve, its area, and its best point."""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.intervals import NORMAL_95
from analytics.scores import (
    THRESHOLD,
    Column,
    Numbers,
    Scores,
    ScoresError,
    Tally,
    scores,
    summed,
    tally,
)

FPR, TPR = "fpr", "tpr"
ONE_OF_A_KIND = "an interval needs two leads who bought and two who did not"
NO_SPREAD = "every lead of a kind ranks the same, so no interval can be told"


@dataclass(frozen=True)
class Auc:
    """An area under the ROC curve, its variance and interval. What is NaN, `reason` explains."""

    value: float
    variance: float
    low: float
    high: float
    reason: str = ""


@dataclass(frozen=True)
class Youden:
    """The point of the ROC curve farthest above chance: `j` = `tpr` − `fpr`. What is NaN, `reason` explains."""

    threshold: float
    tpr: float
    fpr: float
    j: float
    reason: str = ""


def roc(actual: Column, score: Column, *, weight: Column | None = None) -> pd.DataFrame:
    """The ROC curve: `threshold` from inf (nobody is called) down through each distinct score, `fpr` and `tpr`.

    tpr = tp / buyers, fpr = fp / others, where score ≥ threshold (scikit-learn's `roc_curve`, all points kept).
    Raises ScoresError as `scores` does, and where there is one class only.
    """
    from sklearn.metrics import roc_curve

    given = scores(actual, score, weight)
    if given.undefined:
        raise ScoresError("ROC", "leads who bought and leads who did not", given.undefined)
    fpr, tpr, thresholds = roc_curve(given.actual, given.score, sample_weight=given.weight, drop_intermediate=False)
    return pd.DataFrame({THRESHOLD: thresholds, FPR: fpr, TPR: tpr})


def auc(actual: Column, score: Column, *, weight: Column | None = None) -> Auc:
    """The area under the ROC curve with its 95 % interval: how often a buyer scores above another lead, ties half.

    Value and variance are DeLong's (DeLong, DeLong and Clarke-Pearson 1988), from ranks as Sun and Xu (2014) do. With
    V of a buyer the share of others below it, V of another lead the share of buyers above it, and A their mean:
    variance = Σ(V − A)² / (m (m − 1)) over the m buyers + the same over the n others. The interval A ± z √variance is
    cut at 0 and 1. One class only: all NaN. One lead of a class, or no variance (a perfect ranking, one score for
    all): no interval. Raises ScoresError as `scores` does.
    """
    return area(scores(actual, score, weight))


def area(given: Scores) -> Auc:
    """The area of columns that are checked already; with no leads at all as with no buyer."""
    if given.undefined:
        return Auc(math.nan, math.nan, math.nan, math.nan, given.undefined)
    return _delong(tally(given))


def youden(actual: Column, score: Column, *, weight: Column | None = None) -> Youden:
    """The score whose threshold has the largest J = tpr − fpr (Youden 1950); of several, the highest.

    Only scores that occur are offered, so a score no better than chance gives the lowest one, with J = 0: call all.
    """
    given = scores(actual, score, weight)
    if given.undefined:
        return Youden(math.nan, math.nan, math.nan, math.nan, given.undefined)
    counted = tally(given)
    tp, fp = np.cumsum(counted.buyers), np.cumsum(counted.others)
    best = int(np.argmax(tp * fp[-1] - fp * tp[-1]))
    tpr, fpr = tp[best] / tp[-1], fp[best] / fp[-1]
    return Youden(float(counted.score[best]), float(tpr), float(fpr), float(tpr - fpr))


def _delong(counted: Tally) -> Auc:
    buyers, others = counted.buyers, counted.others
    below = (others.sum() - summed(others)[:-1] - others / 2) / others.sum()
    above = (summed(buyers)[:-1] + buyers / 2) / buyers.sum()
    value = float(buyers @ below / buyers.sum())
    if min(buyers.sum(), others.sum()) < 2:
        return Auc(value, math.nan, math.nan, math.nan, ONE_OF_A_KIND)
    variance = _variance(below, buyers, value) + _variance(above, others, value)
    if not variance > 0:
        return Auc(value, 0.0, math.nan, math.nan, NO_SPREAD)
    reach = NORMAL_95 * math.sqrt(variance)
    return Auc(value, variance, max(value - reach, 0.0), min(value + reach, 1.0))


def _variance(placed: Numbers, leads: Numbers, mean: float) -> float:
    count = leads.sum()
    return float(leads @ (placed - mean) ** 2 / (count * (count - 1)))

"""How many of the called bought, against how many of the buyers were called."""

import math

import pandas as pd

from analytics.scores import NO_BUYER, THRESHOLD, Column, ScoresError, scores

PRECISION, RECALL = "precision", "recall"


def precision_recall(actual: Column, score: Column, *, weight: Column | None = None) -> pd.DataFrame:
    """The precision-recall curve: `threshold` from inf down through each distinct score, `precision` and `recall`.

    precision = tp / (tp + fp), recall = tp / buyers, where score ≥ threshold (scikit-learn's
    `precision_recall_curve`). At inf nobody is called: recall 0, and precision 1 by convention. Chance is the base
    rate, the precision of the last row (Saito and Rehmsmeier 2015). Raises ScoresError as `scores` does, and where
    nobody bought.
    """
    from sklearn.metrics import precision_recall_curve

    given = scores(actual, score, weight)
    if given.undefined == NO_BUYER:
        raise ScoresError("precision-recall", "leads who bought", NO_BUYER)
    precision, recall, thresholds = precision_recall_curve(given.actual, given.score, sample_weight=given.weight)
    return pd.DataFrame({THRESHOLD: [math.inf, *thresholds[::-1]], PRECISION: precision[::-1], RECALL: recall[::-1]})


def average_precision(actual: Column, score: Column, *, weight: Column | None = None) -> float:
    """Σ (recall at a threshold − recall at the next higher) × precision; NaN where nobody bought.

    A sum over steps, without interpolation, which would flatter (scikit-learn's `average_precision_score`).
    """
    from sklearn.metrics import average_precision_score

    given = scores(actual, score, weight)
    if given.undefined == NO_BUYER:
        return math.nan
    return float(average_precision_score(given.actual, given.score, sample_weight=given.weight))

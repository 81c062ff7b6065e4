"""How good a classifier is: the one door to its measures.

Every measure takes `actual` (0 or 1) and `score`, a lead each, or with `weight` as many leads as it says: counts per
distinct score tell what the single rows tell. A lead is positive, that is called, where score ≥ threshold.
"""

from analytics.operating_points import THRESHOLDS, Confusion, confusion, operating_points
from analytics.precision_recall import average_precision, precision_recall
from analytics.roc import Auc, Youden, auc, roc, youden
from analytics.scores import ScoresError

__all__ = [
    "THRESHOLDS",
    "Auc",
    "Confusion",
    "ScoresError",
    "Youden",
    "auc",
    "average_precision",
    "confusion",
    "operating_points",
    "precision_recall",
    "roc",
    "youden",
]

"""How good a classifier is: the one door to its measures.

Every measure takes `actual` (0 or 1) and `score`, a lead each, or with `weight` as many leads as it says: counts per
distinct score tell what the single rows tell. A lead is positive, that is called, where score ≥ threshold.
"""

from analytics.auc_difference import Difference, auc_difference
from analytics.calibration import Brier, brier, calibration
from analytics.expected_profit import Profit, expected_profit
from analytics.gains import gains
from analytics.operating_points import THRESHOLDS, Confusion, confusion, operating_points
from analytics.precision_recall import average_precision, precision_recall
from analytics.predictions import Reproduction, reproduces, score_histogram
from analytics.roc import Auc, Youden, auc, roc, youden
from analytics.scores import ScoresError
from analytics.slices import slices

__all__ = [
    "THRESHOLDS",
    "Auc",
    "Brier",
    "Confusion",
    "Difference",
    "Profit",
    "Reproduction",
    "ScoresError",
    "Youden",
    "auc",
    "auc_difference",
    "average_precision",
    "brier",
    "calibration",
    "confusion",
    "expected_profit",
    "gains",
    "operating_points",
    "precision_recall",
    "reproduces",
    "roc",
    "score_histogram",
    "slices",
    "youden",
]

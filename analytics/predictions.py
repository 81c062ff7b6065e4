"""What a file says of its leads: where their scores lie, and which threshold made the classes beside them."""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.scores import HIGH, LOW, Column, scores, summed, tally

PREDICTED_CLASS, BUYERS, OTHERS = "predicted_class", "buyers", "others"
BINS = 50


@dataclass(frozen=True)
class Reproduction:
    """The thresholds that give the supplied classes: above `low`, up to and with `high`.

    Where none does, those that come nearest: `disagree` of the `n` leads have another class than they give.
    """

    low: float
    high: float
    disagree: int
    n: int

    def holds(self, threshold: float) -> bool:
        """Whether the threshold is one of them."""
        return self.low < threshold <= self.high


def reproduces(score: Column, predicted_class: Column, *, weight: Column | None = None) -> Reproduction:
    """The range of thresholds at which score ≥ threshold is the supplied class, or comes nearest to it.

    Of several ranges that come equally near, the highest. All of one class leaves one end infinite. Raises
    ScoresError as `scores` does.
    """
    counted = tally(scores(predicted_class, score, weight, PREDICTED_CLASS))
    called, rejected = summed(counted.buyers), summed(counted.others)
    wrong = rejected + called[-1] - called
    best = int(np.argmin(wrong))
    ends = [math.inf, *counted.score, -math.inf]
    return Reproduction(float(ends[best + 1]), float(ends[best]), int(wrong[best]), int(counted.called[-1]))


def score_histogram(actual: Column, score: Column, bins: int = BINS, *, weight: Column | None = None) -> pd.DataFrame:
    """Leads per equal step of the score: `low`, `high` (only the last step holds its upper end), `buyers`, `others`.

    The steps reach from 0 to 1 where all scores are probabilities, else from the lowest score to the highest.
    """
    given = scores(actual, score, weight)
    counted = tally(given)
    ends = (0.0, 1.0) if given.are_probabilities else (float(counted.score.min()), float(counted.score.max()))
    buyers, edges = np.histogram(counted.score, bins, ends, weights=counted.buyers)
    others, _ = np.histogram(counted.score, bins, ends, weights=counted.others)
    leads = {BUYERS: buyers.astype(np.int64), OTHERS: others.astype(np.int64)}
    return pd.DataFrame({LOW: edges[:-1], HIGH: edges[1:]} | leads)

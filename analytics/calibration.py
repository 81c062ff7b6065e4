"""Whether a probability means what it says: predicted against observed, and the Brier score."""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.scores import HIGH, LOW, Column, Tally, rate, ratio, scores, tally

LEADS, PREDICTED, OBSERVED = "n", "predicted", "observed"
BINS = 10


@dataclass(frozen=True)
class Brier:
    """The mean squared error of a probability, 0 to 1, less is better, and Murphy's parts of it.

    `value` = `reliability` − `resolution` + `uncertainty`. `uncertainty` is the error of saying the base rate to all;
    `skill`, the part of it that the score saves, is NaN where only one class leaves nothing to save.
    """

    value: float
    reliability: float
    resolution: float
    uncertainty: float

    @property
    def skill(self) -> float:
        """1 − value / uncertainty: 1 is perfect, 0 no better than the base rate, below 0 worse."""
        return 1 - self.value / self.uncertainty if self.uncertainty > 0 else math.nan


def calibration(actual: Column, score: Column, *, bins: int = BINS, weight: Column | None = None) -> pd.DataFrame:
    """Predicted against observed in equal steps of the score from 0 to 1, a row per step that holds leads.

    `low`, `high`: the step, without its lower end but for 0; `n`: leads; `predicted`: their mean score; `observed`:
    the share that bought, with its 95 % Wilson interval in `observed_low`, `observed_high`. These are the points of
    scikit-learn's `calibration_curve`, which knows no weights. Raises ScoresError as `scores` does, and for scores
    that are no probabilities: these have no calibration.
    """
    counted = tally(scores(actual, score, weight).probabilities())
    edges = np.arange(bins + 1) / bins
    place = np.searchsorted(edges[1:-1], counted.score)
    leads = counted.buyers + counted.others
    sums = [np.bincount(place, each, bins) for each in (leads, leads * counted.score, counted.buyers)]
    n, predicted, bought = np.array(sums, dtype=float)
    columns = {LOW: edges[:-1], HIGH: edges[1:], LEADS: n.astype(np.int64), PREDICTED: ratio(predicted, n)}
    table = pd.DataFrame(columns | rate(OBSERVED, bought, n))
    return table[table[LEADS] > 0].reset_index(drop=True)


def brier(actual: Column, score: Column, *, weight: Column | None = None) -> Brier:
    """The Brier score, mean (score − actual)² (scikit-learn's `brier_score_loss`), and its parts (Murphy 1973).

    With o the share that bought among the n leads of a score p, and ō among all N: reliability = Σ n (p − o)² / N,
    resolution = Σ n (o − ō)² / N, uncertainty = ō (1 − ō). Where few leads share a score, the first two are mostly
    noise that cancels; value and skill are not. Raises ScoresError as `calibration` does.
    """
    from sklearn.metrics import brier_score_loss

    given = scores(actual, score, weight).probabilities()
    value = float(brier_score_loss(given.actual, given.score, sample_weight=given.weight, pos_label=1))
    return Brier(value, *_parts(tally(given)))


def _parts(counted: Tally) -> tuple[float, float, float]:
    leads = counted.buyers + counted.others
    observed, base = counted.buyers / leads, counted.buyers.sum() / leads.sum()
    reliability = leads @ (counted.score - observed) ** 2 / leads.sum()
    resolution = leads @ (observed - base) ** 2 / leads.sum()
    return float(reliability), float(resolution), float(base * (1 - base))

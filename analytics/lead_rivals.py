"""The baselines beside the supplied score, each judged on the same leads."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.classifier import Auc, Difference, auc, auc_difference
from analytics.lead_bench import MODEL
from analytics.lead_models import Baseline
from analytics.lead_ranks import LEAD
from analytics.lead_training import SUPPLIED
from analytics.leads import ACTUAL, CLASS, COUNT, SCORE, Leads

EQUAL = 0.03


@dataclass(frozen=True)
class Rival:
    """A baseline, the leads as it scored them (each by a fit without it), and how far its AUC is `ahead`."""

    baseline: Baseline
    leads: Leads
    ahead: Difference

    @property
    def area(self) -> Auc:
        """How well it ranks them."""
        return auc(**self.leads.columns)

    @property
    def as_good(self) -> bool:
        """Whether it ranks neither better nor worse by as much as 0.03 AUC, beyond doubt."""
        return -EQUAL < self.ahead.low <= self.ahead.high < EQUAL


@dataclass(frozen=True)
class Rivals:
    """The leads that the supplied score and every baseline scored, as supplied, and the baselines."""

    supplied: Leads
    baselines: Sequence[Rival]


def rivals(scores: pd.DataFrame) -> Rivals | None:
    """Those of `scores` (see Training) that each model has scored; None where that is no lead.

    Only on the same leads can scores be compared: one without a supplied score is left out of all. None, too, where all
    of them bought, or none.
    """
    parts = [_of(model, scores) for model in (SUPPLIED, *Baseline)]
    if any(part.empty for part in parts):
        return None
    told = pd.concat(parts, axis=1, join="inner", keys=(SUPPLIED, *Baseline))
    actual, supplied = told[SUPPLIED][ACTUAL], told[SUPPLIED][SCORE]
    if actual.nunique() < 2:
        return None
    return Rivals(
        _leads(actual, supplied),
        [
            Rival(one, _leads(actual, told[one][SCORE]), auc_difference(actual, told[one][SCORE], supplied))
            for one in Baseline
        ],
    )


def _of(model: str, scores: pd.DataFrame) -> pd.DataFrame:
    return scores[scores[MODEL] == model].set_index(LEAD)[[ACTUAL, SCORE]].astype(float)


def _leads(actual: "pd.Series[float]", score: "pd.Series[float]") -> Leads:
    rows = pd.DataFrame({SCORE: score.to_numpy(), ACTUAL: actual.to_numpy(), CLASS: np.nan, COUNT: 1.0})
    return Leads.counted(rows)

"""What the insights about a lead model are read from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.lead_rivals import Rival
from analytics.lead_thresholds import Terms
from analytics.leads import Leads
from analytics.numbers import exact_count
from analytics.view import View


@dataclass(frozen=True)
class Model:
    """What its insights are read from: the leads, their thresholds and slices by filter key, its terms, its training,
    the baselines in view (`rivals`, none where nothing was trained).

    `used` is the threshold in use, the supplied one, and `earning` the one that earns most; `nouns` are the filters in
    words. `points` is None where scores are no probabilities, `training` where there is no learning curve.
    """

    leads: Leads
    points: pd.DataFrame | None
    used: float | None
    earning: float | None
    terms: Terms
    slices: Mapping[str, pd.DataFrame]
    nouns: Mapping[str, str]
    training: pd.DataFrame | None
    view: View
    currency: str
    rivals: Sequence[Rival] = ()

    def count(self, leads: int) -> str:
        """So many leads, in words."""
        return f"{exact_count(leads, self.currency)} lead{'' if leads == 1 else 's'}"

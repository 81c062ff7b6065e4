"""What of a lead model stands out: promises not kept, slices unlike the rest, what it learned by heart."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

import numpy as np
import pandas as pd

from analytics.calibration import LEADS, OBSERVED, PREDICTED
from analytics.intervals import wilson
from analytics.metrics import FEWEST
from analytics.slices import DIFFERENCE, SMALL

# Of thirty comparisons, one lies so far beyond its 95 % interval by chance only one time in twenty (Bonferroni).
FAR = 1.6
ALL_TEN = NormalDist().inv_cdf(1 - 0.025 / 10)
SIZE, TRAIN, VALIDATION = "training_size", "train_score", "validation_score"
TRAIN_STD, VALIDATION_STD = "train_score_std", "validation_score_std"
Row = Mapping[Hashable, Any]


@dataclass(frozen=True)
class Apart:
    """A slice whose measure (BASE_RATE or AUC of `analytics.slices`) lies beyond doubt from that of the other leads."""

    member: str
    measure: str
    value: float
    difference: float
    low: float
    high: float
    leads: int


def miscalibrated(steps: pd.DataFrame) -> Row | None:
    """The step of at least 100 leads whose promise is broken most, of those beyond doubt; None without one.

    Beyond doubt is beyond the Wilson interval that ten true promises all keep in nineteen of twenty cases.
    """
    enough = steps[steps[LEADS] >= FEWEST]
    ends = [wilson(share * leads, leads, ALL_TEN) for share, leads in zip(enough[OBSERVED], enough[LEADS], strict=True)]
    kept = [low <= said <= high for said, (low, high) in zip(enough[PREDICTED], ends, strict=True)]
    beyond = enough[~np.array(kept, dtype=bool)]
    if beyond.empty:
        return None
    gaps = (beyond[PREDICTED] - beyond[OBSERVED]).abs()
    return beyond.iloc[int(gaps.argmax())].to_dict()


def apart(slices: pd.DataFrame, measure: str) -> Apart | None:
    """The slice that differs most from the other leads, measured by its interval; None where none is far beyond it."""
    of = f"{measure}_{DIFFERENCE}"
    known = slices[~slices[SMALL].astype(bool)].dropna(subset=[of, f"{of}_low", f"{of}_high"])
    reach = np.where(known[of] > 0, known[of] - known[f"{of}_low"], known[f"{of}_high"] - known[of])
    ratio: pd.Series[float] = (known[of].abs() / reach)[reach > 0]
    if ratio.empty or not ratio.max() >= FAR:
        return None
    name = str(ratio.idxmax())
    row = known.iloc[int(ratio.reindex(known.index).argmax())].to_dict()
    return Apart(name, measure, row[measure], row[of], row[f"{of}_low"], row[f"{of}_high"], int(row["n"]))


def most_apart(slices: Mapping[str, pd.DataFrame], measure: str) -> list[tuple[str, Apart]]:
    """The slice of each dimension that is `apart`, with the dimension's key, the largest difference first."""
    found = [(key, found) for key, table in slices.items() if (found := apart(table, measure))]
    return sorted(found, key=lambda pair: -abs(pair[1].difference))


def by_heart(curve: pd.DataFrame) -> Row | None:
    """The last point of a learning curve, where it scores higher on what it has seen than on what it has not.

    Higher means that the two bands, one deviation to either side, do not meet.
    """
    last: Row = curve.sort_values(SIZE).iloc[-1].to_dict()
    gap = last[TRAIN] - last[TRAIN_STD] - (last[VALIDATION] + last[VALIDATION_STD])
    return last if gap > 0 else None

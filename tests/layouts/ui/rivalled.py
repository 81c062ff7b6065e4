"""A supplied score beside two baselines, on four leads."""

import pandas as pd

from analytics.lead_rivals import Rivals, rivals
from tests.analytics.rivalry import MODELS, scored


def found(scores: pd.DataFrame) -> Rivals:
    told = rivals(scores)
    assert told is not None
    return told


# Of four pairs the supplied score ranks three right, the logistic regression four, the boosted trees two.
FOUR = found(
    scored([1, 0, 1, 0], dict(zip(MODELS, ([0.9, 0.6, 0.4, 0.1], [0.9, 0.2, 0.8, 0.1], [0.5] * 4), strict=True)))
)

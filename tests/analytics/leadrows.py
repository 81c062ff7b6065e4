"""Eight scored leads whose measures are worked out by hand, as the store counts them."""

import pandas as pd

from analytics.leads import ACTUAL, CLASS, COUNT, SCORE, Leads

# From the top: four buyers (0.9, 0.8, 0.6, 0.3) and four others. At 0.5: three won, one wasted, one missed.
SCORES = (0.9, 0.8, 0.7, 0.6, 0.4, 0.3, 0.2, 0.1)
BOUGHT = (1, 1, 0, 1, 0, 1, 0, 0)


def counted(scores: tuple[float, ...] = SCORES, bought: tuple[int, ...] = BOUGHT, times: int = 1) -> pd.DataFrame:
    """The answer of the store: each lead `times` times, its supplied class that of 0.5."""
    classes = [float(score >= 0.5) for score in scores]
    return pd.DataFrame({SCORE: scores, ACTUAL: bought, CLASS: classes, COUNT: [float(times)] * len(scores)})


def leads(scores: tuple[float, ...] = SCORES, bought: tuple[int, ...] = BOUGHT, times: int = 1) -> Leads:
    """The leads."""
    return Leads.counted(counted(scores, bought, times))


def curve(train: float = 0.8, validation: float = 0.78, std: float = 0.01) -> pd.DataFrame:
    """A learning curve of two sizes, its last point as given."""
    return pd.DataFrame(
        {
            "training_size": [100.0, 200.0],
            "train_score": [0.95, train],
            "validation_score": [0.55, validation],
            "train_score_std": [0.03, std],
            "validation_score_std": [0.08, std],
        }
    )

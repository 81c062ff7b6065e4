"""What was trained on a few leads, its scores given."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from analytics.lead_models import Baseline
from analytics.lead_training import SUPPLIED

MODELS = (SUPPLIED, *Baseline)


def scored(bought: Sequence[int], scores: Mapping[str, Sequence[float]]) -> pd.DataFrame:
    """The `scores` of a Training, models by name; NaN where a model did not score a lead."""
    leads = [f"L{place}" for place in range(len(bought))]
    parts = [
        pd.DataFrame(
            {"model": str(model), "lead_id": leads, "actual_converted": bought, "predicted_probability": given}
        )
        for model, given in scores.items()
    ]
    return pd.concat(parts, ignore_index=True).dropna()


def many(*shift: float, count: int = 2000, noise: float = 1.0) -> pd.DataFrame:
    """Leads of whom half bought; each model, in the order of MODELS, knows who did as well as its shift says."""
    random = np.random.default_rng(7)
    bought = np.arange(count) % 2
    common = random.normal(size=count)
    given = {
        model: 1 / (1 + np.exp(-(by * bought + common + noise * random.normal(size=count) / 10)))
        for model, by in zip(MODELS, shift, strict=True)
    }
    return scored(list(bought), given)  # type: ignore[arg-type]

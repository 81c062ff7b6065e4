"""Leads to learn from: who buys depends on forms sent and on the size of the company, and on nothing else."""

import numpy as np
import pandas as pd

from analytics.lead_models import Features

SIZES = ("Small", "Large")
FEATURES = Features(("pages_viewed", "form_submissions"), ("company_size", "industry"))


def prospects(count: int = 200, seed: int = 1) -> pd.DataFrame:
    """So many leads; a large company that sent many forms mostly buys, and the score supplied only knows the forms."""
    random = np.random.default_rng(seed)
    forms, size = random.integers(0, 10, count), random.choice(SIZES, count)
    odds = forms - 4.5 + 2 * (size == "Large") - 1
    return pd.DataFrame(
        {
            "lead_id": [f"LEAD_{place}" for place in range(count)],
            "company_size": size,
            "industry": random.choice(["Retail", "Finance", "Education"], count),
            "form_submissions": forms.astype(float),
            "pages_viewed": random.integers(1, 30, count).astype(float),
            "actual_converted": (random.random(count) < 1 / (1 + np.exp(-odds))).astype(float),
            "predicted_probability": forms / 10,
        }
    )

"""Leads to publish, and what may be kept of training on them."""

from datetime import UTC, datetime

import pandas as pd

from data.trained import About, Trained
from tests.analytics.prospects import prospects
from tests.data.publishing import Rows, records


def lead_rows(leads: pd.DataFrame | None = None) -> Rows:
    """The leads, 150 where none are given, as rows to publish."""
    found = prospects(150) if leads is None else leads
    return [dict(zip(found.columns, row, strict=True)) for row in records(found)]


def plain(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with categories as text."""
    return frame.astype(dict.fromkeys(frame.select_dtypes("category").columns, "str"))


def trained(score: float = 0.5) -> Trained:
    """What may come of training, told apart by a score."""
    return Trained(
        pd.DataFrame({"lead_id": ["A", "B"], "company_size": ["Small", None], "predicted_probability": [score, 0.1]}),
        pd.DataFrame({"model": ["logistic"], "fold": [1], "auc": [0.75], "brier": [float("nan")]}),
        pd.DataFrame({"feature": ["email_opens"], "importance": [0.01], "importance_std": [0.02]}),
        pd.DataFrame({"training_size": [100], "train_score": [0.9], "validation_score": [0.8]}),
        About(datetime(2024, 5, 1, 12, 30, tzinfo=UTC), 2, 3, 4),
    )

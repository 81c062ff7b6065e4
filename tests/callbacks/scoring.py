"""What the lead-scoring page answers, and what its cards hold."""

from typing import Any

import pandas as pd

from tests.analytics.leadrows import BOUGHT, SCORES
from tests.callbacks.asking import Answer, Client
from tests.data.publishing import Rows

EIGHT: Rows = [
    {"lead_id": f"L{place}", "company_size": "Small" if place % 2 else "Large", "industry": "Retail"}
    | {"lead_source": "Event", "actual_converted": bool(bought), "predicted_probability": score}
    | {"predicted_class": score >= 0.5}
    for place, (score, bought) in enumerate(zip(SCORES, BOUGHT, strict=True))
]
STD: dict[str, object] = {"train_score_std": 0.01, "validation_score_std": 0.02}
CURVE: Rows = [{"training_size": 100, "train_score": 0.95, "validation_score": 0.7, **STD}]
FEATURES: Rows = [{"feature": "clicks", "importance": 0.2, "importance_std": 0.05}]


def ask(client: Client, query: str = "") -> Answer:
    """The first section of the page."""
    return client.ask(query, page="leads")


def twin(answer: Answer, name: str) -> pd.DataFrame:
    """What the twin of a chart holds."""
    told = answer.part(f"lead-{name}-twin", "data")
    return pd.DataFrame(told["rows"], columns=[column["name"] for column in told["columns"]])


def texts(answer: Answer, threshold: int) -> dict[str, str]:
    """What is said of a threshold, in hundredths."""
    told: dict[str, str] = answer.part("lead-cutoff-base", "data")["rows"][threshold]
    return {name: value.replace("\u00a0", " ") for name, value in told.items()}


def importance(answer: Answer, model: str = "supplied") -> dict[str, Any]:
    """What the features weigh in a model."""
    told: dict[str, Any] = answer.part("lead-importance-base", "data")[model]
    return told

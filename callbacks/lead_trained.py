"""What was trained on the leads, as the lead-scoring page shows it."""

import pandas as pd

from analytics.lead_rivals import Rivals, rivals
from callbacks.state import State


def rivals_in_view(state: State) -> Rivals | None:
    """The baselines on the leads in view; None where nothing was trained, or nothing can be compared on them."""
    trained = state.snapshot.trained
    if trained is None:
        return None
    scores = trained.scores
    for column, values in state.where():
        scores = scores[scores[column].isin(values)]
    return rivals(scores)


def learned(state: State) -> pd.DataFrame | None:
    """The learning curves of the baselines; None where nothing was trained."""
    trained = state.snapshot.trained
    return trained.learning if trained else None


def weighed(state: State) -> pd.DataFrame | None:
    """The importances of the baselines; None where nothing was trained."""
    trained = state.snapshot.trained
    return trained.importance if trained else None

"""What is known of how models learned: from the files, or from a training on the leads."""

import pandas as pd

from analytics.lead_bench import FEATURE
from analytics.lead_bench import IMPORTANCE as WEIGHT
from analytics.lead_findings import SIZE, TRAIN, TRAIN_STD, VALIDATION, VALIDATION_STD
from analytics.lead_rivals import Rivals, rivals
from analytics.lead_training import IMPORTANCE_STD
from callbacks.state import State
from data.query import ROWS, Query
from layouts.leads import IMPORTANCE, LEARNING


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


def learning(state: State) -> pd.DataFrame | None:
    """The supplied learning curve, None where none is loaded or none of its points is whole."""
    if LEARNING not in state.snapshot.tables:
        return None
    rows = state.snapshot.ask(Query(LEARNING, (ROWS,), (SIZE, TRAIN, VALIDATION, TRAIN_STD, VALIDATION_STD)))
    known = rows.dropna(subset=[SIZE, TRAIN, VALIDATION])
    return None if known.empty else known.sort_values(SIZE)


def importance(state: State) -> pd.DataFrame | None:
    """The supplied importances, None where none is loaded."""
    if IMPORTANCE not in state.snapshot.tables:
        return None
    return state.snapshot.ask(Query(IMPORTANCE, (ROWS,), (FEATURE, WEIGHT, IMPORTANCE_STD)))

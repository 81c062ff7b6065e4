import pandas as pd
import pytest
from sklearn.metrics import roc_auc_score

from tests.data.sample.conftest import Read


@pytest.fixture
def leads(read: Read) -> pd.DataFrame:
    return read("lead_scoring_results")


def test_the_model_ranks_leads_it_was_not_trained_on(leads: pd.DataFrame) -> None:
    auc = roc_auc_score(leads.actual_converted, leads.predicted_probability)
    assert 0.75 < auc < 0.95


def test_probabilities_are_calibrated_on_average(leads: pd.DataFrame) -> None:
    assert abs(leads.predicted_probability.mean() - leads.actual_converted.mean()) < 0.02


def test_the_class_is_the_probability_against_one_half(leads: pd.DataFrame) -> None:
    assert ((leads.predicted_probability >= 0.5) == (leads.predicted_class == 1)).all()


def test_importance_ranks_what_really_drives_conversion(read: Read, leads: pd.DataFrame) -> None:
    importance = read("feature_importance")
    assert importance.feature[0] == "webinar_attendance"
    assert importance.importance.is_monotonic_decreasing
    assert set(importance.feature) < set(leads)
    by_webinars = leads.groupby("webinar_attendance").actual_converted.mean()
    assert by_webinars.is_monotonic_increasing


def test_more_leads_teach_more(read: Read) -> None:
    curve = read("learning_curve")
    gap = curve.train_score - curve.validation_score
    assert curve.validation_score.iloc[-1] > curve.validation_score.iloc[0]
    assert gap.iloc[-1] < gap.iloc[0]


def test_the_curve_ends_where_the_scores_are(read: Read, leads: pd.DataFrame) -> None:
    auc = roc_auc_score(leads.actual_converted, leads.predicted_probability)
    assert abs(read("learning_curve").validation_score.iloc[-1] - auc) < 0.02

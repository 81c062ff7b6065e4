import numpy as np
import pandas as pd
import pytest

from analytics.lead_models import Baseline, Features, one_thread, pipeline
from tests.analytics.prospects import FEATURES, prospects

LEADS = prospects(120)
BOUGHT = LEADS["actual_converted"].to_numpy(dtype=int)


def chances(
    baseline: Baseline, learned: pd.DataFrame, asked: pd.DataFrame, features: Features = FEATURES
) -> list[float]:
    """What the baseline says of leads once it has learned from others."""
    with one_thread():
        model = pipeline(baseline, features, 0).fit(features.of(learned), BOUGHT)
        return [float(chance) for chance in model.predict_proba(features.of(asked))[:, 1]]


@pytest.mark.parametrize("baseline", Baseline)
def test_what_decides_is_learned(baseline: Baseline) -> None:
    asked = LEADS.head(2).assign(form_submissions=[0.0, 9.0], company_size=["Small", "Large"])
    low, high = chances(baseline, LEADS, asked)
    assert low < 0.2
    assert high > 0.8


def test_a_missing_number_counts_as_the_median_in_the_logistic_regression() -> None:
    median = LEADS["form_submissions"].median()
    missing, middle = (LEADS.head(1).assign(form_submissions=value) for value in (np.nan, median))
    assert chances(Baseline.LOGISTIC, LEADS, missing) == chances(Baseline.LOGISTIC, LEADS, middle)


def test_the_unit_of_a_number_does_not_matter() -> None:
    in_thousands = LEADS.assign(form_submissions=LEADS["form_submissions"] / 1000)
    plain, scaled = (chances(Baseline.LOGISTIC, leads, leads) for leads in (LEADS, in_thousands))
    assert scaled == pytest.approx(plain, abs=1e-9)


@pytest.mark.parametrize("baseline", Baseline)
def test_a_word_that_was_never_seen_and_one_that_is_not_reported_are_scored(baseline: Baseline) -> None:
    learned = LEADS.assign(industry=LEADS["industry"].where(LEADS["industry"] != "Retail"))
    asked = pd.concat([learned[learned["industry"].isna()].head(1), LEADS.head(1).assign(industry="Space")])
    assert min(chances(baseline, learned, asked.assign(form_submissions=9.0, company_size="Large"))) > 0.8


@pytest.mark.parametrize("baseline", Baseline)
def test_more_words_than_a_model_takes_are_pooled(baseline: Baseline) -> None:
    learned = LEADS.assign(industry=[f"industry {place}" for place in range(len(LEADS))])
    many = pd.concat([learned] * 3).assign(industry=[f"industry {place}" for place in range(3 * len(LEADS))])
    with one_thread():
        model = pipeline(baseline, FEATURES, 0).fit(FEATURES.of(many), np.tile(BOUGHT, 3))
        assert np.isfinite(model.predict_proba(FEATURES.of(learned))).all()


@pytest.mark.parametrize("baseline", Baseline)
@pytest.mark.parametrize("features", [Features(("form_submissions",), ()), Features((), ("company_size",))])
def test_numbers_alone_and_words_alone_will_do(baseline: Baseline, features: Features) -> None:
    asked = LEADS.head(2).assign(form_submissions=[0.0, 9.0], company_size=["Small", "Large"])
    low, high = chances(baseline, LEADS, asked, features)
    assert low < high


@pytest.mark.parametrize("baseline", Baseline)
def test_what_none_of_the_leads_learned_from_reports_is_no_obstacle(baseline: Baseline) -> None:
    assert max(chances(baseline, LEADS.assign(pages_viewed=np.nan, industry=None), LEADS)) > 0.8


def test_features_that_no_lead_reports_are_not_among_those_reported() -> None:
    silent = LEADS.assign(pages_viewed=np.nan, industry=None)
    assert FEATURES.reported(silent) == Features(("form_submissions",), ("company_size",))

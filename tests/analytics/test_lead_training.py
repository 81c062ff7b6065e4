import numpy as np
import pandas as pd
import pytest

from analytics.classifier import auc
from analytics.lead_bench import FEATURE, IMPORTANCE, MODEL
from analytics.lead_findings import SIZE, TRAIN, TRAIN_STD, VALIDATION, VALIDATION_STD
from analytics.lead_models import Baseline, Features
from analytics.lead_training import AUC, BRIER, FOLD, IMPORTANCE_STD, LEADS, SUPPLIED, Training, Untrainable, train
from analytics.leads import ACTUAL, SCORE
from tests.analytics.prospects import FEATURES, prospects

FORMS = Features(("form_submissions",), ())


@pytest.fixture(scope="module")
def training() -> Training:
    """What came of training on two hundred leads."""
    return train(prospects(), FEATURES)


def of(frame: pd.DataFrame, model: str) -> pd.DataFrame:
    return frame[frame[MODEL] == model].drop(columns=MODEL).reset_index(drop=True)


def area(scores: pd.DataFrame) -> float:
    return auc(scores[ACTUAL], scores[SCORE]).value


@pytest.mark.parametrize("model", [SUPPLIED, *Baseline])
def test_each_lead_is_scored_once_by_each_model(training: Training, model: str) -> None:
    found = of(training.scores, model)
    assert sorted(found["lead_id"]) == sorted(prospects()["lead_id"])
    assert found[SCORE].between(0, 1).all()
    assert found.groupby(FOLD).size().to_list() == [40] * 5


def test_the_folds_are_the_same_for_every_model_and_hold_the_same_share_of_buyers(training: Training) -> None:
    assert training.scores.groupby("lead_id")[FOLD].nunique().eq(1).all()
    buyers = of(training.scores, SUPPLIED).groupby(FOLD)[ACTUAL].sum()
    assert buyers.max() - buyers.min() <= 1


def test_the_supplied_scores_and_what_leads_carry_come_along(training: Training) -> None:
    columns = ["lead_id", "company_size", "industry", ACTUAL, SCORE]
    supplied = of(training.scores, SUPPLIED).set_index("lead_id").loc[prospects()["lead_id"]].reset_index()
    pd.testing.assert_frame_equal(supplied[columns], prospects()[columns])


def test_models_that_know_the_size_of_the_company_rank_better_than_a_score_that_does_not(training: Training) -> None:
    areas = {model: area(of(training.scores, model)) for model in (SUPPLIED, *Baseline)}
    assert areas[SUPPLIED] < areas[Baseline.LOGISTIC]
    assert min(areas.values()) > 0.8


def test_folds_are_measured_by_hand(training: Training) -> None:
    scores, folds = of(training.scores, Baseline.LOGISTIC), of(training.folds, Baseline.LOGISTIC)
    assert folds[FOLD].to_list() == [1, 2, 3, 4, 5]
    third = scores[scores[FOLD] == 3]
    buyers, others = (third.loc[third[ACTUAL] == kind, SCORE].to_numpy() for kind in (1, 0))
    assert folds[AUC][2] == pytest.approx((buyers[:, None] > others).mean())
    assert folds[BRIER][2] == pytest.approx(((third[SCORE] - third[ACTUAL]) ** 2).mean())
    assert folds[LEADS].to_list() == [40] * 5


def test_where_there_is_nothing_to_learn_nothing_is_learned() -> None:
    leads = prospects(400)
    leads[ACTUAL] = np.random.default_rng(5).integers(0, 2, 400).astype(float)
    found = train(leads, FEATURES).scores
    for baseline in Baseline:
        ranked = of(found, baseline)
        measured = auc(ranked[ACTUAL], ranked[SCORE])
        assert measured.low < 0.5 < measured.high


@pytest.mark.parametrize("baseline", Baseline)
def test_importance_is_what_a_shuffle_costs_a_column_as_a_whole(training: Training, baseline: Baseline) -> None:
    found = of(training.importance, baseline).set_index(FEATURE)
    assert found.index.to_list() == list(FEATURES.names)
    assert found[IMPORTANCE].nlargest(2).index.to_list() == ["form_submissions", "company_size"]
    assert found[IMPORTANCE].abs()["pages_viewed"] < 0.05
    assert (found[IMPORTANCE_STD] > 0).all()


def test_a_feature_that_is_the_same_everywhere_costs_nothing() -> None:
    found = train(prospects(150).assign(pages_viewed=7.0), FEATURES).importance.groupby(FEATURE).sum()
    assert not found.loc["pages_viewed", [IMPORTANCE, IMPORTANCE_STD]].any()


@pytest.mark.parametrize("baseline", Baseline)
def test_the_learning_curve_ends_where_the_folds_do(training: Training, baseline: Baseline) -> None:
    curve, folds = of(training.learning, baseline), of(training.folds, baseline)
    assert curve.columns.to_list() == [SIZE, TRAIN, VALIDATION, TRAIN_STD, VALIDATION_STD]
    assert curve[SIZE].to_list() == [32, 64, 96, 128, 160]
    assert curve[VALIDATION].iloc[-1] == pytest.approx(folds[AUC].mean())
    assert curve[VALIDATION_STD].iloc[-1] == pytest.approx(folds[AUC].std(ddof=1))
    assert (curve[TRAIN] >= curve[VALIDATION]).all()


def test_the_same_leads_give_the_same_numbers_and_another_seed_others() -> None:
    leads = prospects(150)
    first, again, other = (train(leads, FORMS, seed=seed) for seed in (7, 7, 8))
    for name in ("scores", "folds", "importance", "learning"):
        pd.testing.assert_frame_equal(getattr(first, name), getattr(again, name))
    assert not first.folds.equals(other.folds)


def test_progress_is_told_step_by_step() -> None:
    heard: list[tuple[str, int, int]] = []
    train(prospects(150), FORMS, tell=lambda *said: heard.append(said))
    assert [(done, every) for _, done, every in heard] == [(step, 60) for step in range(1, 61)]
    assert heard[0][0] == "Logistic regression, fold 1 of 5"
    assert heard[-1][0] == "Boosted trees, fold 5 of 5"


def test_leads_without_an_outcome_are_left_out_and_counted() -> None:
    leads = prospects(150)
    leads.loc[:19, ACTUAL] = np.nan
    found = train(leads, FORMS)
    assert found.silent == 20
    assert sorted(set(found.scores["lead_id"])) == sorted(leads["lead_id"][20:])


def test_leads_without_a_supplied_score_are_scored_all_the_same() -> None:
    leads = prospects(150)
    leads.loc[:29, SCORE] = np.nan
    scores = train(leads, FORMS).scores
    assert scores[MODEL].value_counts().to_dict() == {SUPPLIED: 120, Baseline.LOGISTIC: 150, Baseline.BOOSTED: 150}


def test_supplied_scores_that_are_no_probabilities_have_an_area_but_no_error() -> None:
    leads = prospects(150).assign(**{SCORE: prospects(150)[SCORE] * 100})
    folds = of(train(leads, FORMS).folds, SUPPLIED)
    assert folds[BRIER].isna().all()
    assert folds[AUC].between(0.5, 1).all()


@pytest.mark.parametrize(("buyers", "others"), [(49, 100), (100, 49), (0, 0)])
def test_too_few_of_a_kind_are_refused_in_words(buyers: int, others: int) -> None:
    leads = prospects(buyers + others).assign(**{ACTUAL: [1.0] * buyers + [0.0] * others})
    expected = f"expected at least 50 who bought and 50 who did not, found {buyers} and {others}"
    with pytest.raises(Untrainable, match=expected):
        train(leads, FEATURES)


def test_leads_that_report_nothing_are_refused_in_words() -> None:
    with pytest.raises(Untrainable, match="expected an attribute that some of them report, found none"):
        train(prospects(400).assign(form_submissions=np.nan), FORMS)

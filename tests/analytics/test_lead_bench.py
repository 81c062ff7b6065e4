import numpy as np
import pandas as pd
import pytest

from analytics.classifier import auc
from analytics.lead_bench import FEATURE, FOLDS, IMPORTANCE, REPEATS, STEPS, Bench
from analytics.lead_findings import SIZE, TRAIN, VALIDATION
from analytics.lead_models import Baseline, Features
from tests.analytics.prospects import FEATURES, prospects
from tests.analytics.scored import real_leads


def bench(leads: pd.DataFrame, features: Features = FEATURES) -> Bench:
    return Bench(features.of(leads), leads["actual_converted"].to_numpy(dtype=int), features, 0)


def silent() -> None:
    """Hears that a step was done."""


def test_each_row_is_held_out_once_and_known_to_the_other_folds() -> None:
    folds = bench(prospects()).folds()
    assert sorted(np.concatenate([fold.held for fold in folds])) == list(range(200))
    assert [sorted([*fold.known, *fold.held]) for fold in folds] == [list(range(200))] * FOLDS
    assert [fold.number for fold in folds] == [1, 2, 3, 4, 5]


def test_any_first_part_of_what_is_known_has_its_share_of_buyers() -> None:
    tried = bench(prospects(300))
    known = tried.folds()[0].known
    bought = tried.bought[known]
    expected = np.arange(1, len(known) + 1) * bought.mean()
    assert np.abs(np.cumsum(bought) - expected).max() <= 1


def test_what_is_known_stands_in_a_random_order() -> None:
    known = bench(prospects(300)).folds()[0].known
    assert abs(np.corrcoef(known, np.arange(len(known)))[0, 1]) < 0.2


@pytest.mark.parametrize("baseline", Baseline)
def test_nothing_is_learned_from_the_rows_held_out(baseline: Baseline) -> None:
    plain = bench(prospects(150))
    fold = plain.folds()[1]
    odd = prospects(150)
    odd.loc[fold.held[0], "pages_viewed"] = 1e9
    odd.loc[fold.held[0], "industry"] = "Space"
    before, after = (each.attempt(baseline, fold, silent) for each in (plain, bench(odd)))
    assert after.score[1:].tolist() == before.score[1:].tolist()
    assert after.learned[TRAIN].to_list() == before.learned[TRAIN].to_list()


@pytest.mark.parametrize("baseline", Baseline)
def test_what_is_known_is_learned_from(baseline: Baseline) -> None:
    plain = bench(prospects(150))
    fold = plain.folds()[1]
    odd = prospects(150)
    odd.loc[fold.known, "form_submissions"] = 9 - odd.loc[fold.known, "form_submissions"]
    before, after = (each.attempt(baseline, fold, silent) for each in (plain, bench(odd)))
    assert auc(plain.bought[fold.held], before.score).value > 0.7
    assert auc(plain.bought[fold.held], after.score).value < 0.6


def test_an_attempt_tells_its_steps_and_has_an_entry_for_each_part_and_shuffle() -> None:
    tried, told = bench(prospects(150)), []
    attempt = tried.attempt(Baseline.LOGISTIC, tried.folds()[0], lambda: told.append(1))
    assert len(told) == STEPS
    assert attempt.learned[SIZE].to_list() == [24, 48, 72, 96, 120]
    assert attempt.lost[FEATURE].value_counts().to_dict() == dict.fromkeys(FEATURES.names, REPEATS)


def test_the_last_part_scores_the_rows_held_out() -> None:
    tried = bench(prospects(150))
    fold = tried.folds()[0]
    attempt = tried.attempt(Baseline.LOGISTIC, fold, silent)
    assert attempt.learned[VALIDATION].iloc[-1] == auc(tried.bought[fold.held], attempt.score).value


def test_a_shuffle_of_the_only_feature_leaves_chance() -> None:
    tried = bench(prospects(300), Features(("form_submissions",), ()))
    fold = tried.folds()[0]
    attempt = tried.attempt(Baseline.LOGISTIC, fold, silent)
    area = auc(tried.bought[fold.held], attempt.score).value
    assert attempt.lost[IMPORTANCE].mean() == pytest.approx(area - 0.5, abs=0.1)


def test_the_real_leads_are_ranked_about_as_well_as_the_scores_that_came_with_them() -> None:
    leads = real_leads()
    words = ("company_size", "industry", "lead_source")
    told = ("lead_id", "actual_converted", "predicted_probability", "predicted_class")
    numbers = tuple(name for name in leads.columns if name not in (*words, *told))
    tried = bench(leads, Features(numbers, words))
    fold = tried.folds()[0]
    ours = auc(tried.bought[fold.held], tried.attempt(Baseline.LOGISTIC, fold, silent).score)
    supplied = auc(tried.bought[fold.held], leads["predicted_probability"].iloc[fold.held])
    assert ours.low < supplied.value < ours.high

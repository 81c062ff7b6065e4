import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from sklearn import metrics

from analytics.roc import auc, roc, youden
from analytics.scores import ScoresError
from tests.analytics.scored import ASAH, HANLEY, Columns, columns, counted, real_leads, repeated, scored


def test_delong_on_the_patients_of_proc() -> None:
    # pROC 1.18, tests/testthat/test-var.R and helper-roc-expected.R; ?ci.auc prints 95% CI: 0.6301-0.8326 (DeLong).
    actual, score, weight = counted(*ASAH)
    area = auc(actual, score, weight=weight)
    assert area.value == pytest.approx(0.73136856368563687, abs=1e-15)
    assert area.variance == pytest.approx(0.00266868245717244, abs=1e-15)
    assert [round(area.low, 4), round(area.high, 4)] == [0.6301, 0.8326]


def test_delong_on_the_images_of_hanley_and_mcneil() -> None:
    # Stata's roctab on the same table: 109 images, ROC area 0.8932, std. err. 0.0307, 0.83295 to 0.95339.
    actual, score, weight = counted(*HANLEY)
    area = auc(actual, score, weight=weight)
    assert [round(area.value, 4), round(math.sqrt(area.variance), 4)] == [0.8932, 0.0307]
    assert [round(area.low, 5), round(area.high, 5)] == [0.83295, 0.95339]


def test_the_area_of_a_few_leads_by_hand() -> None:
    # Pairs won by the buyers: 0.8 wins 2, 0.4 wins 1 and ties 1, of 4. V of buyers 1 and 3/4, of others 1/2·3/2 and 1.
    area = auc([1, 1, 0, 0], [0.8, 0.4, 0.4, 0.1])
    assert area.value == 3.5 / 4
    assert area.variance == pytest.approx(2 * (0.125**2) / 2 + 2 * (0.125**2) / 2)
    assert area.high == 1


def test_the_curve_by_hand() -> None:
    curve = roc([1, 0, 1, 0], [0.9, 0.6, 0.6, 0.1])
    assert curve.to_dict("list") == {
        "threshold": [math.inf, 0.9, 0.6, 0.1],
        "fpr": [0, 0, 0.5, 1],
        "tpr": [0, 0.5, 1, 1],
    }


@given(scored())
def test_the_area_agrees_with_scikit_learn_and_with_the_curve(columns: Columns) -> None:
    actual, score, weight = columns
    area, curve = auc(actual, score, weight=weight), roc(actual, score, weight=weight)
    assert area.value == pytest.approx(metrics.roc_auc_score(actual, score, sample_weight=weight), abs=1e-12)
    assert area.value == pytest.approx(np.trapezoid(curve["tpr"], curve["fpr"]), abs=1e-12)


@given(scored())
def test_the_variance_is_the_definition_of_delong(columns: Columns) -> None:
    actual, score, _ = repeated(columns)
    buyers, others = score[actual == 1], score[actual == 0]
    kernel = (buyers[:, None] > others) + (buyers[:, None] == others) / 2
    parts = [kernel.mean(axis=axis).var(ddof=1) / kernel.shape[1 - axis] for axis in (0, 1)]
    assert auc(actual, score).variance == pytest.approx(sum(parts), abs=1e-12)


@given(scored())
def test_a_monotone_transform_leaves_the_ranking_alone(columns: Columns) -> None:
    actual, score, weight = columns
    stretched = np.exp(3 * score) - 40
    assert auc(actual, stretched, weight=weight) == auc(actual, score, weight=weight)
    rates = ["fpr", "tpr"]
    pd.testing.assert_frame_equal(
        roc(actual, stretched, weight=weight)[rates], roc(actual, score, weight=weight)[rates]
    )


@given(scored())
def test_a_weight_says_what_repeated_rows_say(columns: Columns) -> None:
    (actual, score, weight), (rows, row_score, _) = columns, repeated(columns)
    assert auc(actual, score, weight=weight) == auc(rows, row_score)
    assert youden(actual, score, weight=weight) == youden(rows, row_score)
    pd.testing.assert_frame_equal(roc(actual, score, weight=weight), roc(rows, row_score))


@given(scored())
def test_youden_is_the_highest_point_of_the_curve_above_chance(columns: Columns) -> None:
    actual, score, weight = columns
    best, curve = youden(actual, score, weight=weight), roc(actual, score, weight=weight)
    heights = (curve["tpr"] - curve["fpr"])[1:]
    assert best.j == pytest.approx(heights.max(), abs=1e-12)
    as_high = curve["threshold"][1:][heights > heights.max() - 1e-12]
    assert best.threshold == as_high.max()


def test_youden_on_published_ratings() -> None:
    # Rated 4 or more: sensitivity 44/51, 1 − specificity 13/58.
    actual, score, weight = counted(*HANLEY)
    best = youden(actual, score, weight=weight)
    assert (best.threshold, best.tpr, best.fpr) == (4, 44 / 51, 13 / 58)
    assert best.j == 44 / 51 - 13 / 58


def test_of_equal_points_the_one_that_calls_fewest_is_taken() -> None:
    best = youden([1, 0, 1, 0], [4, 3, 2, 1])
    assert (best.threshold, best.j) == (4, 0.5)


def test_a_score_worse_than_chance_calls_everybody() -> None:
    assert youden([0, 1], [0.9, 0.1]).threshold == 0.1


@pytest.mark.parametrize(("actual", "why"), [([0, 0], "no lead bought"), ([1, 1], "every lead bought")])
def test_one_class_only_has_no_area_and_no_curve(actual: list[int], why: str) -> None:
    area, best = auc(actual, [0.1, 0.2]), youden(actual, [0.1, 0.2])
    assert all(math.isnan(value) for value in (area.value, area.variance, area.low, area.high, best.threshold, best.j))
    assert area.reason == best.reason == why
    with pytest.raises(ScoresError, match=f"ROC: expected leads who bought and leads who did not, found {why}"):
        roc(actual, [0.1, 0.2])


def test_where_the_interval_cannot_be_told_the_area_is() -> None:
    constant, perfect, lone = (
        auc([1, 0, 1, 0], [0.5] * 4),
        auc([1, 1, 0, 0], [0.9, 0.8, 0.2, 0.1]),
        auc([1, 0, 0], [0.5, 0.6, 0.4]),
    )
    assert [constant.value, perfect.value, lone.value] == [0.5, 1, 0.5]
    assert all(math.isnan(area.low) and math.isnan(area.high) for area in (constant, perfect, lone))
    assert constant.reason == perfect.reason == "every lead of a kind ranks the same, so no interval can be told"
    assert lone.reason == "an interval needs two leads who bought and two who did not"


def test_the_real_scores_agree_with_scikit_learn() -> None:
    leads = real_leads()
    actual, score = leads["actual_converted"], leads["predicted_probability"]
    assert auc(actual, score).value == pytest.approx(metrics.roc_auc_score(actual, score), abs=1e-12)


@given(scored())
def test_turning_the_score_round_turns_the_area_round(columns: Columns) -> None:
    actual, score, weight = columns
    area, turned = auc(actual, score, weight=weight), auc(actual, -score, weight=weight)
    assume(not area.reason)
    assert [turned.value, turned.low, turned.high] == pytest.approx([1 - area.value, 1 - area.high, 1 - area.low])


def test_a_lead_more_or_less_counts() -> None:
    actual, score, weight = columns([1, 0], [0.9, 0.1], [5, 0])
    assert auc(actual, score, weight=weight).reason == "every lead bought"

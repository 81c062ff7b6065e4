import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from sklearn import metrics

from analytics.precision_recall import average_precision, precision_recall
from analytics.scores import ScoresError
from tests.analytics.scored import Columns, real_leads, repeated, scored


def test_the_curve_by_hand() -> None:
    curve = precision_recall([1, 0, 1, 0], [0.9, 0.6, 0.6, 0.1])
    assert curve.to_dict("list") == {
        "threshold": [math.inf, 0.9, 0.6, 0.1],
        "precision": [1, 1, 2 / 3, 0.5],
        "recall": [0, 0.5, 1, 1],
    }
    assert average_precision([1, 0, 1, 0], [0.9, 0.6, 0.6, 0.1]) == pytest.approx(0.5 * 1 + 0.5 * 2 / 3)


def test_a_published_average_precision() -> None:
    # Manning, Raghavan and Schütze 2008, exercise 8.8 (system 1): relevant at ranks 1, 3, 9 and 10.
    found = [1, 0, 1, 0, 0, 0, 0, 0, 1, 1]
    assert average_precision(found, range(10, 0, -1)) == pytest.approx((1 + 2 / 3 + 3 / 9 + 4 / 10) / 4)


@given(scored())
def test_the_area_in_steps_agrees_with_scikit_learn_and_with_the_curve(columns: Columns) -> None:
    actual, score, weight = columns
    curve, average = precision_recall(actual, score, weight=weight), average_precision(actual, score, weight=weight)
    assert average == pytest.approx(metrics.average_precision_score(actual, score, sample_weight=weight), abs=1e-12)
    assert average == pytest.approx(np.diff(curve["recall"]) @ curve["precision"][1:], abs=1e-12)
    assert curve["precision"].iloc[-1] == pytest.approx(np.average(actual, weights=weight))


@given(scored(both=False))
def test_a_weight_says_what_repeated_rows_say(columns: Columns) -> None:
    (actual, score, weight), (rows, row_score, _) = columns, repeated(columns)
    assume(actual.any())
    pd.testing.assert_frame_equal(precision_recall(actual, score, weight=weight), precision_recall(rows, row_score))
    assert average_precision(actual, score, weight=weight) == pytest.approx(average_precision(rows, row_score))


def test_without_buyers_there_is_nothing_to_find() -> None:
    assert math.isnan(average_precision([0, 0], [0.1, 0.2]))
    with pytest.raises(ScoresError, match="precision-recall: expected leads who bought, found no lead bought"):
        precision_recall([0, 0], [0.1, 0.2])


def test_where_everybody_bought_every_call_is_right() -> None:
    assert average_precision([1, 1], [0.1, 0.2]) == 1
    assert precision_recall([1, 1], [0.1, 0.2])["precision"].tolist() == [1, 1, 1]


def test_the_real_scores_agree_with_scikit_learn() -> None:
    leads = real_leads()
    actual, score = leads["actual_converted"], leads["predicted_probability"]
    expected = metrics.average_precision_score(actual, score)
    assert average_precision(actual, score) == pytest.approx(expected, abs=1e-12)

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from sklearn import metrics
from sklearn.calibration import calibration_curve

from analytics.calibration import brier, calibration
from analytics.scores import ScoresError
from tests.analytics.scored import Columns, columns, real_leads, repeated, scored


def test_predicted_against_observed_by_hand() -> None:
    actual, score, weight = columns([1, 0, 1, 0], [0.1, 0.2, 0.9, 0.9], [1, 3, 8, 2])
    table = calibration(actual, score, bins=2, weight=weight)
    assert table[["low", "high", "n"]].to_numpy().tolist() == [[0, 0.5, 4], [0.5, 1, 10]]
    assert table["predicted"].tolist() == pytest.approx([(0.1 + 3 * 0.2) / 4, 0.9])
    assert table["observed"].tolist() == [1 / 4, 8 / 10]


def test_an_observed_share_has_its_wilson_interval() -> None:
    # Newcombe 1998, table I: 15/148, method 3.
    table = calibration([1, 0], [0.15, 0.15], weight=[15, 133])
    assert table[["observed_low", "observed_high"]].round(4).to_numpy().tolist() == [[0.0624, 0.1605]]


@given(scored(both=False))
def test_the_points_are_those_of_scikit_learn(columns: Columns) -> None:
    actual, score, weight = columns
    rows, row_score, _ = repeated(columns)
    table = calibration(actual, score, weight=weight)
    observed, predicted = calibration_curve(rows, row_score, n_bins=10)
    assert table["observed"].to_numpy() == pytest.approx(observed, abs=1e-12)
    assert table["predicted"].to_numpy() == pytest.approx(predicted, abs=1e-12)
    assert table["n"].sum() == len(rows)


def test_a_published_brier_score() -> None:
    # scikit-learn's documentation of brier_score_loss.
    assert brier([0, 1, 1, 0], [0.1, 0.9, 0.8, 0.3]).value == pytest.approx(0.0375)


def test_the_parts_of_murphy_by_hand() -> None:
    # 4 leads at 0.25 of which 2 bought, 4 at 0.75 of which all did: ō = 6/8.
    parts = brier([1, 0, 1], [0.25, 0.25, 0.75], weight=[2, 2, 4])
    assert parts.reliability == 0.25**2
    assert parts.resolution == 0.25**2
    assert parts.uncertainty == 0.75 * 0.25
    assert parts.value == (2 * 0.75**2 + 2 * 0.25**2 + 4 * 0.25**2) / 8 == 0.1875
    assert parts.skill == 0


@given(scored(both=False))
def test_the_parts_make_up_the_score(columns: Columns) -> None:
    actual, score, weight = columns
    found = brier(actual, score, weight=weight)
    assert found.value == pytest.approx(np.average((score - actual) ** 2, weights=weight), abs=1e-12)
    assert found.value == pytest.approx(found.reliability - found.resolution + found.uncertainty, abs=1e-12)


@given(scored(both=False))
def test_a_weight_says_what_repeated_rows_say(columns: Columns) -> None:
    (actual, score, weight), (rows, row_score, _) = columns, repeated(columns)
    assert brier(actual, score, weight=weight).value == pytest.approx(brier(rows, row_score).value)
    pd.testing.assert_frame_equal(calibration(actual, score, weight=weight), calibration(rows, row_score))


def test_saying_the_base_rate_to_all_has_no_skill_and_certainty_all() -> None:
    assert brier([1, 0, 0, 0], [0.25] * 4).skill == pytest.approx(0)
    assert brier([1, 0], [1.0, 0.0]).skill == 1


@pytest.mark.parametrize("actual", [[0, 0], [1, 1]])
def test_one_class_only_has_a_score_and_no_skill(actual: list[int]) -> None:
    found = brier(actual, [0.5, 0.5])
    assert (found.value, found.uncertainty) == (0.25, 0)
    assert math.isnan(found.skill)
    assert calibration(actual, [0.5, 0.5])["observed"].tolist() == actual[:1]


def test_scores_that_are_no_probabilities_have_no_calibration() -> None:
    with pytest.raises(ScoresError, match="score: expected probabilities from 0 to 1, found 7"):
        calibration([0, 1], [0.5, 7])
    with pytest.raises(ScoresError, match="score: expected probabilities from 0 to 1, found -1"):
        brier([0, 1], [0.5, -1])


def test_the_real_scores_agree_with_scikit_learn() -> None:
    leads = real_leads()
    actual, score = leads["actual_converted"], leads["predicted_probability"]
    assert brier(actual, score).value == pytest.approx(metrics.brier_score_loss(actual, score), abs=1e-12)

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.predictions import Reproduction, reproduces, score_histogram
from analytics.scores import ScoresError
from tests.analytics.scored import Columns, real_leads, repeated, scored


def test_the_classes_leave_a_range_of_thresholds() -> None:
    found = reproduces([0.1, 0.4, 0.6, 0.9], [0, 0, 1, 1])
    assert found == Reproduction(low=0.4, high=0.6, disagree=0, n=4)
    assert [found.holds(threshold) for threshold in (0.4, 0.5, 0.6, 0.61)] == [False, True, True, False]


def test_classes_that_no_threshold_gives_are_counted_against_the_nearest() -> None:
    assert reproduces([0.1, 0.4, 0.6, 0.9], [0, 1, 0, 1], weight=[5, 2, 3, 5]) == Reproduction(0.6, 0.9, 2, 15)


def test_of_ranges_as_near_the_highest_is_taken() -> None:
    assert reproduces([0.1, 0.4, 0.6, 0.9], [0, 1, 0, 1]) == Reproduction(0.6, 0.9, 1, 4)


def test_one_class_only_leaves_one_end_open() -> None:
    assert reproduces([0.1, 0.4], [1, 1]) == Reproduction(-math.inf, 0.1, 0, 2)
    assert reproduces([0.1, 0.4], [0, 0]) == Reproduction(0.4, math.inf, 0, 2)


def test_a_class_that_is_none_is_named() -> None:
    with pytest.raises(ScoresError, match="predicted_class: expected 0 or 1, found 2"):
        reproduces([0.1, 0.4], [1, 2])


@given(scored(both=False), st.integers(0, 21).map(lambda step: step / 20))
def test_a_threshold_is_found_again_from_its_classes(columns: Columns, threshold: float) -> None:
    _, score, weight = columns
    found = reproduces(score, score >= threshold, weight=weight)
    assert found.disagree == 0
    assert found.holds(threshold)


@given(scored(both=False))
def test_no_threshold_comes_nearer(columns: Columns) -> None:
    wanted, score, _ = repeated(columns)
    found = reproduces(score, wanted)
    wrong = [int(((score >= threshold) != wanted).sum()) for threshold in [*score, math.inf]]
    assert found.disagree == min(wrong)
    high = score.max() + 1 if math.isinf(found.high) else found.high
    assert ((score >= high) != wanted).sum() == found.disagree


def test_the_real_classes_come_from_one_half() -> None:
    leads = real_leads()
    found = reproduces(leads["predicted_probability"], leads["predicted_class"])
    assert found.disagree == 0
    assert found.holds(0.5)


def test_leads_per_step_of_the_score() -> None:
    steps = score_histogram([1, 0, 1, 0], [0.0, 0.5, 0.5, 1.0], 2, weight=[1, 2, 3, 4])
    assert steps.to_dict("list") == {"low": [0, 0.5], "high": [0.5, 1], "buyers": [1, 3], "others": [0, 6]}


def test_the_steps_reach_as_far_as_the_scores() -> None:
    steps = score_histogram([1, 0], [300, 850], 10)
    assert (steps["low"].iloc[0], steps["high"].iloc[-1]) == (300, 850)
    assert (steps["buyers"].iloc[0], steps["others"].iloc[-1]) == (1, 1)
    assert score_histogram([1, 0], [7, 7], 4)[["buyers", "others"]].sum().tolist() == [1, 1]


@given(scored(both=False))
def test_every_lead_is_in_one_step(columns: Columns) -> None:
    actual, score, weight = columns
    steps = score_histogram(actual, score, weight=weight)
    assert len(steps) == 50
    assert steps["buyers"].sum() == actual @ weight
    rows, row_score, _ = repeated(columns)
    assert steps["others"].tolist() == np.histogram(row_score[rows == 0], 50, (0, 1))[0].tolist()

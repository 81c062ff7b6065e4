import math
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from analytics.scores import Column, ScoresError, rate, ratio, scores, tally
from tests.analytics.scored import Columns, columns, repeated, scored


def test_leads_are_counted_per_distinct_score_highest_first() -> None:
    counted = tally(scores([0, 1, 1, 0, 1], [0.2, 0.9, 0.5, 0.5, 0.9], [3, 1, 2, 4, 1]))
    assert counted.score.tolist() == [0.9, 0.5, 0.2]
    assert counted.buyers.tolist() == [2, 2, 0]
    assert counted.others.tolist() == [0, 4, 3]
    assert counted.called.tolist() == [0, 2, 8, 11]
    assert counted.won.tolist() == [0, 2, 4, 4]


def test_a_cut_through_equal_scores_takes_its_buyers_pro_rata() -> None:
    counted = tally(scores([0, 1, 1, 0, 1], [0.2, 0.9, 0.5, 0.5, 0.9], [3, 1, 2, 4, 1]))
    threshold, won = counted.at(np.array([0.0, 1, 2, 5, 8, 11]))
    assert threshold.tolist() == [math.inf, 0.9, 0.9, 0.5, 0.5, 0.2]
    assert won.tolist() == [0, 1, 2, 3, 4, 4]


@given(scored(both=False))
def test_a_weight_says_what_repeated_rows_say(columns: Columns) -> None:
    at_once, by_row = (tally(scores(*each)) for each in (columns, repeated(columns)))
    for counts, rows in zip(vars(at_once).values(), vars(by_row).values(), strict=True):
        assert counts.tolist() == rows.tolist()


@pytest.mark.parametrize(
    "actual",
    [
        [True, False],
        pd.Series([1, 0], index=[7, 3]),
        pd.Series([Decimal(1), Decimal(0)], dtype=object),
        pd.array([True, False], dtype="boolean"),
        np.array([1, 0], np.int8),
    ],
)
def test_whatever_holds_numbers_is_read(actual: Column) -> None:
    assert scores(actual, [0.5, 0.4]).actual.tolist() == [1, 0]


@pytest.mark.parametrize(
    ("actual", "score", "weight", "message"),
    [
        ([1, 2], [0.1, 0.2], None, "actual: expected 0 or 1, found 2"),
        ([1, math.nan], [0.1, 0.2], None, "actual: expected a value for every lead, found 1 of 2 missing"),
        (pd.array([1, None], dtype="Int64"), [0.1, 0.2], None, "actual: expected a value for every lead"),
        ([1, 0], [0.1, None], None, "score: expected a value for every lead, found 1 of 2 missing"),
        ([1, 0], [0.1, math.inf], None, "score: expected a finite number, found inf"),
        ([1, 0], ["a", "b"], None, "score: expected numbers, found could not convert"),
        ([1, 0], [0.1], None, "actual: expected 1 values, as many as scores, found 2"),
        ([1, 0], [0.1, 0.2], [1], "weight: expected 2 values, as many as scores, found 1"),
        ([1, 0], [0.1, 0.2], [1, 0.5], "weight: expected a whole number from 0, found 0.5"),
        ([1, 0], [0.1, 0.2], [1, -1], "weight: expected a whole number from 0, found -1"),
        ([1, 0], [0.1, 0.2], [0, 0], "score: expected at least one lead, found none"),
        ([], [], None, "score: expected at least one lead, found none"),
    ],
)
def test_what_cannot_be_measured_is_named(actual: Column, score: Column, weight: Column | None, message: str) -> None:
    with pytest.raises(ScoresError, match=message):
        scores(actual, score, weight)


def test_an_entry_that_stands_for_no_lead_is_left_out() -> None:
    kept = scores([1, 0, 1], [0.1, 0.2, 0.3], [2, 0, 1])
    assert (kept.actual.tolist(), kept.score.tolist(), kept.weight.tolist()) == ([1, 1], [0.1, 0.3], [2, 1])


@pytest.mark.parametrize(("actual", "why"), [([0, 0], "no lead bought"), ([1, 1], "every lead bought"), ([0, 1], "")])
def test_one_class_only_is_said(actual: list[int], why: str) -> None:
    assert scores(actual, [0.1, 0.2]).undefined == why


def test_a_score_outside_0_to_1_is_no_probability() -> None:
    assert scores(*columns([0, 1], [0, 1])).probabilities().are_probabilities
    given = scores(*columns([0, 1], [0.5, 12]))
    assert not given.are_probabilities
    with pytest.raises(ScoresError, match="score: expected probabilities from 0 to 1, found 12"):
        given.probabilities()


def test_a_rate_has_its_wilson_interval() -> None:
    # Newcombe 1998, table I: 81/263 and 15/148, method 3.
    columns = rate("won", np.array([81.0, 15, 0]), np.array([263.0, 148, 0]))
    assert columns["won_low"][:2].round(4).tolist() == [0.2553, 0.0624]
    assert columns["won_high"][:2].round(4).tolist() == [0.3662, 0.1605]
    assert all(math.isnan(column[2]) for column in columns.values())
    assert ratio(np.array([1.0, 1]), np.array([4.0, 0])).tolist()[0] == 0.25

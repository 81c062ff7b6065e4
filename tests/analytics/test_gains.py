import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given

from analytics.gains import gains
from analytics.roc import roc
from analytics.scores import ScoresError
from tests.analytics.scored import Columns, real_leads, repeated, scored


def test_the_share_of_buyers_by_share_called_by_hand() -> None:
    curve = gains([1, 1, 0, 0, 1], [0.9, 0.5, 0.5, 0.2, 0.1], weight=[2, 1, 1, 4, 2])
    assert curve["threshold"].tolist() == [math.inf, 0.9, 0.5, 0.2, 0.1]
    assert curve["called"].tolist() == [0, 2, 4, 8, 10]
    assert curve["buyers"].tolist() == [0, 2, 3, 3, 5]
    assert curve["share_called"].tolist() == [0, 0.2, 0.4, 0.8, 1]
    assert curve["share_buyers"].tolist() == [0, 0.4, 0.6, 0.6, 1]
    assert curve["lift"].tolist()[1:] == pytest.approx([2, 1.5, 0.75, 1])


def test_a_share_within_one_score_takes_its_buyers_pro_rata() -> None:
    curve = gains([1, 0], [0.5, 0.5], shares=[0.1, 0.3], weight=[4, 6])
    assert curve["buyers"].tolist() == pytest.approx([0.4, 1.2])
    assert curve["lift"].tolist() == pytest.approx([1, 1])


def test_a_share_that_ends_with_a_score_stays_in_it() -> None:
    actual, score = [1] * 10, [float(step) for step in range(10)]
    curve = gains(actual, score, shares=[0.1, 0.3, 0.7])
    assert curve["threshold"].tolist() == [9, 7, 3]


def test_the_interval_of_lift_by_hand() -> None:
    # tp 2 of 2 called, 5 buyers of 10: v = 1/2 − 1/2 − 1/5 + 4/10 − 1/10.
    point = gains([1, 0], [0.9, 0.1], shares=[0.2], weight=[5, 5]).iloc[0]
    assert (point["called"], point["buyers"], point["lift"]) == (2, 2, 2)
    reach = 1.959963984540054 * math.sqrt(0.1)
    assert [point["lift_low"], point["lift_high"]] == pytest.approx([2 * math.exp(-reach), 2 * math.exp(reach)])


def test_where_everybody_is_called_the_lift_is_one_for_sure() -> None:
    last = gains([1, 0, 1], [0.9, 0.5, 0.3]).iloc[-1]
    assert last[["lift", "lift_low", "lift_high"]].tolist() == pytest.approx([1, 1, 1])


def test_where_no_buyer_is_called_the_lift_has_no_interval() -> None:
    curve = gains([0, 1], [0.9, 0.1])
    assert curve["lift"].isna().tolist() == [True, False, False]
    assert curve["lift"].iloc[1] == 0
    assert curve["lift_low"].isna().tolist() == curve["lift_high"].isna().tolist() == [True, True, False]


@given(scored())
def test_the_order_of_rows_says_nothing(columns: Columns) -> None:
    actual, score, _ = repeated(columns)
    expected = pd.Series(actual).groupby(score).transform("mean").to_numpy()[np.argsort(-score, kind="stable")]
    shares = np.arange(len(score) + 1) / len(score)
    curve = gains(actual, score, shares=shares)
    assert curve["buyers"].tolist() == pytest.approx([0, *np.cumsum(expected)])


@given(scored())
def test_the_buyers_reached_are_the_true_positives_of_the_curve(columns: Columns) -> None:
    actual, score, weight = columns
    curve = gains(actual, score, weight=weight)
    points = roc(actual, score, weight=weight)
    assert curve["threshold"].tolist() == points["threshold"].tolist()
    assert curve["share_buyers"].tolist() == pytest.approx(points["tpr"].tolist())


@given(scored(both=False))
def test_a_weight_says_what_repeated_rows_say(columns: Columns) -> None:
    (actual, score, weight), (rows, row_score, _) = columns, repeated(columns)
    assume(actual.any())
    pd.testing.assert_frame_equal(gains(actual, score, weight=weight), gains(rows, row_score))


def test_the_interval_of_lift_is_that_of_repeated_samples() -> None:
    # 4 cells of a multinomial sample: of 400 called 300 bought, of 1,600 others 700.
    draws = np.random.default_rng(0).multinomial(2000, np.array([300, 100, 700, 900]) / 2000, 20_000)
    drawn = draws[:, 0] / draws[:, :2].sum(axis=1) / (draws[:, [0, 2]].sum(axis=1) / 2000)
    point = gains([1, 0, 1, 0], [2, 2, 1, 1], weight=[300, 100, 700, 900]).iloc[1]
    assert [point["lift_low"], point["lift_high"]] == pytest.approx(np.percentile(drawn, [2.5, 97.5]), abs=0.01)


def test_what_gains_need_is_said() -> None:
    with pytest.raises(ScoresError, match="gains: expected leads who bought, found no lead bought"):
        gains([0, 0], [0.1, 0.2])
    with pytest.raises(ScoresError, match="shares: expected fractions from 0 to 1, found 20"):
        gains([0, 1], [0.1, 0.2], shares=[0.5, 20])


def test_the_real_leads_in_tenths() -> None:
    leads = real_leads().sort_values("predicted_probability", ascending=False)
    curve = gains(leads["actual_converted"], leads["predicted_probability"], shares=[0.5])
    cut = leads["predicted_probability"].iloc[999]
    above = leads[leads["predicted_probability"] > cut]["actual_converted"]
    tied = leads[leads["predicted_probability"] == cut]["actual_converted"]
    assert curve["buyers"].tolist() == pytest.approx([above.sum() + (1000 - len(above)) * tied.mean()])

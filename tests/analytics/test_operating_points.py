import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn import metrics

from analytics.operating_points import RATES, THRESHOLDS, Confusion, confusion, operating_points
from analytics.scores import ScoresError
from tests.analytics.scored import HANLEY, Columns, columns, counted, real_leads, repeated, scored

CELLS = ["tp", "fp", "tn", "fn"]


def test_a_lead_at_the_threshold_is_called() -> None:
    actual, score, _ = columns([1, 1, 0, 0, 1], [0.9, 0.5, 0.5, 0.2, 0.1])
    assert confusion(actual, score, 0.5) == Confusion(tp=2, fp=1, tn=1, fn=1)
    assert confusion(actual, score, 0.51) == Confusion(tp=1, fp=0, tn=2, fn=2)
    assert confusion(actual, score, math.inf) == Confusion(tp=0, fp=0, tn=2, fn=3)
    assert confusion(actual, score, -math.inf) == Confusion(tp=3, fp=2, tn=0, fn=0)


def test_the_rates_of_a_threshold_worked_by_hand() -> None:
    actual, score, weight = columns([1, 0, 0, 1], [0.8, 0.8, 0.3, 0.3], [6, 2, 9, 3])
    point = operating_points(actual, score, [0.5], weight=weight).iloc[0]
    assert point[["threshold", *CELLS]].tolist() == [0.5, 6, 2, 9, 3]
    assert point["accuracy"] == 15 / 20
    assert point["precision"] == 6 / 8
    assert point["recall"] == 6 / 9
    assert point["specificity"] == 9 / 11
    assert point["f1"] == 12 / 17
    assert point["mcc"] == pytest.approx((6 * 9 - 2 * 3) / math.sqrt(8 * 9 * 11 * 12))


def test_the_published_rates_of_a_published_test() -> None:
    # Hanley and McNeil 1982, table I: rated 3 or more, 46 of 51 abnormal and 19 of 58 normal images.
    actual, score, weight = counted(*HANLEY)
    assert confusion(actual, score, 3, weight=weight) == Confusion(tp=46, fp=19, tn=39, fn=5)


def test_each_rate_without_a_denominator_says_why() -> None:
    point = operating_points([0, 0], [0.4, 0.3], [0.5]).iloc[0]
    assert point["precision_reason"] == "no lead reaches this threshold"
    assert point["recall_reason"] == "no lead bought"
    assert point["f1_reason"] == "no lead bought and no lead reaches this threshold"
    assert point["mcc_reason"] == "needs leads called and not called, bought and not bought"
    assert point[["precision", "precision_low", "precision_high", "recall", "f1", "mcc"]].isna().all()
    assert point["accuracy"] == point["specificity"] == 1
    assert point["specificity_reason"] == point["accuracy_reason"] == ""
    assert operating_points([1, 1], [0.4, 0.3], [0.5])["specificity_reason"].tolist() == ["every lead bought"]


def test_a_threshold_that_is_no_number_is_refused() -> None:
    with pytest.raises(ScoresError, match="threshold: expected a number, found nan"):
        operating_points([0, 1], [0.4, 0.3], [0.5, math.nan])


def test_the_thresholds_on_offer_are_hundredths_as_a_file_has_them() -> None:
    hundredths = [float(f"0.{step:02}") for step in range(100)]
    assert list(THRESHOLDS) == [*hundredths, 1.0]
    assert operating_points([1], [0.35])["tp"].sum() == 36


@given(scored(both=False), st.lists(st.integers(-1, 21).map(lambda step: step / 20), min_size=1, max_size=5))
def test_every_row_agrees_with_scikit_learn(columns: Columns, thresholds: list[float]) -> None:
    actual, score, weight = columns
    points = operating_points(actual, score, thresholds, weight=weight)
    for threshold, point in zip(thresholds, points.to_dict("records"), strict=True):
        called = score >= threshold
        matrix = metrics.confusion_matrix(actual, called, sample_weight=weight, labels=[0, 1])
        assert [point[cell] for cell in ("tn", "fp", "fn", "tp")] == matrix.ravel().tolist()
        expected = {
            "accuracy": metrics.accuracy_score(actual, called, sample_weight=weight),
            "precision": metrics.precision_score(actual, called, sample_weight=weight, zero_division=np.nan),
            "recall": metrics.recall_score(actual, called, sample_weight=weight, zero_division=np.nan),
            "specificity": metrics.recall_score(
                actual, called, pos_label=0, sample_weight=weight, zero_division=np.nan
            ),
            "f1": metrics.f1_score(actual, called, sample_weight=weight, zero_division=np.nan),
        }
        assert {name: point[name] for name in expected} == pytest.approx(expected, abs=1e-12, nan_ok=True)
        if not math.isnan(point["mcc"]):
            assert point["mcc"] == pytest.approx(metrics.matthews_corrcoef(actual, called, sample_weight=weight))


@given(scored(both=False))
def test_a_weight_says_what_repeated_rows_say(columns: Columns) -> None:
    (actual, score, weight), (rows, row_score, _) = columns, repeated(columns)
    pd.testing.assert_frame_equal(operating_points(actual, score, weight=weight), operating_points(rows, row_score))


@given(scored(both=False))
def test_a_rate_lies_in_its_interval_or_has_a_reason(columns: Columns) -> None:
    actual, score, weight = columns
    points = operating_points(actual, score, weight=weight)
    for rate in RATES:
        assert (points[rate.name].isna() == (points[f"{rate.name}_reason"] != "")).all()
        if rate.interval:
            known = points.dropna(subset=rate.name)
            assert known[rate.name].between(known[f"{rate.name}_low"] - 1e-12, known[f"{rate.name}_high"] + 1e-12).all()


def test_the_real_scores_at_one_half_are_the_classes_in_the_file() -> None:
    leads = real_leads()
    found = confusion(leads["actual_converted"], leads["predicted_probability"], 0.5)
    crossed = pd.crosstab(leads["predicted_class"], leads["actual_converted"])
    assert [found.tn, found.fn, found.fp, found.tp] == crossed.to_numpy().ravel().tolist()

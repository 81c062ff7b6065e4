import math
from collections.abc import Hashable, Mapping

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.gains import gains
from analytics.intervals import wilson
from analytics.roc import Auc, auc
from analytics.scores import ScoresError
from analytics.slices import area_difference, difference, slices
from tests.analytics.scored import ASAH, HANLEY, Columns, counted, real_leads, repeated, scored


@pytest.mark.parametrize(
    ("rates", "apart", "low", "high"),
    # Newcombe 1998, Statistics in Medicine 17, 873-890, table II, method 10.
    [
        ((56, 70, 48, 80), 0.2, 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.6, 0.1705, 0.8090),
        ((6, 7, 2, 7), 0.5714, 0.0582, 0.8062),
        ((5, 56, 0, 29), 0.0893, -0.0381, 0.1926),
        ((0, 10, 0, 20), 0, -0.1611, 0.2775),
        ((10, 10, 0, 20), 1, 0.6791, 1),
        ((10, 10, 0, 10), 1, 0.6075, 1),
    ],
)
def test_the_published_differences(
    rates: tuple[float, float, float, float], apart: float, low: float, high: float
) -> None:
    assert [round(end, 4) for end in difference(rate(*rates[:2]), rate(*rates[2:]))] == [apart, low, high]


def rate(part: float, whole: float) -> tuple[float, float, float]:
    return part / whole, *wilson(part, whole)


def test_two_areas_differ_by_their_variances_together() -> None:
    one, other = Auc(0.9, 0.0016, 0.8, 1.0), Auc(0.8, 0.0009, 0.7, 0.9)
    reach = 1.959963984540054 * 0.05
    assert area_difference(one, other) == pytest.approx((0.1, 0.1 - reach, 0.1 + reach))


def test_two_published_sets_side_by_side() -> None:
    (actual, score, weight), (others, ratings, counts) = counted(*ASAH), counted(*HANLEY)
    table = slices([*actual, *others], [*score, *ratings], ["aSAH"] * 100 + ["CT"] * 10, weight=[*weight, *counts])
    assert table.index.tolist() == ["CT", "aSAH"]
    assert table[["n", "buyers"]].to_numpy().tolist() == [[109, 51], [113, 41]]
    assert table["auc"].tolist() == pytest.approx([0.8931710615280596, 0.73136856368563687])
    asah, ct = table.to_dict("index")["aSAH"], table.to_dict("index")["CT"]
    assert [round(asah[end], 4) for end in ("auc_low", "auc_high")] == [0.6301, 0.8326]
    assert [asah["base_rate"], ct["base_rate"]] == [41 / 113, 51 / 109]
    reach = 1.959963984540054 * math.sqrt(0.0009439892702629846 + 0.00266868245717244)
    apart = 0.8931710615280596 - 0.73136856368563687
    assert _interval(ct, "auc_difference") == pytest.approx([apart, apart - reach, apart + reach])
    assert _interval(ct, "base_rate_difference") == pytest.approx(difference(rate(51, 109), rate(41, 113)))


def _interval(row: Mapping[Hashable, float], name: str) -> list[float]:
    return [row[name], row[f"{name}_low"], row[f"{name}_high"]]


@given(scored(), st.data())
def test_each_member_is_measured_by_itself(columns: Columns, data: st.DataObject) -> None:
    actual, score, weight = columns
    names = st.lists(st.sampled_from(["a", "b", "c"]), min_size=len(actual), max_size=len(actual))
    members = np.array(data.draw(names))
    table = slices(actual, score, members, weight=weight)
    assert table["n"].sum() == weight.sum()
    for name, row in table.iterrows():
        own = members == name
        area = auc(actual[own], score[own], weight=weight[own])
        assert [row["auc"], row["auc_low"]] == pytest.approx([area.value, area.low], nan_ok=True)
        assert row["reason"].startswith(area.reason)
        assert row["small"] == (min(row["buyers"], row["n"] - row["buyers"]) < 10)


@given(scored(), st.data())
def test_a_weight_says_what_repeated_rows_say(columns: Columns, data: st.DataObject) -> None:
    (actual, score, weight), (rows, row_score, _) = columns, repeated(columns)
    names = st.lists(st.sampled_from(["a", "b"]), min_size=len(actual), max_size=len(actual))
    members = np.array(data.draw(names))
    by_row = np.repeat(members, weight.astype(int))
    pd.testing.assert_frame_equal(slices(actual, score, members, weight=weight), slices(rows, row_score, by_row))


def test_of_two_members_one_exceeds_the_other_by_what_that_lacks() -> None:
    actual, score = [1, 1, 0, 0] * 4, list(range(16))
    table = slices(actual, score, ["a", "b"] * 8).to_dict("index")
    for name in ("auc_difference", "base_rate_difference"):
        apart, low, high = _interval(table["a"], name)
        assert _interval(table["b"], name) == pytest.approx([-apart, -high, -low])


def test_precision_and_lift_of_a_slice_by_hand() -> None:
    """At 0.5 a calls 3 of 10, 2 of them buyers of 4, b 1 of 10, no buyer; the best tenth is the best lead of each."""
    score = [0.9, 0.8, 0.7, *[0.1] * 7, 0.6, *[0.2] * 9]
    actual = [1, 1, 0, 1, 1, *[0] * 5, 0, 1, *[0] * 8]
    table = slices(actual, score, ["a"] * 10 + ["b"] * 10, threshold=0.5).to_dict("index")
    assert [table[name]["called"] for name in "ab"] == [3, 1]
    assert _interval(table["a"], "precision") == pytest.approx(rate(2, 3))
    assert _interval(table["b"], "precision_difference") == pytest.approx(difference(rate(0, 1), rate(2, 3)))
    assert table["a"]["lift"] == pytest.approx(1 / 0.4)
    assert [table["a"]["tenth"], table["b"]["lift"]] == [1, 0]
    lift = gains(actual[:10], score[:10], shares=[0.1]).iloc[0]
    assert _interval(table["a"], "lift") == pytest.approx(lift[["lift", "lift_low", "lift_high"]].tolist())


def test_without_a_threshold_nobody_is_called_and_precision_is_not_known() -> None:
    row = slices([1, 0], [0.9, 0.1], ["a", "a"]).loc["a"]
    assert row["called"] == 0
    assert row[["precision", "precision_low", "precision_difference"]].isna().all()


def test_a_slice_or_a_rest_of_one_class_says_so() -> None:
    table = slices([1, 1, 0, 0, 1], [0.9, 0.8, 0.7, 0.6, 0.5], ["a", "a", "b", "b", "b"])
    assert table["reason"].tolist() == [
        "every lead bought",
        "an interval needs two leads who bought and two who did not",
    ]
    assert table["small"].all()
    assert table["auc"].tolist() == pytest.approx([math.nan, 0], nan_ok=True)
    assert table["base_rate_difference"].tolist() == pytest.approx([2 / 3, -2 / 3])


def test_ten_of_each_kind_are_enough_to_go_by() -> None:
    table = slices([1, 0, 1, 0, 1, 0], [0.9, 0.1] * 3, ["a", "a", "b", "b", "c", "c"], weight=[10, 10, 9, 90, 90, 9])
    assert table["small"].to_dict() == {"a": False, "b": True, "c": True}


def test_a_lone_member_has_no_rest_to_differ_from() -> None:
    row = slices([1, 1, 0, 0], [0.9, 0.4, 0.5, 0.6], ["a"] * 4).loc["a"]
    assert row["auc"] == 0.5
    assert row["reason"] == "there are no other leads"
    assert row[["auc_difference", "auc_difference_low", "base_rate_difference"]].isna().all()


def test_leads_without_a_member_are_in_the_rest() -> None:
    members = pd.Series(["a", "a", None, math.nan], dtype=object)
    table = slices([1, 0, 1, 0], [0.9, 0.1, 0.2, 0.8], members)
    assert table["auc_difference"].to_dict() == {"a": 1}


def test_an_entry_that_stands_for_no_lead_has_no_row() -> None:
    assert slices([1, 0, 1], [0.9, 0.1, 0.2], ["a", "a", "b"], weight=[1, 1, 0]).index.tolist() == ["a"]


def test_a_member_for_every_lead_is_asked_for() -> None:
    with pytest.raises(ScoresError, match="member: expected 2 values, as many as scores, found 1"):
        slices([1, 0], [0.9, 0.1], ["a"])


def test_the_real_industries() -> None:
    leads = real_leads()
    table = slices(leads["actual_converted"], leads["predicted_probability"], leads["industry"])
    assert table["n"].to_dict() == leads["industry"].value_counts().to_dict()
    assert table["base_rate"].to_dict() == pytest.approx(leads.groupby("industry")["actual_converted"].mean().to_dict())
    assert not table["small"].any()


def test_a_column_that_no_lead_reports_has_no_rows_but_the_same_columns() -> None:
    some, none = (slices([1, 0], [0.9, 0.1], pd.Series(member, dtype=object)) for member in (["A", "B"], [None, None]))
    assert (len(none), list(none.columns)) == (0, list(some.columns))

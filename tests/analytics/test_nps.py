import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.intervals import wilson
from analytics.nps import answered, in_order, interval, part_of, points


@pytest.mark.parametrize("category", ["Promoter", "promoters", " PROMOTER "])
def test_a_category_is_known_however_it_is_written(category: str) -> None:
    assert part_of(category) == "promoters"


@pytest.mark.parametrize("category", ["Fan", "", None, math.nan])
def test_another_category_is_none_of_them(category: object) -> None:
    assert part_of(category) is None


def test_categories_stand_from_detractors_to_promoters_and_others_last() -> None:
    assert in_order(["Promoter", "Unsure", "Detractor", "Fan", "Passive"]) == [
        "Detractor", "Passive", "Promoter", "Fan", "Unsure",
    ]  # fmt: skip


def test_answers_are_counted_by_part_and_nobody_counts_without_one() -> None:
    told = answered(pd.DataFrame({"nps": ["Promoter", "Detractor", None], "rows": [5.0, 2.0, 9.0]}), "nps", "rows")
    assert told["promoters"].tolist()[:2] == [5, 0]
    assert told["detractors"].tolist()[:2] == [0, 2]
    assert told["answers"].sum() == 7
    assert math.isnan(told["answers"].iloc[2])
    assert told["promoters"].sum() == 5


def test_the_interval_by_hand() -> None:
    low, high = interval(50, 20, 100)
    assert (low, high) == pytest.approx((0.13827, 0.43953), abs=1e-5)
    assert (low + high) / 2 == pytest.approx(0.3 / (1 + 1.959964**2 / 100))


def test_without_passives_it_is_wilson_s_interval_of_the_promoters() -> None:
    low, high = wilson(70, 100)
    assert interval(70, 30, 100) == pytest.approx((2 * low - 1, 2 * high - 1))


def test_five_promoters_of_five_are_not_sure_to_be_all() -> None:
    low, high = interval(5, 0, 5)
    assert high == 1
    assert low == pytest.approx((1 - 1.959964**2 / 5) / (1 + 1.959964**2 / 5))


def test_without_answers_there_is_none() -> None:
    assert all(math.isnan(end) for end in interval(0, 0, 0))
    assert all(math.isnan(end) for end in interval(3, 3, 5))


@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 500))
def test_it_holds_the_score_and_stays_between_its_ends(promoters: int, detractors: int, passives: int) -> None:
    answers = promoters + detractors + passives
    low, high = interval(promoters, detractors, answers)
    if answers:
        assert -1 <= low <= (promoters - detractors) / answers + 1e-12
        assert (promoters - detractors) / answers - 1e-12 <= high <= 1


def test_a_score_is_read_in_whole_points() -> None:
    assert [points(score) for score in (-0.5166, 0.65, 0, math.nan)] == ["−52", "65", "0", "n/a"]

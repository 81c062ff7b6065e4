import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.intervals import NORMAL_95, between, wilson


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    # Newcombe 1998, table I: 81/263, 15/148, 0/20 and 1/29, method 3.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_published_examples(part: float, whole: float, low: float, high: float) -> None:
    assert [round(end, 4) for end in wilson(part, whole)] == [low, high]


@pytest.mark.parametrize(("part", "whole"), [(0, 0), (2, 1), (-1, 5), (math.nan, 5), (1, math.nan)])
def test_what_is_no_rate_has_no_interval(part: float, whole: float) -> None:
    assert all(math.isnan(end) for end in wilson(part, whole))


@given(st.integers(1, 10**9).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_the_interval_holds_the_rate_and_stays_a_rate(counts: tuple[int, int]) -> None:
    part, whole = counts
    low, high = wilson(part, whole)
    assert 0 <= low <= part / whole + 1e-12
    assert part / whole - 1e-12 <= high <= 1


def test_the_normal_s_quantile_is_exact() -> None:
    assert math.erf(NORMAL_95 / math.sqrt(2)) == pytest.approx(0.95, abs=1e-12)


def test_an_interval_in_words() -> None:
    assert between("1 %", "2 %").replace("\u00a0", " ") == "95 %: 1 % to 2 %"

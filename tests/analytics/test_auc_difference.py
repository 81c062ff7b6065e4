import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.auc_difference import auc_difference
from analytics.classifier import auc
from analytics.scores import Numbers, ScoresError
from tests.analytics.prospects import prospects

TWENTIETHS = st.integers(0, 20).map(lambda twentieth: twentieth / 20)
LEADS = st.lists(st.tuples(st.booleans(), TWENTIETHS, TWENTIETHS), min_size=2, max_size=40)
BOTH = [(True, 0.5, 0.5), (True, 0.2, 0.9), (False, 0.5, 0.5), (False, 0.1, 0.2)]


def kernel(bought: Numbers, score: Numbers) -> Numbers:
    """A row a buyer and a column another lead: 1 where the buyer scores above it, half where equal."""
    buyers, others = score[bought > 0][:, None], score[bought == 0]
    return np.asarray((buyers > others) + (buyers == others) / 2, dtype=float)


def test_a_few_leads_by_hand() -> None:
    # One ranks all four pairs right. The other has V of 1 and 1/2 for the buyers, of 1/2 and 1 for the others.
    found = auc_difference([1, 1, 0, 0], [0.9, 0.8, 0.2, 0.1], [0.9, 0.3, 0.5, 0.1])
    assert found.value == 0.25
    # D is 0 and 1/2 among buyers and among others: Σ(D − 1/4)² = 1/8, over 2 · 1, twice.
    assert found.variance == 0.125
    assert (found.low, found.high) == pytest.approx((0.25 - 1.959964 * 0.125**0.5, 0.25 + 1.959964 * 0.125**0.5))
    assert found.sign == 0


@given(LEADS)
def test_it_is_delong_s_covariance_of_the_two(drawn: list[tuple[bool, float, float]]) -> None:
    bought, one, other = (np.array([lead[place] for lead in [*drawn, *BOTH]], float) for place in range(3))
    first, second = kernel(bought, one), kernel(bought, other)
    parts = [np.cov(first.mean(axis=axis), second.mean(axis=axis)) / first.shape[1 - axis] for axis in (0, 1)]
    covariance = parts[0] + parts[1]
    found = auc_difference(bought, one, other)
    assert found.value == pytest.approx(first.mean() - second.mean(), abs=1e-12)
    assert found.variance == pytest.approx(covariance[0, 0] + covariance[1, 1] - 2 * covariance[0, 1], abs=1e-12)


def test_its_deviation_is_that_of_a_bootstrap_of_the_leads() -> None:
    leads = prospects(600)
    bought, forms = leads["actual_converted"].to_numpy(), leads["predicted_probability"].to_numpy()
    sized = forms + 0.3 * (leads["company_size"] == "Large").to_numpy()
    random, found = np.random.default_rng(1), auc_difference(bought, sized, forms)
    again = []
    for _ in range(400):
        rows = random.integers(0, len(bought), len(bought))
        again.append(auc(bought[rows], sized[rows]).value - auc(bought[rows], forms[rows]).value)
    assert math.sqrt(found.variance) == pytest.approx(np.std(again), rel=0.12)
    assert found.sign == 1
    assert auc_difference(bought, forms, sized).sign == -1


@given(LEADS)
def test_the_other_way_round_it_is_the_opposite(drawn: list[tuple[bool, float, float]]) -> None:
    bought, one, other = ([lead[place] for lead in [*drawn, *BOTH]] for place in range(3))
    there, back = auc_difference(bought, one, other), auc_difference(bought, other, one)
    assert there.value == pytest.approx(-back.value, abs=1e-12)
    assert there.variance == pytest.approx(back.variance, abs=1e-12)


@pytest.mark.parametrize(
    ("bought", "one", "other", "reason"),
    [
        ([0, 0], [0.1, 0.2], [0.2, 0.1], "no lead bought"),
        ([1, 1], [0.1, 0.2], [0.2, 0.1], "every lead bought"),
        ([1, 0, 0], [0.1, 0.2, 0.3], [0.3, 0.1, 0.2], "two leads who bought"),
        ([1, 1, 0, 0], [0.1, 0.2, 0.3, 0.4], [1, 2, 3, 4], "rank these leads alike"),
    ],
)
def test_what_has_no_interval_says_why(bought: list[int], one: list[float], other: list[float], reason: str) -> None:
    found = auc_difference(bought, one, other)
    assert reason in found.reason
    assert math.isnan(found.low)
    assert found.sign == 0


def test_scores_of_other_leads_are_refused() -> None:
    with pytest.raises(ScoresError):
        auc_difference([1, 0], [0.1, 0.2], [0.1])

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.attribution import tallied
from analytics.attribution_frame import CONVERSIONS, VALUE, Floats
from analytics.attribution_tally import journeys, worth
from analytics.credit_covariance import KINDS, credit_covariance, share_covariance
from analytics.paths import Paths
from tests.analytics.journeys import journeys as framed
from tests.analytics.journeys import many

SMALL = 1e-6
ASKED = [("linear", 1), ("shapley", 1), ("markov", 1), ("markov", 2), ("markov", 3)]


def jackknife(paths: Paths, model: str, order: int, kind: str) -> Floats:
    """The covariance by what one more journey of each kind changes, each conversion of its path's mean value."""
    tally = tallied(paths, model, order=order)
    counts = np.concatenate((paths.conversions, paths.nulls))
    total, place = tally.total(paths.conversions, paths.nulls), KINDS.index(kind)
    square = np.zeros((len(paths.channels) + 1,) * 2)
    for row, count in enumerate(counts):
        one = np.zeros(len(counts))
        one[row] = SMALL * (count > 0)
        step = tally.total(*np.split(one, 2))
        added = (tally.credit(total + step) - tally.credit(total - step))[place] / (2 * SMALL)
        square += count * np.outer(added, added)
    credit = tally.credit(total)[place]
    return np.asarray(square - np.outer(credit, credit) / journeys(paths))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("model", "order"), ASKED)
@settings(max_examples=25)
@given(frame=many())
def test_it_is_that_of_what_one_more_journey_changes(frame: pd.DataFrame, model: str, order: int, kind: str) -> None:
    paths = Paths.of(frame)
    means = worth(paths) ** 2 * paths.conversions
    found = credit_covariance(tallied(paths, model, order=order), replace(paths, value_squared=means), kind)
    expected = jackknife(paths, model, order, kind)
    size = float({CONVERSIONS: paths.conversions, VALUE: paths.value}[kind].sum()) ** 2 + 1
    assert found / size == pytest.approx(expected / size, abs=1e-7)


@settings(max_examples=30)
@given(st.lists(st.floats(1, 100), min_size=2, max_size=6), st.integers(1, 3))
def test_values_of_one_path_count_as_those_of_paths_apart(values: list[float], order: int) -> None:
    rows = [("A > B > A", 1, value, 0) for value in values] + [("B > A", 2, 30, 4), ("A", 1, 5, 3)]
    apart = Paths.of(framed(*rows))
    apart = replace(apart, value_squared=np.append(np.square(values), [450, 25]))
    joined = Paths.of(framed(("A > B > A", len(values), sum(values), 0), *rows[-2:]))
    joined = replace(joined, value_squared=np.array([np.square(values).sum(), 450, 25]))
    one, other = (credit_covariance(tallied(each, "markov", order=order), each, VALUE) for each in (apart, joined))
    assert one == pytest.approx(other, rel=1e-6, abs=1e-6)


def test_a_share_of_single_touches_is_as_sure_as_a_rate() -> None:
    paths = Paths.of(framed(("A", 300, 0, 0), ("B", 700, 0, 1000)))
    covariance = credit_covariance(tallied(paths, "last"), paths, CONVERSIONS)
    shares = share_covariance(np.array([300.0, 700.0, 0.0]), covariance)
    rate = 0.3 * 0.7 / 1000
    assert shares[:2, :2] == pytest.approx(np.array([[rate, -rate], [-rate, rate]]))


def test_value_is_not_known_from_means_alone() -> None:
    paths = Paths.of(framed(("A", 3, 30, 0)))
    with pytest.raises(ValueError, match="only the mean value of each path is known"):
        credit_covariance(tallied(paths, "last"), paths, VALUE)

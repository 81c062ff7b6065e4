import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.markov import chained
from analytics.paths import Paths
from tests.analytics.journeys import journeys, many

STEP = 1e-5


@settings(max_examples=60)
@given(many(), st.integers(1, 3), st.data())
def test_credit_grows_with_a_journey_as_its_slope_says(frame: pd.DataFrame, order: int, data: st.DataObject) -> None:
    paths = Paths.of(frame)
    tally, chain = chained(paths, order)
    taken = np.flatnonzero(paths.conversions)
    one = np.zeros(len(frame))
    one[data.draw(st.sampled_from(taken.tolist()))] = STEP
    total, step = tally.total(paths.conversions, paths.nulls), tally.total(one, 0 * one)
    grown = (chain.credit(total + step) - chain.credit(total - step)) / 2
    for kind in (0, 1):
        size = STEP * (np.abs(chain.credit(total)[kind]).max() + 1)
        assert chain.slope(total, kind) @ step / size == pytest.approx(grown[kind] / size, abs=1e-5)


def test_every_sum_of_value_is_known_as_one() -> None:
    tally, chain = chained(Paths.of(journeys(("A > B", 1, 10, 2), ("A", 3, 50, 0))).without(["C"]))
    ones, none = np.ones(2), np.zeros(2)
    apart = tally.total(ones, none), tally.total(none, ones)
    assert chain.size == len(chain.valued) == len(apart[0])
    assert apart[0][chain.valued].sum() == pytest.approx(10 + 50 / 3)
    assert not apart[1][chain.valued].any()

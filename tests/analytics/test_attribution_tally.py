import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from analytics.attribution import Model, tallied
from analytics.attribution_frame import Floats
from analytics.attribution_tally import Tally, journeys, worth
from analytics.paths import Paths
from tests.analytics.journeys import many


def each(tally: Tally, paths: Paths, name: str) -> Floats:
    """What one journey of each path adds, (paths, size), by asking for the sums of that journey alone."""
    none = np.zeros(len(paths.conversions))
    alone = np.eye(len(none))
    return np.array([tally.total(*((one, none) if name == "won" else (none, one))) for one in alone])


@given(many())
def test_the_covariance_is_that_of_drawing_journeys(frame: pd.DataFrame) -> None:
    paths = Paths.of(frame)
    for model in (Model.LINEAR, Model.MARKOV):
        tally = tallied(paths, model).by_path()
        added = np.concatenate((each(tally, paths, "won"), each(tally, paths, "lost")))
        counts = np.concatenate((paths.conversions, paths.nulls))
        expected = journeys(paths) * np.cov(added, rowvar=False, fweights=counts.astype(int), ddof=0)
        size = np.abs(expected).max() + 1
        assert tally.covariance(paths) / size == pytest.approx(expected / size, abs=1e-9)


@given(many())
def test_what_each_path_adds_is_the_same_some_at_a_time(frame: pd.DataFrame) -> None:
    paths = Paths.of(pd.concat([frame] * 300))
    tally = tallied(paths, Model.LINEAR)
    won = np.concatenate([part for _, part, _ in tally.by_path().added(paths)])
    assert paths.conversions @ won == pytest.approx(tally.total(paths.conversions, paths.nulls), rel=1e-9)


def test_a_conversion_is_worth_the_mean_of_its_path() -> None:
    paths = Paths(
        ("A",),
        np.zeros(2, dtype=np.int16),
        np.arange(3),
        np.array([4.0, 0.0]),
        np.array([10.0, 0.0]),
        np.array([0.0, 1.0]),
    )
    assert worth(paths).tolist() == [2.5, 0]
    assert journeys(paths) == 5

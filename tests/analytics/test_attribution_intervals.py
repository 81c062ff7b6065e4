import math

import numpy as np
import pandas as pd
import pytest

from analytics.attribution import Model, credited, tallied
from analytics.attribution_intervals import MANY_PATHS, MOST_SUMS, from_counts, from_covariance, one_by_one, resampled
from analytics.intervals import NORMAL_95
from analytics.paths import Paths
from tests.analytics.journeys import column, journeys, timed

PATHS = Paths.of(
    timed(
        journeys(("A > B", 60, 600, 40), ("B", 90, 90, 200), ("C > A > B", 30, 50, 0), ("C", 20, 10, 60)),
        (3, 0),
        (0,),
        (9, 2, 1),
        (0,),
    )
)
DRAWS = 4000


def crowd(size: int, channels: int, touches: int) -> Paths:
    """Paths of equal length between channels drawn evenly, each with 3 conversions and 2 without."""
    rng = np.random.default_rng(1)
    names = tuple(f"{number:02}" for number in range(channels))
    drawn = rng.integers(0, channels, size * touches).astype(np.int16)
    threes, twos = np.full(size, 3.0), np.full(size, 2.0)
    return Paths(names, drawn, np.arange(size + 1) * touches, threes, threes * 10, twos)


def wald(share: float, whole: float) -> float:
    return NORMAL_95 * math.sqrt(share * (1 - share) / whole)


@pytest.mark.parametrize("model", list(Model))
def test_the_interval_holds_the_credit(model: Model) -> None:
    found = resampled(PATHS, model).intervals()
    credit = credited(PATHS, model)
    assert list(found.columns) == ["channel", "conversions_low", "conversions_high", "share_low", "share_high"]
    assert found["channel"].tolist() == ["A", "B", "C"]
    assert (found["conversions_low"] <= credit["conversions"]).all()
    assert (found["conversions_high"] >= credit["conversions"]).all()
    assert ((found["share_low"] >= 0) & (found["share_low"] <= credit["share"])).all()
    assert ((credit["share"] <= found["share_high"]) & (found["share_high"] <= 1)).all()


def test_a_share_of_single_touches_is_as_sure_as_a_rate() -> None:
    paths = Paths.of(journeys(("A", 300, 0, 0), ("B", 700, 0, 0)))
    low, high = resampled(paths, "last", resamples=DRAWS).intervals().loc[0, ["share_low", "share_high"]]
    assert (low, high) == pytest.approx((0.3 - wald(0.3, 1000), 0.3 + wald(0.3, 1000)), abs=0.003)


def test_above_many_paths_it_is_the_same() -> None:
    paths = crowd(MANY_PATHS + 1, 4, 1)
    whole = paths.conversions.sum()
    for model in ("last", "markov"):
        found = resampled(paths, model, resamples=DRAWS).intervals().set_index("channel")
        for channel, share in credited(paths, model).set_index("channel")["share"].items():
            assert found.loc[str(channel), "share_high"] - share == pytest.approx(wald(share, whole), rel=0.1)
            assert share - found.loc[str(channel), "share_low"] == pytest.approx(wald(share, whole), rel=0.1)


def test_the_same_seed_draws_the_same() -> None:
    first, again, other = (resampled(PATHS, "markov", seed=seed).conversions for seed in (3, 3, 4))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize("model", [Model.LINEAR, Model.MARKOV])
def test_each_way_of_drawing_has_the_mean_and_covariance_of_journeys(model: Model) -> None:
    tally = tallied(PATHS, model).by_path()
    total, covariance = tally.total(PATHS.conversions, PATHS.nulls), tally.covariance(PATHS)
    unit = np.sqrt(np.diagonal(covariance)) + 1e-9
    rng = np.random.default_rng(5)
    ways = (
        from_counts(tally, PATHS, DRAWS, rng),
        from_covariance(tally, PATHS, DRAWS, rng),
        np.concatenate([one_by_one(tally, PATHS, rng) for _ in range(DRAWS)]),
    )
    for sums in ways:
        assert (sums.mean(axis=0) - total) / unit == pytest.approx(np.zeros(tally.size), abs=0.1)
        assert np.cov(sums, rowvar=False) / np.outer(unit, unit) == (
            pytest.approx(covariance / np.outer(unit, unit), abs=0.1)
        )
        assert (sums >= 0).all()


def test_where_all_converted_so_they_do_in_each_resample() -> None:
    paths = Paths.of(journeys(("A > B", 5, 0, 0), ("B", 6, 0, 0)))
    assert resampled(paths, "linear").conversions.sum(axis=1) == pytest.approx(np.full(500, 11))


def test_many_sums_are_drawn_one_resample_after_another_and_progress_is_told() -> None:
    paths = crowd(3000, 34, 3)
    assert tallied(paths, "markov").size > MOST_SUMS
    told: list[tuple[int, int]] = []
    found = resampled(paths, "markov", resamples=3, progress=lambda done, whole: told.append((done, whole)))
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert found.conversions.shape == (3, 34)


def test_progress_comes_in_batches_otherwise() -> None:
    told: list[tuple[int, int]] = []
    resampled(PATHS, "linear", resamples=120, progress=lambda done, whole: told.append((done, whole)))
    assert told == [(40, 120), (80, 120), (120, 120)]


def test_nobody_has_an_interval_too() -> None:
    found = resampled(PATHS.without(["B"]), "markov").intervals().set_index("channel")
    assert found.index.tolist() == ["A", "C", "(none)"]
    assert found["conversions_low"].iloc[-1] < 90 < found["conversions_high"].iloc[-1]


def test_a_difference_within_the_noise_holds_zero() -> None:
    near = resampled(Paths.of(journeys(("A", 50, 0, 0), ("B", 52, 0, 0), ("C", 500, 0, 0))), "last")
    low, high = near.difference("A", "B")
    assert low < 0 < high
    assert near.difference("B", "A") == pytest.approx((-high, -low))
    assert near.difference("C", "A")[0] > 0
    assert near.difference("A", "A") == (0, 0)


def test_channels_that_share_journeys_differ_by_what_they_do_not_share() -> None:
    # A and B earn the same from 50 journeys; only the one of A alone tells them apart, and it comes 0 to 3 times.
    shared = resampled(Paths.of(journeys(("A > B", 50, 0, 0), ("A", 1, 0, 0))), "linear", resamples=DRAWS)
    assert shared.difference("A", "B") == pytest.approx((0, 3 / 51), abs=0.01)


def test_without_a_conversion_there_is_no_interval() -> None:
    with pytest.raises(ValueError, match="intervals: expected a conversion, found none"):
        resampled(Paths.of(journeys(("A", 0, 0, 9))), "linear")


def test_a_frame_of_our_own_may_hold_parts_of_conversions() -> None:
    frame = pd.DataFrame(
        {"path": column([("A",), ("B",)]), "conversions": [0.5, 20.5], "value": 0.0, "nulls": [1.5, 0]}
    )
    assert resampled(Paths.of(frame), "first").intervals()["share_high"].between(0, 1).all()

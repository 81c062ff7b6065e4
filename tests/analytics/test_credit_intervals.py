from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analytics.credit_intervals import certainty
from analytics.credits import VALUE
from analytics.offers import OFFERS, Offer, offer
from analytics.paths import Paths, decay

Row = tuple[tuple[str, ...], float, float]


def taken(*rows: Row) -> Paths:
    frame = pd.DataFrame(
        [(path, won, won, lost) for path, won, lost in rows], columns=["path", "conversions", "value", "nulls"]
    )
    return Paths.of(frame)


def crowd(paths: int, channels: int, length: int = 3) -> Paths:
    rng = np.random.default_rng(3)
    touches = rng.integers(0, channels, paths * length).astype(np.int16)
    starts = np.arange(paths + 1) * length
    won, lost = (rng.integers(1, 9, paths).astype(np.float64) for _ in range(2))
    shares = decay(rng.exponential(9, len(touches)), starts, 7.0)
    return Paths(tuple(f"C{number:02}" for number in range(channels)), touches, starts, won, won, lost, shares, shares)


def test_the_interval_of_a_share_is_that_of_a_rate() -> None:
    """Of 400 conversions 100 are A's: 0.25 ± 1.96 √(0.25 × 0.75 / 400) = 0.2076 to 0.2924."""
    ends = certainty(taken((("A",), 100, 0), (("B",), 300, 0)), offer("first")).intervals
    assert ends["A"] == pytest.approx((0.2076, 0.2924), abs=0.006)


def test_neighbours_are_unsure_where_their_difference_may_be_0() -> None:
    found = certainty(taken((("A",), 300, 0), (("B",), 106, 0), (("C",), 100, 0), (("D",), 3, 0)), offer("last"))
    assert found.unsure == (("B", "C"),)
    assert certainty(taken((("A",), 900, 0), (("B",), 800, 0)), offer("last")).unsure == ()


def test_intervals_that_overlap_may_still_differ() -> None:
    """Of 1,000: 0.274 ± 0.028 and 0.226 ± 0.026 overlap, their difference is 0.048 ± 0.044."""
    found = certainty(taken((("A",), 500, 0), (("B",), 274, 0), (("C",), 226, 0)), offer("first"))
    assert found.intervals["B"][0] < found.intervals["C"][1]
    assert ("B", "C") not in found.unsure


def test_channels_without_credit_are_in_no_order() -> None:
    assert certainty(taken((("A", "B", "C"), 50, 5)), offer("first")).unsure == ()


def test_journeys_of_channels_left_out_have_an_interval_and_no_place() -> None:
    found = certainty(taken((("A",), 50, 0), (("B",), 48, 0)).without(["B"]), offer("first"))
    assert set(found.intervals) == {"A", "(none)"}
    assert found.unsure == ()


def test_nothing_that_converts_has_no_interval() -> None:
    assert certainty(taken((("A",), 0, 5)), offer("last")).reason == "no journey in view converts"


@pytest.mark.parametrize("known", OFFERS, ids=[known.key for known in OFFERS])
def test_every_model_has_an_interval_around_each_share(known: Offer) -> None:
    found = certainty(crowd(40, 3), known)
    assert set(found.intervals) == {"C00", "C01", "C02"}
    assert all(0 <= low < high <= 1 for low, high in found.intervals.values())


def test_a_high_order_over_many_paths_has_one_too() -> None:
    found = certainty(crowd(12_000, 8), offer("markov-3"))
    assert len(found.intervals) == 8
    assert all(0 < high - low < 0.02 for low, high in found.intervals.values())


def test_the_interval_of_a_share_of_value_knows_how_far_values_lie_apart() -> None:
    """Of 100 conversions worth 100 on the mean 50 are A's, half of them worth 50 and half 150; B's are worth 100 each.

    The share is A / (A + B), of variance Σ (v · (1 − share) or v · share)² / total², as both add to 0: 5,000² · (50 ·
    0.25 · 12,500 + 50 · 0.25 · 10,000) / 5,000² / 10,000² = 0.0028125, and 1.96 times its root is 0.1039.
    """
    paths = replace(
        taken((("A",), 50, 0), (("B",), 50, 0)),
        value=np.array([5_000.0, 5_000.0]),
        value_squared=np.array([50 * 12_500.0, 50 * 10_000.0]),
    )
    found = certainty(paths, offer("first"), VALUE)
    assert found.intervals["A"] == pytest.approx((0.5 - 0.1039, 0.5 + 0.1039), abs=1e-4)
    assert found.unsure == (("A", "B"),)


def test_value_says_why_it_has_no_interval() -> None:
    paths = taken((("A",), 5, 0))
    assert certainty(paths, offer("first"), VALUE).reason == "only the mean value of each path is known"
    assert certainty(replace(paths, value=np.zeros(1)), offer("first"), VALUE).reason == (
        "the conversions in view have no value to share"
    )

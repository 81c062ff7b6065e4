import numpy as np
import pandas as pd
import pytest

from analytics.credit_intervals import FEW_SUMS, MANY_PATHS, MOST_PATHS, certainty
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


def test_many_paths_are_drawn_by_their_covariance_alike() -> None:
    few, many = (certainty(crowd(paths, 4), offer("markov-1")).intervals for paths in (MANY_PATHS, MANY_PATHS + 1))
    assert [high - low for low, high in few.values()] == pytest.approx(
        [high - low for low, high in many.values()], rel=0.2
    )


def test_what_takes_too_long_says_so() -> None:
    order_2 = certainty(crowd(MOST_PATHS + 1, 8), offer("markov-2"))
    assert order_2.intervals == {}
    assert order_2.reason.startswith(f"drawing {MOST_PATHS + 1:,} different paths and ")
    assert order_2.reason.endswith("sums again 500 times takes too long for a page")
    assert certainty(crowd(300, 12), offer("markov-3")).intervals == {}
    assert int(order_2.reason.split(" and ")[1].split(" ")[0]) > FEW_SUMS

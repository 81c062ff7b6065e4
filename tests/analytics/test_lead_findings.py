import pandas as pd
import pytest

from analytics.classifier import slices
from analytics.lead_findings import apart, by_heart, miscalibrated, most_apart
from analytics.slices import AUC, BASE_RATE
from tests.analytics.leadrows import curve


def steps(predicted: float, bought: int, leads: int) -> pd.DataFrame:
    """A step of the score, and one that keeps its promise."""
    shares = [bought / leads, 0.5]
    return pd.DataFrame({"predicted": [predicted, 0.5], "observed": shares, "n": [leads, 1000]})


@pytest.mark.parametrize(
    ("predicted", "bought", "leads", "found"),
    [
        (0.9, 700, 1000, True),
        (0.7, 700, 1000, False),
        # Wilson's 95 % interval of 70 / 100 ends at 0.781; the one that ten steps share at 0.810.
        (0.79, 70, 100, False),
        (0.82, 70, 100, True),
        (0.9, 49, 99, False),
    ],
)
def test_a_broken_promise_is_one_beyond_doubt_of_at_least_a_hundred_leads(
    predicted: float, bought: int, leads: int, found: bool
) -> None:
    off = miscalibrated(steps(predicted, bought, leads))
    assert (off is not None) == found
    assert off is None or off["predicted"] == predicted


def members(north: int, south: int) -> pd.DataFrame:
    """Slices of a hundred leads each, of whom so many bought; the score says nothing."""
    counts = [north, 100 - north, south, 100 - south]
    return slices([1, 0, 1, 0], [0.5] * 4, ["North", "North", "South", "South"], weight=counts)


def test_a_slice_that_buys_otherwise_beyond_doubt() -> None:
    found = apart(members(80, 40), BASE_RATE)
    assert found is not None
    assert (found.value, found.leads) == (0.8, 100)
    assert found.difference == pytest.approx(0.4)
    assert found.low < 0.4 < found.high


def test_what_chance_alone_would_show_is_not_said() -> None:
    assert apart(members(60, 46), BASE_RATE) is None
    assert apart(members(50, 50), BASE_RATE) is None


def test_a_score_that_ranks_all_the_same_has_no_slice_apart() -> None:
    assert apart(members(80, 40), AUC) is None


def test_of_several_dimensions_the_slice_that_differs_most() -> None:
    found = most_apart({"region": members(80, 40), "size": members(90, 30), "none": members(50, 50)}, BASE_RATE)
    assert [key for key, _ in found] == ["size", "region"]
    assert found[0][1].value in (0.9, 0.3)


def test_learned_by_heart_is_where_the_last_bands_do_not_meet() -> None:
    assert by_heart(curve(0.9, 0.7)) is not None
    assert by_heart(curve(0.8, 0.78)) is None
    assert by_heart(curve(0.8, 0.78, std=0.009)) is not None

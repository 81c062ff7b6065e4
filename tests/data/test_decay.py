import numpy as np
import pytest

from data.journeys import Journeys
from tests.data.touches import LONG, ROWS, SHORT, days, shares, stored, touch


@pytest.fixture(scope="module")
def journeys() -> Journeys:
    return stored(journeys=ROWS)


def test_decay_is_summed_over_the_months_asked(journeys: Journeys) -> None:
    february = journeys.paths(half_life=7, periods=[days("2024-02-01", "2024-02-29")])
    assert shares(february) == {SHORT: ([1.0], [1.0])}
    january = journeys.paths(half_life=7, periods=[days("2024-01-01", "2024-01-31")])
    first, second = [1 / 7, 2 / 7, 4 / 7], np.exp2([-15 / 7, -1 / 7, 0])
    by_count, by_value = shares(january)[LONG]
    assert by_count == pytest.approx((first + second / second.sum()) / 2)
    assert by_value == pytest.approx((100 * np.array(first) + 300 * second / second.sum()) / 400)


def test_a_half_life_that_is_not_stored_is_computed(journeys: Journeys) -> None:
    (first, second), value = journeys_of_two(journeys, half_life=3.5)
    assert [first, second] == pytest.approx([(1 / 5 + 1 / 17) / 2, (4 / 5 + 16 / 17) / 2])
    assert value == pytest.approx([(100 / 5 + 300 / 17) / 400, (400 / 5 + 4800 / 17) / 400])


def test_what_stays_is_credited_as_if_the_others_had_not_been_touched(journeys: Journeys) -> None:
    """Search is 7 days before Email in one journey, 14 in the other: 1/2 and 1/4 of its weight."""
    by_count, by_value = journeys_of_two(journeys, half_life=7)
    assert by_count == pytest.approx([(1 / 3 + 1 / 5) / 2, (2 / 3 + 4 / 5) / 2])
    assert by_value == pytest.approx([(100 / 3 + 300 / 5) / 400, (200 / 3 + 1200 / 5) / 400])
    stored_shares = journeys.paths(half_life=7).without(("Direct",))
    assert shares(stored_shares)["Search", "Email"][0] != pytest.approx(by_count)


def test_touches_long_before_what_was_left_out_keep_their_credit() -> None:
    rows = [
        *touch("a", "2001-01-01", "Search", True, "1"),
        *touch("a", "2001-01-02", "Email", True, "1"),
        *touch("a", "2024-01-01", "Direct", True, "1"),
    ]
    found = stored(journeys=rows).paths(half_life=1, without=("Direct",))
    assert shares(found)["Search", "Email"][0] == pytest.approx([1 / 3, 2 / 3])


def test_credit_left_after_leaving_out_nothing_is_what_is_stored(journeys: Journeys) -> None:
    asked, computed = journeys.paths(half_life=30), journeys.paths(half_life=30.000000001)
    for path, (by_count, by_value) in shares(asked).items():
        assert shares(computed)[path][0] == pytest.approx(by_count)
        assert shares(computed)[path][1] == pytest.approx(by_value)


def journeys_of_two(journeys: Journeys, half_life: float) -> tuple[list[float], list[float]]:
    """The shares of Search and Email where Direct is left out."""
    return shares(journeys.paths(half_life=half_life, without=("Direct",)))["Search", "Email"]

from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from analytics.periods import Period
from data.journeys import Journeys
from data.scope import Scope
from data.store import NoSnapshot, Store
from tests.data.publishing import Rows, publish_rows
from tests.data.touches import counts, shares, stored, touch

ROWS: Rows = [
    *touch("a", "2024-01-10", "Search", True, "100"),
    *touch("a", "2024-01-17", "Email", True, "100"),
    *touch("a", "2024-01-24", "Direct", True, "100"),
    *touch("b", "2024-01-31", "Search", True, "300"),
    *touch("b", "2024-02-14", "Email", True, "300"),
    *touch("b", "2024-02-15", "Direct", True, "300"),
    *touch("c", "2024-02-01", "Email", True, "10"),
    *touch("d", "2024-03-20", "Email"),
]
LONG, SHORT = ("Search", "Email", "Direct"), ("Email",)


@pytest.fixture(scope="module")
def journeys() -> Journeys:
    return stored(journeys=ROWS)


def days(start: str, end: str) -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end))


def test_it_says_what_it_holds(journeys: Journeys) -> None:
    facts = journeys.facts
    assert facts is not None
    assert (facts.table, facts.channels) == ("journeys", ("Direct", "Email", "Search"))
    assert facts.months == (date(2024, 1, 1), date(2024, 2, 1), date(2024, 3, 1))
    assert facts.days == days("2024-01-10", "2024-03-20")
    assert (facts.journeys, facts.touches, facts.conversions, facts.valued) == (4, 8, 3, 3)


@pytest.mark.parametrize(
    ("periods", "long", "short"),
    [
        ((), 2, (1, 1)),
        ([days("2024-01-01", "2024-03-31")], 2, (1, 1)),
        ([days("2024-01-10", "2024-03-20")], 2, (1, 1)),
        ([days("2024-01-11", "2024-03-19")], 0, (1, 0)),
        ([days("2024-01-01", "2024-02-28")], 2, None),
        ([days("2024-01-01", "2024-02-29")], 2, (1, 0)),
        ([days("2024-02-01", "2024-02-29"), days("2024-01-01", "2024-02-29")], 2, (1, 0)),
        ([days("2024-02-01", "2024-02-29"), days("2024-03-01", "2025-12-31")], 0, (1, 1)),
        ([days("2024-02-02", "2024-02-29")], 0, None),
        ([days("1999-01-01", "1999-12-31")], 0, None),
    ],
)
def test_months_of_first_touches_count_whose_loaded_days_all_lie_in_a_period(
    journeys: Journeys, periods: Collection[Period], long: int, short: tuple[int, int] | None
) -> None:
    found = counts(journeys.paths(half_life=7, periods=periods))
    assert found.get(LONG, (0, 0, 0))[0] == long
    assert (found[SHORT][0], found[SHORT][2]) == short if short else SHORT not in found


def test_only_paths_that_begin_with_one_of_the_channels_count(journeys: Journeys) -> None:
    assert set(counts(journeys.paths(first=("Search",)))) == {LONG}
    assert set(counts(journeys.paths(first=("Search", "Email", "Radio")))) == {LONG, SHORT}
    assert set(counts(journeys.paths(first=("Direct",)))) == set()
    assert shares(journeys.paths(half_life=7, first=("Email",))) == {SHORT: ([1.0], [1.0])}


def test_a_path_without_touches_begins_with_nothing() -> None:
    steps: Rows = [{"touchpoint_1": "Purchase", "customer_count": 4}]
    assert counts(stored(customer_journey=steps).paths(first=("Email",))) == {}
    assert len(stored(customer_journey=steps).paths().conversions) == 1


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


def test_a_journey_of_nothing_else_stays_empty(journeys: Journeys) -> None:
    found = journeys.paths(half_life=7, without=("Email",))
    assert found.channels == ("Direct", "Search")
    assert counts(found) == {("Search", "Direct"): (2, 400, 0), (): (1, 10, 1)}
    assert counts(journeys.paths(without=("Email",))) == counts(found)
    assert counts(journeys.paths(without=("Radio",))) == counts(journeys.paths())


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


@pytest.mark.parametrize("half_life", [0, -7, float("nan"), float("inf")])
def test_a_half_life_is_a_finite_number_above_zero(journeys: Journeys, half_life: float) -> None:
    with pytest.raises(ValueError, match="half_life: expected a finite number of days above 0, found"):
        journeys.paths(half_life=half_life)


def test_without_times_there_is_neither_a_period_nor_decay() -> None:
    steps = stored(customer_journey=[{"touchpoint_1": "Email", "touchpoint_2": "Purchase", "customer_count": 4}])
    with pytest.raises(ValueError, match="customer_journey carries no times, so it has no time decay"):
        steps.paths(half_life=7)
    with pytest.raises(ValueError, match="customer_journey carries no day, so it cannot be asked for a period"):
        steps.paths(periods=[days("2024-01-01", "2024-12-31")])


def test_without_journeys_there_are_no_paths() -> None:
    nothing = stored(funnel_data=[{"stage": "Visit", "visitors": 10}])
    assert nothing.facts is None
    with pytest.raises(KeyError, match="this snapshot has no journeys"):
        nothing.paths()


def test_a_scope_that_narrows_journeys_is_refused_and_another_is_not(journeys: Journeys) -> None:
    assert counts(journeys.paths(scope=Scope((("region", ("North",)),)))) == counts(journeys.paths())
    with pytest.raises(ValueError, match="journeys: paths are counted for everyone"):
        journeys.paths(scope=Scope((("channel", ("Email",)),)))


def test_names_that_are_sql_are_only_names() -> None:
    evil = "'); DROP TABLE paths; --"
    journeys = stored(journeys=[*touch("a", "2024-01-01", evil, True, "1"), *touch("a", "2024-01-02", "Email", True)])
    assert counts(journeys.paths(first=(evil,))) == {(evil, "Email"): (1, 1, 0)}
    assert counts(journeys.paths(half_life=7, without=(evil,))) == {("Email",): (1, 1, 0)}


def test_threads_that_ask_at_once_get_the_same_answer(tmp_path: Path) -> None:
    publish_rows(tmp_path, journeys=ROWS)
    snapshot = Store(tmp_path).snapshot()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda half_life: shares(snapshot.paths(half_life)), [1, 7] * 20))
    assert found == [shares(snapshot.paths(1)), shares(snapshot.paths(7))] * 20


def test_a_version_that_is_opened_again_says_the_same_and_keeps_its_own(tmp_path: Path) -> None:
    store = Store(tmp_path)
    publish_rows(tmp_path, journeys=ROWS)
    before = store.snapshot()
    newer = publish_rows(tmp_path, journeys=touch("a", "2025-01-01", "Radio", True, "1"))
    assert counts(store.snapshot(newer).paths()) == {("Radio",): (1, 1, 0)}
    assert counts(before.paths(7)) == counts(Store(tmp_path).snapshot(before.version).paths(7))
    assert before.journeys == stored(journeys=ROWS).facts


def test_a_snapshot_with_other_half_lives_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_rows(tmp_path, journeys=ROWS)
    monkeypatch.setattr("data.decay.HALF_LIVES", (1,))
    with pytest.raises(NoSnapshot, match="another release"):
        Store(tmp_path).snapshot()


def journeys_of_two(journeys: Journeys, half_life: float) -> tuple[list[float], list[float]]:
    """The shares of Search and Email where Direct is left out."""
    return shares(journeys.paths(half_life=half_life, without=("Direct",)))["Search", "Email"]

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from data.journeys import Journeys
from data.pointer import NoSnapshot
from data.scope import Scope
from data.store import Store
from tests.data.publishing import Rows, publish_rows
from tests.data.touches import LONG, ROWS, SHORT, counts, days, named, shares, stored, touch


@pytest.fixture(scope="module")
def journeys() -> Journeys:
    return stored(journeys=ROWS)


def test_only_paths_that_begin_with_one_of_the_channels_count(journeys: Journeys) -> None:
    assert set(counts(journeys.paths(first=("Search",)))) == {LONG}
    assert set(counts(journeys.paths(first=("Search", "Email", "Radio")))) == {LONG, SHORT}
    assert set(counts(journeys.paths(first=("Direct",)))) == set()
    assert shares(journeys.paths(half_life=7, first=("Email",))) == {SHORT: ([1.0], [1.0])}


def test_how_far_values_lie_apart_is_read_where_they_are_reported(journeys: Journeys) -> None:
    found = journeys.paths()
    assert found.value_squared is not None
    assert dict(zip(named(found), found.value_squared.tolist(), strict=True)) == {LONG: 100_000, SHORT: 100}
    left = journeys.paths(periods=[days("2024-02-01", "2024-02-29")], without=("Direct",))
    assert left.value_squared is not None
    assert left.value_squared.tolist() == [100]
    steps = stored(customer_journey=[{"touchpoint_1": "Email", "touchpoint_2": "Purchase", "customer_count": 4}])
    assert steps.paths().value_squared is None


def test_a_path_without_touches_begins_with_nothing() -> None:
    steps: Rows = [{"touchpoint_1": "Purchase", "customer_count": 4}]
    assert counts(stored(customer_journey=steps).paths(first=("Email",))) == {}
    assert len(stored(customer_journey=steps).paths().conversions) == 1


def test_a_journey_of_nothing_else_stays_empty(journeys: Journeys) -> None:
    found = journeys.paths(half_life=7, without=("Email",))
    assert found.channels == ("Direct", "Search")
    assert counts(found) == {("Search", "Direct"): (2, 400, 0), (): (1, 10, 1)}
    assert counts(journeys.paths(without=("Email",))) == counts(found)
    assert counts(journeys.paths(without=("Radio",))) == counts(journeys.paths())


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

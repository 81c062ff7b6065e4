from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.paths import Paths
from data import sample, warehouse
from data.decay import HALF_LIVES
from data.store import Store
from data.tables.journeys import JOURNEYS, PATHS
from settings import Settings
from tests.data.publishing import Rows
from tests.data.touches import counts, named, shares, stored, touch

REAL = Path("../shared/real/novamart/iso/customer_journey.csv")
SAME = "2024-03-01 10:00"
CHANNELS = ("Direct", "Email", "Search")
STEPS: Rows = [
    {"touchpoint_1": "Search", "touchpoint_2": "Email", "touchpoint_3": "Purchase", "customer_count": 7},
    {"touchpoint_1": "Search", "touchpoint_2": "Email", "touchpoint_3": "Exit", "customer_count": 5},
    {"touchpoint_1": "Search", "touchpoint_2": None, "touchpoint_3": "Email", "customer_count": 2},
    {"touchpoint_1": "Purchase", "touchpoint_2": "Email", "touchpoint_3": "Purchase", "customer_count": 1},
    {"touchpoint_1": "Purchase", "touchpoint_2": None, "touchpoint_3": None, "customer_count": 4},
    {"touchpoint_1": "Search", "touchpoint_2": "Email", "touchpoint_3": "Purchase", "customer_count": 3},
    {"touchpoint_1": "Direct", "touchpoint_2": "Exit", "touchpoint_3": None, "customer_count": None},
]


def test_touches_follow_their_times_and_where_these_are_equal_the_file() -> None:
    rows = [
        *touch("a", "2024-03-02", "Search"),
        *touch("b", SAME, "Search"),
        *touch("a", "2024-03-01", "Email"),
        *touch("b", SAME, "Email"),
        *touch("b", SAME, "Direct"),
        *touch("c", "2024-03-01 10:00:00.5", "Direct"),
        *touch("c", SAME, "Direct"),
        *touch("c", "2024-03-01 10:00:00.25", "Email"),
    ]
    assert counts(stored(journeys=rows).paths()) == {
        ("Email", "Search"): (0, 0, 1),
        ("Search", "Email", "Direct"): (0, 0, 1),
        ("Direct", "Email", "Direct"): (0, 0, 1),
    }


def test_conversions_value_and_nulls_of_one_path_are_added_up() -> None:
    rows = [
        *touch("a", "2024-03-01", "Email", True, "100.25"),
        *touch("b", "2024-03-02", "Email", False, "0"),
        *touch("c", "2024-04-02", "Email", True, "50"),
        *touch("d", "2024-04-02", "Email", None, "9"),
        *touch("e", "2024-04-02", "Email", True),
    ]
    assert counts(stored(journeys=rows).paths()) == {("Email",): (3, 150.25, 2)}


def test_a_journey_whose_rows_disagree_has_converted_if_any_says_so_at_its_largest_value() -> None:
    rows = [
        *touch("a", "2024-03-01", "Email", False, "0"),
        *touch("a", "2024-03-02", "Search", True, "80"),
        *touch("a", "2024-03-03", "Email", None, "20"),
    ]
    assert counts(stored(journeys=rows).paths()) == {("Email", "Search", "Email"): (1, 80, 0)}


def test_time_decay_worked_by_hand() -> None:
    """Seven days are one half-life: 1/2 and 1; fourteen are two: 1/4 and 1. Worth 100 and 300."""
    rows = [
        *touch("a", "2024-01-08", "Email", True, "100"),
        *touch("a", "2024-01-01", "Search", True, "100"),
        *touch("b", "2024-01-31", "Search", True, "300"),
        *touch("b", "2024-02-14", "Email", True, "300"),
        *touch("c", "2024-01-05", "Search"),
        *touch("c", "2024-01-09", "Email"),
    ]
    search = (1 / 3 + 1 / 5) / 2, (100 / 3 + 300 / 5) / 400
    found = shares(stored(journeys=rows).paths(half_life=7))
    assert found.keys() == {("Search", "Email")}
    by_count, by_value = found["Search", "Email"]
    assert by_count == pytest.approx([search[0], 1 - search[0]])
    assert by_value == pytest.approx([search[1], 1 - search[1]])


def test_a_path_without_conversions_or_value_shares_evenly_or_as_by_count() -> None:
    rows = [
        *touch("a", "2024-01-01", "Search"),
        *touch("a", "2024-01-08", "Email"),
        *touch("b", "2024-01-01", "Email", True, "0"),
        *touch("b", "2024-01-02", "Direct", True, "0"),
    ]
    found = shares(stored(journeys=rows).paths(half_life=1))
    assert found["Search", "Email"] == ([0.5, 0.5], [0.5, 0.5])
    assert found["Email", "Direct"][0] == pytest.approx([1 / 3, 2 / 3])
    assert found["Email", "Direct"][1] == pytest.approx([1 / 3, 2 / 3])


def test_steps_end_in_purchase_or_exit_or_have_not_converted_and_equal_paths_are_summed() -> None:
    journeys = stored(customer_journey=STEPS)
    found = counts(journeys.paths())
    assert {path: (conversions, nulls) for path, (conversions, _, nulls) in found.items()} == {
        ("Search", "Email"): (10, 7),
        ("Email",): (1, 0),
        (): (4, 0),
        ("Direct",): (0, 0),
    }
    assert all(pd.isna(value) for _, value, _ in found.values())
    facts = journeys.facts
    assert facts is not None
    assert (facts.table, facts.channels, facts.months, facts.days) == (PATHS.name, CHANNELS, (), None)
    assert (facts.journeys, facts.touches, facts.conversions, facts.valued, facts.left_out) == (22, 35, 15, 0, 0)


def test_journeys_answer_where_both_tables_are_there() -> None:
    facts = stored(customer_journey=STEPS, journeys=touch("a", SAME, "Email", True, "5")).facts
    assert facts is not None
    assert (facts.table, facts.channels, facts.journeys, facts.valued) == (JOURNEYS.name, ("Email",), 1, 1)


def test_more_channels_than_a_path_can_number_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.paths.MOST_CHANNELS", 1)
    rows = [*touch("a", SAME, "Email"), *touch("b", SAME, "Direct")]
    assert stored(journeys=rows).facts is None


def test_a_journey_too_long_for_one_person_is_left_out_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.paths.LONGEST", 2)
    rows = [*touch("0", SAME, "Email") * 3, *touch("a", SAME, "Email") * 2, *touch("b", SAME, "Direct")]
    journeys = stored(journeys=rows)
    assert counts(journeys.paths()) == {("Email", "Email"): (0, 0, 1), ("Direct",): (0, 0, 1)}
    assert journeys.facts is not None
    assert (journeys.facts.journeys, journeys.facts.touches, journeys.facts.left_out) == (2, 3, 3)


@st.composite
def rows(draw: st.DrawFn) -> Rows:
    """Touches of a few journeys, in any order, in the spring of a year."""
    converted = draw(st.lists(st.booleans(), min_size=4, max_size=4))
    worth = draw(st.lists(st.integers(0, 999), min_size=4, max_size=4))
    day, owner = st.datetimes(pd.Timestamp(2024, 1, 20), pd.Timestamp(2024, 5, 1)), st.integers(0, 3)
    drawn = draw(st.lists(st.tuples(owner, day, st.sampled_from(CHANNELS)), min_size=1, max_size=12))
    return [
        touch(f"j{who}", str(at), channel, converted[who], str(worth[who] * converted[who]))[0]
        for who, at, channel in drawn
    ]


@given(rows(), st.sampled_from(HALF_LIVES))
@settings(max_examples=25)
def test_it_agrees_with_pandas(rows: Rows, half_life: int) -> None:
    _check(stored(journeys=rows).paths(half_life=half_life), pd.DataFrame(rows), half_life)


@given(rows())
@settings(max_examples=15)
def test_nothing_is_lost_or_made(rows: Rows) -> None:
    journeys, frame = stored(journeys=rows), pd.DataFrame(rows).drop_duplicates("journey_id")
    found, facts = journeys.paths(half_life=7), journeys.facts
    assert facts is not None
    assert (facts.journeys, facts.touches, facts.conversions) == (len(frame), len(rows), frame["converted"].sum())
    assert found.conversions.sum() + found.nulls.sum() == len(frame)
    assert found.value.sum() == frame["value"].astype(int).sum()
    for each in (found.decayed, found.decayed_value):
        assert each is not None
        assert np.add.reduceat(each, found.starts[:-1]) == pytest.approx(1)


@given(rows())
@settings(max_examples=10)
def test_how_many_touches_are_grouped_at_once_changes_nothing(rows: Rows) -> None:
    whole, apart = (stored(at_once, journeys=rows).paths(half_life=3) for at_once in (1_000, 1))
    assert counts(whole) == counts(apart)
    assert shares(whole) == shares(apart)


@pytest.mark.parametrize("half_life", HALF_LIVES)
def test_the_samples_journeys_agree_with_pandas(published_sample: Path, half_life: int) -> None:
    touches = pd.read_csv(published_sample / "journeys.csv")
    _check(Store(published_sample).snapshot().paths(half_life=half_life), touches, half_life)


@pytest.mark.skipif(not REAL.exists(), reason="no published journeys here")
def test_the_published_paths_are_read(tmp_path: Path) -> None:
    warehouse.publish([REAL], Settings(state=tmp_path))
    snapshot = Store(tmp_path).snapshot()
    found = {path: (conversions, nulls) for path, (conversions, _, nulls) in counts(snapshot.paths()).items()}
    assert found == {
        ("Paid Search", "Website", "Email"): (1200, 0),
        ("Social Media", "Website", "Retargeting"): (800, 0),
        ("Organic Search", "Website", "Email"): (600, 0),
        ("Paid Search", "Website"): (0, 3000),
        ("Social Media", "Website"): (0, 2500),
        ("Referral", "Website", "Email"): (400, 0),
        ("Direct", "Website"): (500, 0),
        ("Email", "Website"): (450, 0),
    }
    assert snapshot.journeys is not None
    assert (snapshot.journeys.table, snapshot.journeys.journeys) == (PATHS.name, 9450)


@pytest.fixture(scope="module")
def published_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published")
    sample.write(folder / "sample")
    (folder / "sample" / "journeys.csv").rename(folder / "journeys.csv")
    warehouse.publish([folder / "journeys.csv"], Settings(state=folder))
    return folder


def _by_pandas(touches: pd.DataFrame, half_life: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Conversions, value and nulls by path; credit and its worth by path and place."""
    ordered = touches.assign(
        touched_at=pd.to_datetime(touches["touched_at"], format="ISO8601"), value=touches["value"].astype(float)
    )
    ordered = ordered.sort_values("touched_at", kind="stable").reset_index(drop=True)
    journey = ordered.groupby("journey_id")
    days = (journey["touched_at"].transform("max") - ordered["touched_at"]).dt.total_seconds() / 86_400
    weight, won = 0.5 ** (days / half_life), ordered["converted"].astype(float)
    credit = weight / weight.groupby(ordered["journey_id"]).transform("sum") * won
    paths = journey["channel"].agg(">".join)
    ordered = ordered.assign(path=ordered["journey_id"].map(paths), place=journey.cumcount(), credit=credit)
    ordered = ordered.assign(
        conversions=won, value=won * ordered["value"], nulls=1 - won, worth=credit * ordered["value"]
    )
    first = ordered[ordered["place"] == 0]
    by_place = ordered[ordered["converted"].astype(bool)].groupby(["path", "place"])[["credit", "worth"]].sum()
    return first.groupby("path")[["conversions", "value", "nulls"]].sum(), by_place


def _check(found: Paths, touches: pd.DataFrame, half_life: int) -> None:
    by_path, by_place = _by_pandas(touches, half_life)
    assert found.decayed is not None
    assert found.decayed_value is not None
    names = [">".join(path) for path in named(found)]
    read = pd.DataFrame({"conversions": found.conversions, "value": found.value, "nulls": found.nulls}, index=names)
    pd.testing.assert_frame_equal(read.sort_index(), by_path, check_names=False)
    owner = pd.Index(names).repeat(found.lengths)
    place = pd.Series(owner).groupby(owner).cumcount().to_numpy()
    credit, worth = found.decayed * found.conversions[found.owners], found.decayed_value * found.value[found.owners]
    spread = pd.DataFrame({"credit": credit, "worth": worth}, index=pd.MultiIndex.from_arrays([owner, place]))
    converted = spread[found.conversions[found.owners] > 0].sort_index()
    pd.testing.assert_frame_equal(converted, by_place.sort_index(), check_names=False)

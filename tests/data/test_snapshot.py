from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pytest

from analytics.periods import Period
from data import pointer
from data.build import Workshop
from data.pointer import NoSnapshot
from data.query import ROWS, Histogram, Quantiles, Query, Question
from data.report import FileReport, LoadReport
from data.scope import Scope
from data.store import QueryTimeout, Snapshot, Store
from data.tables.campaigns import CAMPAIGN
from data.warehouse import publish_from
from tests.data.publishing import CAMPAIGN_ROWS, EVERY_ROLLUP, publish_rows, published, records

JANUARY = Period(date(2024, 1, 1), date(2024, 1, 31))
LEAP_DAY = Period(date(2024, 2, 29), date(2024, 2, 29))

SLOW: tuple[Question, ...] = (
    Query("journeys", (ROWS,), ("journey_id", "value")),
    Quantiles("journeys", "value", (0.5,), ("journey_id",)),
    Histogram("journeys", (("value", 0.5),), ("journey_id",)),
)


@pytest.fixture(scope="module", params=[None, EVERY_ROLLUP], ids=["facts", "rollups"])
def snapshot(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """The campaign rows, answered from the facts or wherever possible from rollups."""
    return published(tmp_path_factory.mktemp("state"), request.param, campaign_performance=CAMPAIGN_ROWS)


@pytest.fixture
def many_journeys(tmp_path: Path) -> Path:
    """A state folder with so many journeys that counting them one by one takes a while."""

    def fill(con: duckdb.DuckDBPyConnection) -> LoadReport:
        con.execute(
            "CREATE TABLE journeys AS SELECT 'journey ' || n AS journey_id, 'Email' AS channel, n AS value,"
            " TIMESTAMP '2024-01-31 23:59:59' AS touched_at FROM range(400000) AS numbers(n)"
        )
        return LoadReport((FileReport("journeys.csv", "journeys", "journeys", "INR", 400_000, 400_000),))

    with pointer.exclusive(tmp_path) as scratch:
        publish_from(fill, "a" * 16, tmp_path, Workshop(scratch))
    return tmp_path


def test_sums_are_kept_apart_by_what_is_reported(snapshot: Snapshot) -> None:
    frame = snapshot.ask(Query(CAMPAIGN.name, ("spend", "revenue", ROWS), ("channel",)))
    assert records(frame) == [("Direct", 0.0, 70.0, 1.0), ("Email", None, 20.0, 1.0), ("Email", 150.3, 300.05, 2.0)]
    assert list(frame.columns) == ["channel", "spend", "revenue", ROWS]


def test_measures_that_are_not_asked_for_do_not_split_rows(snapshot: Snapshot) -> None:
    frame = snapshot.ask(Query(CAMPAIGN.name, ("clicks", "conversions"), ("channel",)))
    assert records(frame) == [("Direct", 7.0, 2.0), ("Email", 19.0, 2.5)]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ((), [(26.0,)]),
        (("region",), [("North", 21.0), ("South", 5.0)]),
        (("campaign_id",), [("A", 15.0), ("B", 11.0)]),
        (("campaign_id", "region"), [("A", "North", 10.0), ("A", "South", 5.0), ("B", "North", 11.0)]),
        (("date",), [(pd.Timestamp("2024-01-01"), 19.0), (pd.Timestamp("2024-02-29"), 7.0)]),
        (("impressions",), [(7, 7.0), (40, 4.0), (500, 5.0), (1000, 10.0)]),
    ],
)
def test_groups_come_in_order(snapshot: Snapshot, by: tuple[str, ...], expected: list[tuple[object, ...]]) -> None:
    assert records(snapshot.ask(Query(CAMPAIGN.name, ("clicks",), by))) == expected


@pytest.mark.parametrize(
    ("query", "clicks"),
    [
        (Query(CAMPAIGN.name, ("clicks",), where=(("region", ("North",)),)), 21.0),
        (Query(CAMPAIGN.name, ("clicks",), where=(("region", ("North",)), ("channel", ("Email", "Direct")))), 21.0),
        (Query(CAMPAIGN.name, ("clicks",), where=(("region", ("South", "' OR 1=1 --")),)), 5.0),
        (Query(CAMPAIGN.name, ("clicks",), where=(("impressions", ("500", "40")),)), 9.0),
        (Query(CAMPAIGN.name, ("clicks",), periods=(JANUARY,)), 19.0),
        (Query(CAMPAIGN.name, ("clicks",), periods=(JANUARY, LEAP_DAY)), 26.0),
        (Query(CAMPAIGN.name, ("clicks",), periods=(LEAP_DAY, LEAP_DAY)), 7.0),
    ],
)
def test_only_rows_in_the_filters_and_in_any_period_count(snapshot: Snapshot, query: Query, clicks: float) -> None:
    assert records(snapshot.ask(query)) == [(clicks,)]


@pytest.mark.parametrize(
    "query",
    [
        Query(CAMPAIGN.name, ("spend", ROWS), ("date", "channel"), where=(("region", ("Nowhere",)),)),
        Query(CAMPAIGN.name, ("spend", ROWS), ("date", "channel"), where=(("region", ()),)),
        Query(CAMPAIGN.name, (ROWS,), periods=(Period(date(1999, 1, 1), date(1999, 1, 2)),)),
    ],
)
def test_an_empty_answer_has_its_columns(snapshot: Snapshot, query: Query) -> None:
    frame = snapshot.ask(query)
    assert frame.empty
    assert list(frame.columns) == [*query.by, *query.measures]
    assert all(frame[measure].dtype == np.float64 for measure in query.measures)


def test_columns_are_floats_days_and_plain_text(snapshot: Snapshot) -> None:
    frame = snapshot.ask(Query(CAMPAIGN.name, ("spend", "clicks", ROWS), ("date", "channel")))
    assert [str(kind) for kind in frame.dtypes] == ["datetime64[us]", "str", "float64", "float64", "float64"]


def test_a_scope_hides_rows_and_is_not_confused_with_another(snapshot: Snapshot) -> None:
    query, south = Query(CAMPAIGN.name, ("clicks",)), Scope((("region", ("South",)),))
    assert [records(snapshot.ask(query, scope)) for scope in (Scope(), south, Scope())] == [
        [(26.0,)],
        [(5.0,)],
        [(26.0,)],
    ]
    assert snapshot.values(CAMPAIGN.name, "campaign_id", south) == ("A",)


def test_values_are_sorted_and_only_those_that_occur(snapshot: Snapshot) -> None:
    assert snapshot.values(CAMPAIGN.name, "channel") == ("Direct", "Email")
    assert snapshot.values(CAMPAIGN.name, "campaign_name") == ()


@pytest.mark.parametrize(("column", "first"), [("date", "2024-01-01"), ("clicks", "10"), ("region", "North")])
def test_values_are_what_where_takes(snapshot: Snapshot, column: str, first: str) -> None:
    values = snapshot.values(CAMPAIGN.name, column)
    rows = [snapshot.ask(Query(CAMPAIGN.name, (ROWS,), where=((column, (value,)),)))[ROWS].sum() for value in values]
    assert values[0] == first
    assert sum(rows) == 4


def test_what_a_caller_does_to_a_frame_stays_with_that_caller(snapshot: Snapshot) -> None:
    query = Query(CAMPAIGN.name, ("clicks",), ("channel",))
    changed = snapshot.ask(query)
    changed["clicks"] = 0.0
    changed.loc[0, "channel"] = "changed"
    assert records(snapshot.ask(query)) == [("Direct", 7.0), ("Email", 19.0)]


def test_it_says_what_it_holds(tmp_path: Path) -> None:
    before = datetime.now(UTC)
    version = publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    snapshot = Store(tmp_path).snapshot()
    facts = snapshot.tables[CAMPAIGN.name]
    assert snapshot.version == version
    assert before <= snapshot.loaded_at <= datetime.now(UTC)
    assert (facts.rows, facts.first_day, facts.newest_day) == (4, date(2024, 1, 1), date(2024, 2, 29))
    assert (facts.currency, facts.sources, facts.derived_from) == ("INR", ("campaign_performance.csv",), None)
    assert (snapshot.rows, snapshot.days) == (4, Period(date(2024, 1, 1), date(2024, 2, 29)))


def test_a_table_it_has_not_got_is_named(snapshot: Snapshot) -> None:
    with pytest.raises(KeyError, match="this snapshot has no customer_data"):
        snapshot.ask(Query("customer_data", (ROWS,)))


@pytest.mark.parametrize(
    "query",
    [
        Query(CAMPAIGN.name, ("cost",)),
        Query(CAMPAIGN.name, (ROWS,), by=("device_type",)),
        Query(CAMPAIGN.name, (ROWS,), where=(("device_type", ("Mobile",)),)),
    ],
)
def test_a_name_it_does_not_know_is_named(snapshot: Snapshot, query: Query) -> None:
    with pytest.raises(KeyError, match=r"campaign_performance has no (measure cost|column device_type)"):
        snapshot.ask(query)


def test_a_question_that_takes_too_long_is_stopped_and_the_next_one_is_answered(many_journeys: Path) -> None:
    hasty = Store(many_journeys, timeout_seconds=0.02).snapshot()
    for slow in SLOW:
        with pytest.raises(QueryTimeout, match=r"stopped after 0\.02 seconds"):
            hasty.ask(slow)
    asked = Query("journeys", (ROWS,), ("channel",), periods=(JANUARY,))
    assert records(Store(many_journeys).snapshot().ask(asked)) == [("Email", 400_000.0)]


def test_a_file_that_is_no_snapshot_is_refused_in_words(tmp_path: Path) -> None:
    version = publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    (tmp_path / f"warehouse-{version}.duckdb").write_bytes(b"not a database" * 1000)
    with pytest.raises(NoSnapshot, match="cannot be read"):
        Store(tmp_path).snapshot()


def test_a_snapshot_of_another_layout_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    monkeypatch.setattr("data.meta.FORMAT", 0)
    with pytest.raises(NoSnapshot, match="another release"):
        Store(tmp_path).snapshot()


def test_so_is_one_whose_tables_are_others(tmp_path: Path) -> None:
    version = publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    with duckdb.connect(str(pointer.path(tmp_path, version))) as con:
        con.execute("UPDATE meta_snapshot SET layout = 'older'; ALTER TABLE meta_tables ADD COLUMN problems BIGINT")
    with pytest.raises(NoSnapshot, match="another release"):
        Store(tmp_path).snapshot()

from pathlib import Path

import duckdb
import pytest

from analytics.spread import QUARTILES, Moment, Summary
from data.query import ROWS, Histogram, Moments, Quantiles, Query, Rows
from data.rollups import Relation, Thresholds
from data.sampling import draw, sample_of
from data.snapshot import Snapshot
from data.tables.campaigns import CAMPAIGN
from data.tables.customers import CUSTOMER
from data.tables.leads import LEARNING
from tests.data.customers import customers
from tests.data.publishing import CAMPAIGN_ROWS, published, records

MANY = customers(2_000)
SAMPLED = Thresholds(most_rows=500)
IDS = Rows(CUSTOMER.name, ("customer_id",), most=5_000)
AGES = Histogram(CUSTOMER.name, (("age", 10),))


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """2,000 customers, whose distributions are read from 500 of them."""
    return published(tmp_path_factory.mktemp("state"), SAMPLED, customer_data=MANY)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """The same customers, all of whom are read."""
    return published(tmp_path_factory.mktemp("state"), Thresholds(most_rows=2_000), customer_data=MANY)


def test_a_table_beyond_the_threshold_has_a_sample_of_exactly_that_many_rows(snapshot: Snapshot) -> None:
    assert snapshot.sampled(CUSTOMER.name) == 500
    chosen = snapshot.ask(IDS)["customer_id"]
    assert len(set(chosen)) == 500
    assert set(chosen) < {row["customer_id"] for row in MANY}


def test_a_sample_has_exactly_its_rows_whatever_their_share() -> None:
    columns = ", ".join(f"i AS {column.name}" for column in LEARNING.stored)
    for wanted in (1, 10, *range(100, 1_000, 50), 999):
        with duckdb.connect() as con:
            con.execute(f"CREATE TABLE {LEARNING.name} AS SELECT {columns} FROM range(1000) AS numbers(i)")
            [sample] = draw(con, LEARNING, Thresholds(most_rows=wanted))
            kept = con.execute(f'SELECT count(DISTINCT training_size) FROM "{sample.name}"').fetchall()
        assert (kept, sample.rows) == ([(wanted,)], wanted)


def test_a_table_at_the_threshold_has_none(whole: Snapshot) -> None:
    assert whole.sampled(CUSTOMER.name) is None
    assert len(whole.ask(IDS)) == 2_000


def test_a_table_with_rollups_has_none(tmp_path: Path) -> None:
    snapshot = published(tmp_path, Thresholds(most_rows=1), campaign_performance=CAMPAIGN_ROWS)
    assert snapshot.sampled(CAMPAIGN.name) is None
    with pytest.raises(KeyError, match="this snapshot has no customer_data"):
        snapshot.sampled(CUSTOMER.name)


def test_the_sample_is_the_same_whenever_it_is_drawn(snapshot: Snapshot, tmp_path: Path) -> None:
    again = published(tmp_path, SAMPLED, customer_data=MANY)
    assert again.ask(IDS)["customer_id"].tolist() == snapshot.ask(IDS)["customer_id"].tolist()


def test_the_sample_is_drawn_from_everywhere(snapshot: Snapshot) -> None:
    places = [int(name[1:]) for name in snapshot.ask(IDS)["customer_id"]]
    quarters = [sum(start <= place < start + 500 for place in places) for start in range(0, 2_000, 500)]
    # 125 expected of each quarter, deviation 8.4.
    assert all(85 < quarter < 165 for quarter in quarters)


def test_sums_are_those_of_every_row(snapshot: Snapshot, whole: Snapshot) -> None:
    asked = Query(CUSTOMER.name, ("lifetime_value", ROWS), ("region",))
    assert records(snapshot.ask(asked)) == records(whole.ask(asked))


def test_counts_are_scaled_up_to_the_table(snapshot: Snapshot) -> None:
    counts = snapshot.ask(AGES)[ROWS]
    assert counts.sum() == 2_000
    assert (counts % 4 == 0).all()


def test_counts_in_a_filter_are_about_those_of_every_row(snapshot: Snapshot, whole: Snapshot) -> None:
    asked = Quantiles(CUSTOMER.name, "income", QUARTILES, where=(("region", ("South",)),))
    [some], [exact] = (snap.ask(asked).to_dict("records") for snap in (snapshot, whole))
    assert some[Summary.ROWS] == pytest.approx(exact[Summary.ROWS], rel=0.2)
    assert some[Summary.UNREPORTED] == pytest.approx(exact[Summary.UNREPORTED], rel=0.3)
    assert some["0.5"] == pytest.approx(exact["0.5"], rel=0.2)


def test_moments_say_how_many_rows_they_were_worked_out_from(snapshot: Snapshot) -> None:
    [found] = snapshot.ask(Moments(CUSTOMER.name, "income", "age")).to_dict("records")
    assert found[Moment.N] + found[Moment.UNREPORTED] / 4 == 500


def test_a_relation_that_is_a_sample_is_found() -> None:
    facts, sample = Relation("facts", frozenset(), 10), Relation("sample", frozenset(), 4, sample=True)
    assert sample_of([facts, sample]) == sample
    assert sample_of([facts]) is None

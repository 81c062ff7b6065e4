from pathlib import Path

from data.query import ROWS, Query
from data.store import Store
from data.tables.campaigns import CAMPAIGN
from tests.benchmarks import facts


def test_made_facts_are_published_over_two_years(tmp_path: Path) -> None:
    facts.publish(5_000, tmp_path)
    snapshot = Store(tmp_path).snapshot()
    known = snapshot.tables[CAMPAIGN.name]
    assert (known.rows, str(known.first_day), str(known.newest_day)) == (5_000, "2023-01-01", "2024-12-31")
    assert snapshot.ask(Query(CAMPAIGN.name, (ROWS,)))[ROWS].tolist() == [5_000]
    assert len(snapshot.values(CAMPAIGN.name, "channel")) == 8
    assert len(snapshot.values(CAMPAIGN.name, "region")) == 5

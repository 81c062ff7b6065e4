from pathlib import Path

from data.store import Store
from data.tables.journeys import JOURNEYS
from tests.benchmarks import journeys


def test_made_journeys_are_published_by_path(tmp_path: Path) -> None:
    touches = journeys.touches(2_000)
    journeys.publish(touches, tmp_path)
    snapshot = Store(tmp_path).snapshot()
    facts = snapshot.journeys
    assert facts is not None
    assert (facts.table, facts.journeys, facts.touches) == (JOURNEYS.name, 2_000, len(touches))
    assert (len(facts.channels), len(facts.months)) == (8, 24)
    assert 300 < facts.conversions < 500
    assert snapshot.paths(7, [journeys.YEARS]).conversions.sum() == facts.conversions

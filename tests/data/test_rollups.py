from pathlib import Path

import pytest

from data.query import ROWS, Query
from data.rollups import ROLLUPS, Relation, Thresholds, route
from data.tables import AD, CAMPAIGN, table
from tests.data.publishing import EVERY_ROLLUP, Rows, published, records

FACTS = Relation("facts", frozenset({"date", "channel", "region", "campaign_id"}), 1000)
SMALL = Relation("small", frozenset({"date", "channel"}), 10)
LARGER = Relation("larger", frozenset({"date", "channel", "region"}), 100)

DAY: dict[str, object] = {"date": "2024-01-01", "campaign_id": "A", "campaign_type": "Brand", "channel": "Email"}
FACT = DAY | {"region": "North", "impressions": 10, "clicks": 1, "conversions": 0.25, "revenue": "0.1001"}
REPEATED: Rows = tuple(FACT | {"spend": spend} for spend in ("0.1001", "0.2002", None, None, "0.3003", "0"))


@pytest.mark.parametrize(
    ("needed", "expected"),
    [
        (set(), SMALL),
        ({"channel"}, SMALL),
        ({"date", "region"}, LARGER),
        ({"region", "campaign_id"}, FACTS),
    ],
)
def test_the_smallest_relation_with_the_columns_answers(needed: set[str], expected: Relation) -> None:
    assert route([FACTS, LARGER, SMALL], frozenset(needed)) == expected


def test_a_column_that_nothing_has_is_an_error() -> None:
    with pytest.raises(ValueError, match="empty"):
        route([FACTS], frozenset({"device_type"}))


def test_rollups_are_declared_for_columns_that_exist() -> None:
    assert {rollup.table for rollup in ROLLUPS} == {CAMPAIGN.name, AD.name}
    assert all(table(rollup.table).column(name) for rollup in ROLLUPS for name in rollup.by)


def relations(state: Path, when: Thresholds) -> dict[str, int]:
    snapshot = published(state, when, campaign_performance=REPEATED)
    return {each.name: each.rows for each in snapshot.relations(CAMPAIGN.name)}


def test_few_facts_have_no_rollup(tmp_path: Path) -> None:
    assert relations(tmp_path, Thresholds(fewest_facts=7)) == {CAMPAIGN.name: 6}


def test_a_rollup_that_keeps_more_than_its_share_of_the_facts_is_not_kept(tmp_path: Path) -> None:
    assert relations(tmp_path, Thresholds(fewest_facts=6, largest_share=0.33)) == {CAMPAIGN.name: 6}


def test_a_rollup_has_a_row_for_each_combination_and_pattern(tmp_path: Path) -> None:
    assert relations(tmp_path, Thresholds(fewest_facts=6, largest_share=0.34)) == {
        "campaign_performance": 6,
        "campaign_performance by date, channel, region, campaign_type": 2,
        "campaign_performance by date, campaign_id, campaign_name, campaign_type, channel": 2,
    }


def test_sums_through_a_rollup_are_those_of_the_facts_and_those_worked_by_hand(tmp_path: Path) -> None:
    asked = Query(CAMPAIGN.name, ("spend", "revenue", "clicks", ROWS), ("channel",))
    facts = published(tmp_path / "facts", campaign_performance=REPEATED).ask(asked)
    rollups = published(tmp_path / "rollups", EVERY_ROLLUP, campaign_performance=REPEATED).ask(asked)
    by_hand = [("Email", None, 0.2002, 2.0, 2.0), ("Email", 0.6006, 0.4004, 4.0, 4.0)]
    assert records(facts) == by_hand
    assert records(rollups) == by_hand


def test_the_rollup_is_what_answers(tmp_path: Path) -> None:
    kept = published(tmp_path, EVERY_ROLLUP, campaign_performance=REPEATED).relations(CAMPAIGN.name)
    assert route(kept, frozenset({"channel", "region"})).rows == 2
    assert route(kept, frozenset({"campaign_id", "region"})).name == CAMPAIGN.name

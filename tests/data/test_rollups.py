from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from random import Random

import pandas as pd
import pytest

from analytics.periods import Period
from data.query import ROWS, Query
from data.rollups import ROLLUPS, Relation, Thresholds, route
from data.scope import Terms
from data.snapshot import Snapshot
from data.tables import table
from data.tables.ads import AD
from data.tables.campaigns import CAMPAIGN
from tests.data.publishing import EVERY_ROLLUP, Rows, published, records

FACTS = Relation("facts", frozenset({"date", "channel", "region", "campaign_id"}), 1000)
SMALL = Relation("small", frozenset({"date", "channel"}), 10)
LARGER = Relation("larger", frozenset({"date", "channel", "region"}), 100)

DICE = Random(7)
RANDOM: Rows = [
    {
        "date": f"2024-01-0{DICE.randint(1, 5)}",
        "campaign_id": DICE.choice("AB"),
        "campaign_type": DICE.choice(["Brand", "Sale"]),
        "channel": DICE.choice(["Email", "Direct", "Social"]),
        "region": DICE.choice(["North", "South"]),
        "impressions": DICE.choice([None, DICE.randint(0, 10**12)]),
        "clicks": DICE.randint(0, 99),
        "conversions": DICE.choice([None, DICE.randint(0, 99) / 4]),
        "spend": DICE.choice([None, f"{DICE.randint(0, 10**7) / 10**4:.4f}"]),
        "revenue": f"{DICE.randint(-(10**7), 10**7) / 10**2:.2f}",
    }
    for _ in range(400)
]
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


def test_a_sample_does_not_answer_for_sums() -> None:
    assert route([SMALL, replace(SMALL, name="sample", rows=1, sample=True)], frozenset({"channel"})) == SMALL


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


@pytest.mark.parametrize(
    ("by", "where", "periods"),
    [
        ((), (), ()),
        (("channel",), (), ()),
        (("date", "region"), (("channel", ("Email", "Direct")),), ()),
        (("campaign_id",), (("campaign_type", ("Sale",)),), (Period(date(2024, 1, 2), date(2024, 1, 4)),)),
        (("region",), (), (Period(date(2024, 1, 1), date(2024, 1, 1)), Period(date(2024, 1, 3), date(2024, 1, 9)))),
    ],
)
def test_facts_rollups_and_plain_python_agree_on_any_rows(
    both: tuple[Snapshot, Snapshot], by: tuple[str, ...], where: Terms, periods: tuple[Period, ...]
) -> None:
    asked = Query(CAMPAIGN.name, (*CAMPAIGN.measures, ROWS), by, where, periods)
    facts, rollups = (records(snapshot.ask(asked)) for snapshot in both)
    assert facts == rollups
    assert sorted(map(repr, facts)) == sorted(map(repr, summed(asked)))


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Snapshot, Snapshot]:
    """The same random rows answered from facts and from rollups."""
    state = tmp_path_factory.mktemp("state")
    return (
        published(state / "facts", campaign_performance=RANDOM),
        published(state / "rollups", EVERY_ROLLUP, campaign_performance=RANDOM),
    )


def summed(query: Query) -> set[tuple[object, ...]]:
    """The answer by adding up RANDOM in Python."""
    groups: dict[tuple[object, ...], list[dict[str, object]]] = {}
    for row in RANDOM:
        day = date.fromisoformat(str(row["date"]))
        wanted = all(row[name] in values for name, values in query.where)
        if wanted and (not query.periods or any(period.start <= day <= period.end for period in query.periods)):
            key = [pd.Timestamp(day) if name == "date" else row[name] for name in query.by]
            groups.setdefault((*key, *(row[name] is None for name in CAMPAIGN.measures)), []).append(row)
    return {(*key[: len(query.by)], *map(partial(total, rows), query.measures)) for key, rows in groups.items()}


def total(rows: list[dict[str, object]], measure: str) -> float | None:
    if measure == ROWS:
        return float(len(rows))
    amounts = [Decimal(str(row[measure])) for row in rows if row[measure] is not None]
    return float(sum(amounts)) if amounts else None


def test_the_rollup_is_what_answers(tmp_path: Path) -> None:
    kept = published(tmp_path, EVERY_ROLLUP, campaign_performance=REPEATED).relations(CAMPAIGN.name)
    assert route(kept, frozenset({"channel", "region"})).rows == 2
    assert route(kept, frozenset({"campaign_id", "region"})).name == CAMPAIGN.name

"""Rollups: additive facts summed once, when published, by the dimensions that pages ask for together."""

from collections.abc import Iterable
from dataclasses import dataclass

import duckdb

from data.query import ROWS
from data.sql import REPORTED, quoted
from data.table import Table
from data.tables.ads import AD
from data.tables.campaigns import CAMPAIGN


@dataclass(frozen=True)
class Rollup:
    """The facts of a table summed by some of its columns."""

    table: str
    by: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name it is stored under."""
        return f"{self.table} by {', '.join(self.by)}"


@dataclass(frozen=True)
class Thresholds:
    """When a rollup pays: the facts are many, and it keeps only a small share of them.

    A table without rollups that has more than `most_rows` has a sample of so many.
    """

    fewest_facts: int = 1_000_000
    largest_share: float = 0.5
    most_rows: int = 1_000_000


@dataclass(frozen=True)
class Relation:
    """What can answer a question about a table: its facts, a rollup of them or a sample of them."""

    name: str
    columns: frozenset[str]
    rows: int
    sample: bool = False


ROLLUPS = (
    Rollup(CAMPAIGN.name, ("date", "channel", "region", "campaign_type")),
    Rollup(CAMPAIGN.name, ("date", "campaign_id", "campaign_name", "campaign_type", "channel")),
    Rollup(AD.name, ("date", "platform", "campaign_objective", "region", "device_type", "audience_segment")),
    Rollup(AD.name, ("date", "campaign_name", "platform")),
)
WHEN = Thresholds()


def roll_up(con: duckdb.DuckDBPyConnection, table: Table, when: Thresholds = WHEN) -> list[Relation]:
    """Store the rollups of a table's facts that pay, and return what can answer for it, the facts first."""
    rows = _count(con, f"FROM {quoted(table.name)}")
    facts = Relation(table.name, frozenset(column.name for column in table.stored), rows)
    if rows < when.fewest_facts:
        return [facts]
    declared = [rollup for rollup in ROLLUPS if rollup.table == table.name]
    sized = [Relation(rollup.name, frozenset(rollup.by), _groups(con, rollup)) for rollup in declared]
    paying = {relation.name: relation for relation in sized if relation.rows <= when.largest_share * rows}
    for rollup in declared:
        if rollup.name in paying:
            _store(con, table, rollup)
    return [facts, *paying.values()]


def route(relations: Iterable[Relation], needed: frozenset[str]) -> Relation:
    """The smallest relation that has the columns needed and stands for every fact."""
    whole = (relation for relation in relations if needed <= relation.columns and not relation.sample)
    return min(whole, key=lambda relation: relation.rows)


def _keys(rollup: Rollup) -> str:
    return ", ".join(map(quoted, (*rollup.by, REPORTED)))


def _groups(con: duckdb.DuckDBPyConnection, rollup: Rollup) -> int:
    return _count(con, " ".join(["FROM (SELECT DISTINCT", _keys(rollup), "FROM", quoted(rollup.table), ")"]))


def _count(con: duckdb.DuckDBPyConnection, source: str) -> int:
    row = con.execute(f"SELECT count(*) {source}").fetchone()
    return int(row[0]) if row else 0


def _store(con: duckdb.DuckDBPyConnection, table: Table, rollup: Rollup) -> None:
    totals = ", ".join(f"sum({quoted(name)}) AS {quoted(name)}" for name in (ROWS, *table.measures))
    parts = ["CREATE TABLE", quoted(rollup.name), "AS SELECT", _keys(rollup), ",", totals]
    con.execute(" ".join([*parts, "FROM", quoted(rollup.table), "GROUP BY", _keys(rollup), "ORDER BY", _keys(rollup)]))

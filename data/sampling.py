"""A sample of a table too large for its distributions to be read from every row."""

from collections.abc import Iterable
from math import isqrt

import duckdb

from data.rollups import ROLLUPS, WHEN, Relation, Thresholds
from data.sql import quoted
from data.table import Table

SEED = 20240101
LARGEST_HASH = 2**64 - 1


def draw(con: duckdb.DuckDBPyConnection, table: Table, when: Thresholds = WHEN) -> list[Relation]:
    """Store an even sample of exactly `when.most_rows` of a table's facts, where it has more and no rollups.

    The same facts in the same order give the same sample.
    """
    rows = con.execute(" ".join(["SELECT count(*) FROM", quoted(table.name)])).fetchall()[0][0]
    if rows <= when.most_rows or any(rollup.table == table.name for rollup in ROLLUPS):
        return []
    columns = frozenset(column.name for column in table.stored)
    sample = Relation(f"{table.name} sample", columns, when.most_rows, sample=True)
    _store(con, table, sample, _cut(sample.rows, rows))
    return [sample]


def sample_of(relations: Iterable[Relation]) -> Relation | None:
    """The sample among what can answer for a table."""
    return next((relation for relation in relations if relation.sample), None)


def lot(row: str, seed: str) -> str:
    """The SQL of the lot that a row draws; the lowest are chosen.

    The inner hash only flips bits by the seed, so that halves would stay together without the outer one.
    """
    return f"hash(hash({row}, {seed}))"


def _store(con: duckdb.DuckDBPyConnection, table: Table, sample: Relation, cut: int) -> None:
    columns, facts = ", ".join(quoted(column.name) for column in table.stored), quoted(table.name)
    drawn = lot("rowid", "$seed")
    lowest = ["SELECT rowid AS chosen FROM", facts, "WHERE", drawn, "<= $cut ORDER BY", drawn, ", rowid LIMIT $rows"]
    parts = ["CREATE TABLE", quoted(sample.name), "AS SELECT", columns, "FROM", facts, "AS facts SEMI JOIN"]
    statement = " ".join([*parts, "(", *lowest, ") ON facts.rowid = chosen"])
    con.execute(statement, {"seed": SEED, "cut": cut, "rows": sample.rows})


def _cut(wanted: int, rows: int) -> int:
    """A lot below which a few more rows than wanted lie, ten deviations' worth, so that only those are sorted."""
    return min(rows, wanted + 10 * isqrt(wanted)) * LARGEST_HASH // rows

"""From the checked rows of the files to the facts of a snapshot."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import duckdb

from data.columns import Kind, Role
from data.query import ROWS
from data.sql import REPORTED, day, pattern, quoted
from data.table import Table
from data.tables import TABLES
from data.tables.ads import AD
from data.tables.campaigns import CAMPAIGN
from data.values import TYPES

STAGING = "staging"
MOST_WORDS = 10_000


@dataclass(frozen=True)
class Origin:
    """The staged table that a table's rows come from, and the staged column behind each of its columns."""

    staged: str
    columns: Mapping[str, str]


@dataclass(frozen=True)
class Derivation:
    """How one table stands in for another that was not supplied: columns under another name, the rest by their own."""

    table: Table
    source: Table
    renamed: Mapping[str, str]


DERIVATIONS = (
    Derivation(
        CAMPAIGN, AD, {"campaign_id": "campaign_name", "campaign_type": "campaign_objective", "channel": "platform"}
    ),
    Derivation(AD, CAMPAIGN, {"campaign_objective": "campaign_type", "platform": "channel"}),
)


def origins(con: duckdb.DuckDBPyConnection) -> dict[str, Origin]:
    """Where each table that can be stored comes from: the staged table of its name, or else the one it derives from."""
    staged = _staged(con)
    own = {table.name: _origin(table, table.name, staged, {}) for table in TABLES if table.name in staged}
    derived = {
        each.table.name: _origin(each.table, each.source.name, staged, each.renamed)
        for each in DERIVATIONS
        if each.source.name in staged
    }
    return derived | own


def store(con: duckdb.DuckDBPyConnection, table: Table, origin: Origin) -> None:
    """Store a table's facts sorted by day, words as ENUM, with what each row reports; absent columns are NULL."""
    words = _words(con, table, origin)
    for name in words:
        _declare(con, table, name, origin)
    columns = [_column(table, column.name, column.kind, origin, words) for column in table.stored]
    parts = ["CREATE TABLE", quoted(table.name), "AS SELECT", ", ".join([*columns, *_counters(table, origin)])]
    con.execute(" ".join([*parts, "FROM", _source(origin), *_order(table)]))


def _staged(con: duckdb.DuckDBPyConnection) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    listed = con.execute("SELECT table_name, column_name FROM duckdb_columns() WHERE database_name = ?", [STAGING])
    for table, column in listed.fetchall():
        found.setdefault(table, set()).add(column)
    return found


def _origin(table: Table, source: str, staged: Mapping[str, set[str]], renamed: Mapping[str, str]) -> Origin:
    named = {column.name: renamed.get(column.name, column.name) for column in table.stored}
    return Origin(source, {name: behind for name, behind in named.items() if behind in staged[source]})


def _source(origin: Origin) -> str:
    return f"{STAGING}.{quoted(origin.staged)}"


def _words(con: duckdb.DuckDBPyConnection, table: Table, origin: Origin) -> frozenset[str]:
    texts = [column.name for column in table.stored if column.kind is Kind.TEXT and column.name in origin.columns]
    if not texts:
        return frozenset()
    counts = ", ".join(f"approx_count_distinct({quoted(origin.columns[name])})" for name in texts)
    counted = con.execute(" ".join(["SELECT", counts, "FROM", _source(origin)])).fetchall()[0]
    return frozenset(name for name, distinct in zip(texts, counted, strict=True) if distinct <= MOST_WORDS)


def _declare(con: duckdb.DuckDBPyConnection, table: Table, name: str, origin: Origin) -> None:
    column = quoted(origin.columns[name])
    values = f"FROM {_source(origin)} WHERE {column} IS NOT NULL ORDER BY {column}"
    con.execute(" ".join(["CREATE TYPE", _words_of(table, name), "AS ENUM (SELECT DISTINCT", column, values, ")"]))


def _words_of(table: Table, name: str) -> str:
    return quoted(f"{table.name}.{name}")


def _column(table: Table, name: str, kind: Kind, origin: Origin, words: Iterable[str]) -> str:
    stored = _words_of(table, name) if name in words else TYPES[kind]
    return f"CAST({_behind(name, origin)} AS {stored}) AS {quoted(name)}"


def _behind(name: str, origin: Origin) -> str:
    return quoted(origin.columns[name]) if name in origin.columns else "NULL"


def _counters(table: Table, origin: Origin) -> list[str]:
    bits = [f"if({_behind(name, origin)} IS NULL, 0, {pattern(table, [name])})" for name in table.measures]
    return [f"CAST(1 AS TINYINT) AS {quoted(ROWS)}", f"CAST({' + '.join(['0', *bits])} AS INTEGER) AS {REPORTED}"]


def _order(table: Table) -> list[str]:
    dated = day(table)
    names = [column.name for column in table.stored if column.role is Role.DIMENSION and column is not dated]
    return ["ORDER BY", ", ".join(map(quoted, [dated.name, *names]))] if dated else []

"""What a snapshot says about itself."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime

import duckdb

from analytics.periods import Period
from data import decay, paths, quality
from data.clauses import select_from
from data.report import LoadReport
from data.rollups import ROLLUPS, Relation
from data.tables import TABLES

FORMAT = 4
SCHEMA = """
CREATE TABLE meta_snapshot (loaded_at TIMESTAMP, layout VARCHAR);
CREATE TABLE meta_tables (
    name VARCHAR, "rows" BIGINT, first_day DATE, newest_day DATE, currency VARCHAR, sources VARCHAR[],
    derived_from VARCHAR
);
CREATE TABLE meta_relations (table_name VARCHAR, name VARCHAR, "columns" VARCHAR[], "rows" BIGINT, sample BOOLEAN);
"""


@dataclass(frozen=True)
class TableFacts:
    """What is known of a table: its size, its days, and the files it came from."""

    rows: int
    first_day: date | None
    newest_day: date | None
    currency: str
    sources: tuple[str, ...]
    derived_from: str | None


@dataclass(frozen=True)
class Meta:
    """When a snapshot was loaded (UTC), the layout it was built for, its tables and what can answer for each."""

    loaded_at: datetime
    layout: str
    tables: Mapping[str, TableFacts]
    relations: Mapping[str, tuple[Relation, ...]]

    @property
    def rows(self) -> int:
        """How many rows were loaded; a table that is derived from another has none of its own."""
        return sum(facts.rows for facts in self.tables.values() if not facts.derived_from)

    @property
    def days(self) -> Period | None:
        """From the first to the newest day of any of its tables; None where none carries days."""
        firsts = [facts.first_day for facts in self.tables.values() if facts.first_day]
        newest = [facts.newest_day for facts in self.tables.values() if facts.newest_day]
        return Period(min(firsts), max(newest)) if firsts and newest else None


def layout() -> str:
    """A digest of the declarations that a snapshot is built from: another one cannot be read with these."""
    declared = (FORMAT, TABLES, ROLLUPS, paths.SCHEMA, decay.HALF_LIVES, quality.declared())
    return hashlib.sha256(repr(declared).encode()).hexdigest()


def layout_of(con: duckdb.DuckDBPyConnection, database: str) -> str:
    """The layout that an attached snapshot was built for; raises duckdb.Error where it says none."""
    return str(con.execute(select_from(["layout"], f"{database}.meta_snapshot")).fetchall()[0][0])


def write(con: duckdb.DuckDBPyConnection, meta: Meta) -> None:
    """Store the meta tables."""
    con.execute(SCHEMA)
    con.execute("INSERT INTO meta_snapshot VALUES (?, ?)", [meta.loaded_at.replace(tzinfo=None), meta.layout])
    for name, facts in meta.tables.items():
        con.execute("INSERT INTO meta_tables VALUES (?, ?, ?, ?, ?, ?, ?)", [name, *_values(facts)])
    for name, relations in meta.relations.items():
        for each in relations:
            values = [name, each.name, sorted(each.columns), each.rows, each.sample]
            con.execute("INSERT INTO meta_relations VALUES (?, ?, ?, ?, ?)", values)


def read(con: duckdb.DuckDBPyConnection) -> Meta:
    """Read the meta tables; raises duckdb.Error where they are not as expected."""
    loaded_at, built_for = con.execute("SELECT loaded_at, layout FROM meta_snapshot").fetchall()[0]
    tables = con.execute("SELECT * FROM meta_tables").fetchall()
    relations = con.execute('SELECT table_name, name, "columns", "rows", sample FROM meta_relations').fetchall()
    return Meta(
        loaded_at.replace(tzinfo=UTC),
        built_for,
        {
            name: TableFacts(rows, first, newest, currency, tuple(sources), derived_from)
            for name, rows, first, newest, currency, sources, derived_from in tables
        },
        {
            name: tuple(Relation(own, frozenset(columns), *rest) for of, own, columns, *rest in relations if of == name)
            for name, *_ in tables
        },
    )


def write_report(con: duckdb.DuckDBPyConnection, report: LoadReport) -> None:
    """Store how the files were read."""
    con.execute("CREATE TABLE meta_report (report VARCHAR)")
    con.execute("INSERT INTO meta_report VALUES (?)", [json.dumps(report.as_json())])


def read_report(con: duckdb.DuckDBPyConnection) -> LoadReport:
    """How the files were read."""
    return LoadReport.from_json(json.loads(con.execute("SELECT report FROM meta_report").fetchall()[0][0]))


def _values(facts: TableFacts) -> list[object]:
    return [getattr(facts, field.name) for field in fields(facts)]

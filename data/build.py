"""Building a snapshot's file: the checked rows are staged in one database and stored from it in another."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from data import meta, paths, quality, quality_changes, quality_ratios, quality_rejected, sql
from data.facts import STAGING, Origin, origins, store
from data.report import LoadReport
from data.rollups import WHEN, Thresholds, roll_up
from data.sampling import draw
from data.table import Table
from data.tables import table

Fill = Callable[[duckdb.DuckDBPyConnection], LoadReport]


@dataclass(frozen=True)
class Workshop:
    """The empty folder to build in, DuckDB's memory, and when rollups and samples pay."""

    folder: Path
    memory: str = "128MB"
    when: Thresholds = WHEN

    def connect(self, name: str) -> duckdb.DuckDBPyConnection:
        """Open a database of that name in the folder; what exceeds memory spills there too."""
        spill = str(self.folder / f"{name}-spill")
        return duckdb.connect(str(self.path(name)), config={"memory_limit": self.memory, "temp_directory": spill})

    def path(self, name: str) -> Path:
        """The file of the database of that name."""
        return self.folder / f"{name}.duckdb"


def stage(workshop: Workshop, fill: Fill) -> LoadReport:
    """Let `fill` load checked rows into the staging database."""
    with workshop.connect(STAGING) as con:
        return fill(con)


def build(workshop: Workshop, report: LoadReport, loaded_at: datetime, before: Path | None = None) -> Path:
    """Store facts, rollups, samples, paths and meta tables from the staging database in a file of their own.

    What its rows say of their quality is judged with them, also beside the version `before` it.
    """
    with workshop.connect("warehouse") as con:
        con.execute(f"ATTACH {sql.literal(str(workshop.path(STAGING)))} AS {STAGING} (READ_ONLY)")
        facts: dict[str, meta.TableFacts] = {}
        relations = {}
        found = origins(con)
        for name, origin in found.items():
            store(con, table(name), origin)
            relations[name] = (*roll_up(con, table(name), workshop.when), *draw(con, table(name), workshop.when))
            facts[name] = _facts(con, table(name), origin, report)
        paths.store(con, found)
        own = [table(name) for name, origin in found.items() if origin.staged == name]
        quality_rejected.keep(con, report)
        quality_ratios.keep(con, STAGING)
        _compare(con, own, before)
        quality.judge(con, own)
        meta.write(con, meta.Meta(loaded_at, meta.layout(), facts, relations))
        meta.write_report(con, report)
        con.execute(f"DETACH {STAGING}")
        con.execute("CHECKPOINT")
    return workshop.path("warehouse")


def _compare(con: duckdb.DuckDBPyConnection, tables: Iterable[Table], before: Path | None) -> None:
    """Keep what the version before says otherwise, if it can be read and has the same layout."""
    quality_changes.create(con)
    if before is None:
        return
    with suppress(duckdb.Error):
        con.execute(f"ATTACH {sql.literal(str(before))} AS {quality_changes.BEFORE} (READ_ONLY)")
        if meta.layout_of(con, quality_changes.BEFORE) == meta.layout():
            for of in tables:
                quality_changes.keep(con, of)
        con.execute(f"DETACH {quality_changes.BEFORE}")


def _facts(con: duckdb.DuckDBPyConnection, of: Table, origin: Origin, report: LoadReport) -> meta.TableFacts:
    files = [file for file in report.files if file.table == origin.staged]
    dated = sql.day(of)
    days = f"min({sql.as_day(dated)}), max({sql.as_day(dated)})" if dated else "NULL, NULL"
    rows, first, newest = con.execute(" ".join(["SELECT count(*),", days, "FROM", sql.quoted(of.name)])).fetchall()[0]
    return meta.TableFacts(
        rows,
        first,
        newest,
        next((file.currency for file in files if file.currency), ""),
        tuple(file.file for file in files if file.rows_loaded),
        None if origin.staged == of.name else origin.staged,
    )

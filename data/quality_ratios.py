"""Ratios in a file that its own counts do not give: noted while it is loaded, kept with a snapshot."""

from collections.abc import Mapping, Sequence

import duckdb

from data.clauses import literal, select, select_from
from data.evidence import Check, Evidence, Noun, Weight
from data.table import Table

KEPT = 1_000
COMPARED = "table_name VARCHAR, file VARCHAR, heading VARCHAR, compared BIGINT, differing BIGINT"
DIFFERING = "table_name VARCHAR, file VARCHAR, line BIGINT, heading VARCHAR, found VARCHAR, due DOUBLE, formula VARCHAR"
TABLES: Mapping[str, str] = {"kept_ratios": COMPARED, "kept_differing": DIFFERING}


def create(con: duckdb.DuckDBPyConnection) -> None:
    """Make room for what is noted."""
    for name, columns in TABLES.items():
        con.execute(f"CREATE TABLE IF NOT EXISTS {name} ({columns})")


def note(con: duckdb.DuckDBPyConnection, noted: Sequence[object], formula: str, rows: str) -> None:
    """Note a ratio column as (table, file, heading, rows compared, rows differing), and the first of those.

    `rows` is a SELECT of line, what the file says and what its counts give.
    """
    create(con)
    con.execute("INSERT INTO kept_ratios VALUES (?, ?, ?, ?, ?)", noted)
    if noted[-1]:
        table, file, heading, *_ = noted
        first = select(["?", "?", "line", "?", "said", "due", "?"], rows, f"ORDER BY line LIMIT {KEPT}")
        con.execute(" ".join(["INSERT INTO kept_differing", first]), [table, file, heading, formula])


def keep(con: duckdb.DuckDBPyConnection, staging: str) -> None:
    """Store what was noted in the database of that name."""
    create(con)
    noted = con.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = ?", [staging]).fetchall()
    for (name,) in noted:
        if name in TABLES:
            con.execute(" ".join(["INSERT INTO", name, select_from(["*"], f"{staging}.{name}")]))


def disagreeing(of: Table) -> Evidence | None:
    """The cells of ratio columns that differ from their formula by more than their last digit."""
    if not any(column.formula for column in of.columns):
        return None
    mine = f"WHERE table_name = {literal(of.name)}"
    return Evidence(
        select_from(["file", "line", "heading", "found", "due", "formula"], "kept_differing", mine),
        select_from(["sum(compared)"], "kept_ratios", mine),
        "file || ', line ' || line || ': ' || heading || ' is ' || found || ', its counts give ' || round(due, 4)",
        select_from(["sum(differing)"], "kept_ratios", mine),
    )


CHECKS = (
    Check(
        "ratios-disagree",
        "Ratios that their counts do not give",
        "The file says one rate and its own counts give another. Pages compute every ratio from the counts, so the "
        "rate of the file is nowhere shown. Look which of the two the platform means.",
        Weight.WRONG,
        Noun.CELL,
        Noun.CELL,
        disagreeing,
    ),
)

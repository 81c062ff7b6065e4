"""What is checked of the tables when they are published, and what each check found."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import duckdb

from data import quality_changes, quality_days, quality_ratios, quality_rejected, quality_rows
from data.clauses import select
from data.evidence import Check, Evidence, Weight
from data.table import Table
from data.tables import TABLES

KINDS = (quality_rejected, quality_ratios, quality_rows, quality_days, quality_changes)
CHECKS: tuple[Check, ...] = tuple(known for kind in KINDS for known in kind.CHECKS)
SCHEMA = """
CREATE TABLE meta_findings ("check" VARCHAR, table_name VARCHAR, looked_at BIGINT, found BIGINT, example VARCHAR);
"""


@dataclass(frozen=True)
class Finding:
    """What a check found in a table: among how many it looked, how many it found, and the first of them in words.

    Where it looked at none it could not be made: the files do not report what it compares.
    """

    check: str
    table: str
    looked_at: int
    found: int
    example: str


def check(name: str) -> Check:
    """The check of that name; KeyError if there is none."""
    return {known.name: known for known in CHECKS}[name]


def evidence(name: str, of: Table) -> Evidence:
    """What a check looks for in a table; KeyError where there is no such check, or none of this table."""
    found = check(name).of(of)
    if found is None:
        raise KeyError(f"{name} is not checked of {of.name}")
    return found


def judge(con: duckdb.DuckDBPyConnection, tables: Collection[Table]) -> None:
    """Make every check of these tables, and keep what it found."""
    con.execute(SCHEMA)
    for known in CHECKS:
        for of in tables:
            looked_for = known.of(of)
            if looked_for:
                con.execute("INSERT INTO meta_findings VALUES (?, ?, ?, ?, ?)", _judged(con, known, of, looked_for))


def read(con: duckdb.DuckDBPyConnection) -> tuple[Finding, ...]:
    """What was found, in the order of the checks and the tables; raises duckdb.Error where nothing was kept."""
    rows = con.execute("SELECT * FROM meta_findings").fetchall()
    return tuple(Finding(*row) for row in rows)


def failed(findings: Collection[Finding]) -> int:
    """How many checks found what cannot be right."""
    return len({one.check for one in findings if one.found and check(one.check).weight is Weight.WRONG})


def declared() -> Sequence[object]:
    """What findings depend on besides the rows."""
    return [(known.name, of.name, known.of(of)) for known in CHECKS for of in TABLES]


def _judged(con: duckdb.DuckDBPyConnection, known: Check, of: Table, looked_for: Evidence) -> list[object]:
    looked_at = con.execute(looked_for.looked_at).fetchall()[0][0] or 0
    found = con.execute(looked_for.many).fetchall()[0][0] if looked_at else 0
    example = select([looked_for.example], looked_for.rows, "LIMIT 1")
    first = con.execute(example).fetchall()[0][0] if found else ""
    return [known.name, of.name, looked_at, found or 0, first or ""]

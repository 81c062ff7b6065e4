"""What is loaded of a file: its rows in a table, what they sum to, and their days."""

import duckdb

from data import values
from data.clauses import quoted, select_from
from data.screen import Screen
from data.table import Table
from data.tables.ads import AD_PERIOD

OF_SOURCE = "WHERE source = $source"


def create(con: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Create a table with its stored columns, and the file and account of a row, unless it is there."""
    columns = [f"{quoted(column.name)} {values.TYPES[column.kind]}" for column in table.stored]
    con.execute(
        f"CREATE TABLE IF NOT EXISTS {quoted(table.name)} ({', '.join(columns)}, source VARCHAR, account VARCHAR)"
    )


def insert(con: duckdb.DuckDBPyConnection, screen: Screen, name: str) -> int:
    """Load the good rows; how many rows of the file they were."""
    table, across = screen.match.table, list(screen.match.across)
    create(con, table)
    bound = {"source": name} | ({"across": across} if across else {}) | {"account": screen.account}
    inserted = con.execute(f"INSERT INTO {quoted(table.name)} {screen.kept}", bound).fetchone()
    return int(inserted[0]) // (len(across) or 1) if inserted else 0


def totals(con: duckdb.DuckDBPyConnection, table: Table, name: str) -> dict[str, float | None]:
    """The sum of each measure of a file that adds up, None where no row reports it."""
    if not table.totals:
        return {}
    sums = [f"sum({quoted(measure)})::DOUBLE" for measure in table.totals]
    found = con.execute(select_from(sums, quoted(table.name), OF_SOURCE), {"source": name}).fetchone()
    return dict(zip(table.totals, found or (), strict=True))


def period(con: duckdb.DuckDBPyConnection, table: Table, name: str) -> dict[str, str] | None:
    """The first and the last day of a file; None where its rows carry none."""
    first, last = ("starts", "ends") if table is AD_PERIOD else ("date", "date")
    if not table.dated:
        return None
    ends = [f"min({first})::VARCHAR", f"max({last})::VARCHAR"]
    found = con.execute(select_from(ends, quoted(table.name), OF_SOURCE), {"source": name}).fetchone()
    return dict(zip(("start", "end"), found, strict=True)) if found and found[0] else None


def discard(con: duckdb.DuckDBPyConnection, table: Table, name: str) -> None:
    """Take the rows of a file out of its table again."""
    con.execute(" ".join(["DELETE FROM", quoted(table.name), OF_SOURCE]), {"source": name})

"""A later file of an account replaces the days of campaigns that it contains; rows of one file are never merged."""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from data.clauses import quoted, select_from
from data.tables.ads import AD

KEY = ("platform", "account", "date", "campaign_name")


@dataclass(frozen=True)
class Given:
    """How many rows of a file gave way to a later one."""

    file: str
    later: str
    rows: int


def replace_earlier(con: duckdb.DuckDBPyConnection, oldest_first: Sequence[str]) -> tuple[Given, ...]:
    """Delete what later files say again: for each file the rows whose pair of day and campaign a later one has.

    Only where both report a measure in common: a table of actions adds to one of costs.
    """
    if len(oldest_first) < 2:
        return ()
    _rank(con, oldest_first)
    gone = select_from(
        ["DISTINCT mine.rowid AS gone", "mine.source", "arg_max(theirs.source, theirs.rank) AS later"], _overlap()
    )
    con.execute(f"CREATE OR REPLACE TEMP TABLE gone AS {gone} GROUP BY mine.rowid, mine.source")
    counted = con.execute("SELECT source, later, count(*) FROM gone GROUP BY ALL ORDER BY ALL").fetchall()
    if counted:
        con.execute(" ".join(["DELETE FROM", quoted(AD.name), "WHERE rowid IN (SELECT gone FROM gone)"]))
    return tuple(Given(*each) for each in counted)


def _rank(con: duckdb.DuckDBPyConnection, oldest_first: Sequence[str]) -> None:
    """A table of the pairs that each file has, with its rank and which measures it reports."""
    con.execute("CREATE OR REPLACE TEMP TABLE ranks (source VARCHAR, rank INTEGER)")
    con.executemany("INSERT INTO ranks VALUES (?, ?)", [[name, rank] for rank, name in enumerate(oldest_first)])
    bits = " + ".join(f"if(count({quoted(name)}) > 0, {1 << place}, 0)" for place, name in enumerate(AD.totals))
    con.execute(
        "CREATE OR REPLACE TEMP TABLE measured AS "
        + select_from(
            ["source", "rank", f"{bits} AS mask"], f"{quoted(AD.name)} JOIN ranks USING (source)", "GROUP BY ALL"
        )
    )
    pairs = select_from(["DISTINCT source", "rank", "mask", *KEY], f"{quoted(AD.name)} JOIN measured USING (source)")
    con.execute(f"CREATE OR REPLACE TEMP TABLE pairs AS {pairs}")


def _overlap() -> str:
    same = " AND ".join(f"mine.{name} IS NOT DISTINCT FROM theirs.{name}" for name in KEY)
    own = f"{quoted(AD.name)} AS mine JOIN measured AS own ON own.source = mine.source"
    return f"{own} JOIN pairs AS theirs ON {same} AND theirs.rank > own.rank AND theirs.mask & own.mask > 0"

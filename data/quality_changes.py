"""Sums that another version gives otherwise for the same days, found when one is published after the other."""

import duckdb

from data.clauses import literal, quoted, select, select_from
from data.evidence import Check, Evidence, Noun, Weight, plain
from data.table import Table
from data.tables.ads import AD
from data.tables.campaigns import CAMPAIGN

BEFORE = "before"
NAMED = {CAMPAIGN.name: "campaign_id", AD.name: "campaign_name"}
SMALLEST, SAME = 0.005, 1e-9
SCHEMA = """
CREATE TABLE kept_compared (table_name VARCHAR, days BIGINT);
CREATE TABLE kept_changes (table_name VARCHAR, "month" DATE, figure VARCHAR, "before" DOUBLE, "after" DOUBLE);
"""


def create(con: duckdb.DuckDBPyConnection) -> None:
    """Make room for what is found."""
    con.execute(SCHEMA)


def keep(con: duckdb.DuckDBPyConnection, of: Table) -> None:
    """Store the sums by month that differ from those of the database BEFORE, over the days that both have.

    Versions that share less than half of the campaigns are of different data, and are not compared.
    """
    if of.name not in NAMED or not _akin(con, of):
        return
    days = select_from(["count(DISTINCT date)"], quoted(of.name), f"SEMI JOIN {_before(of)} AS old USING (date)")
    con.execute(" ".join(["INSERT INTO kept_compared VALUES (?, (", days, "))"]), [of.name])
    month, sums = "date_trunc('month', date)::DATE AS month", ["sum(old.total) AS before", "sum(new.total) AS after"]
    joined = f"({_totals(of, quoted(of.name))}) AS new JOIN ({_totals(of, _before(of))}) AS old USING (date, figure)"
    by_month = select_from([literal(of.name), month, "figure", *sums], joined, "GROUP BY ALL")
    differs = f"abs(after - before) > greatest({SMALLEST}, {SAME} * abs(before))"
    changes = select(["*"], by_month, f"WHERE {differs} ORDER BY month, figure")
    con.execute(" ".join(["INSERT INTO kept_changes", changes]))


def changed(of: Table) -> Evidence | None:
    """The sums of a month that the version before gave otherwise."""
    if of.name not in NAMED:
        return None
    mine = f"WHERE table_name = {literal(of.name)}"
    columns = ['"month"', "figure", '"before"', '"after"', '"after" - "before" AS change']
    return Evidence(
        select_from(columns, "kept_changes", mine),
        select_from(["sum(days)"], "kept_compared", mine),
        f"strftime(month, '%b %Y') || ': ' || figure || ' was ' || {plain('before')} || ', is ' || {plain('after')}",
    )


def _akin(con: duckdb.DuckDBPyConnection, of: Table) -> bool:
    name = quoted(NAMED[of.name])
    known = con.execute("SELECT 1 FROM duckdb_tables() WHERE database_name = ? AND table_name = ?", [BEFORE, of.name])
    if not known.fetchall():
        return False
    here, there = (select_from([f"DISTINCT {name}::VARCHAR AS name"], each) for each in (quoted(of.name), _before(of)))
    shared = f"count(*) FILTER (name IN ({here}))"
    return bool(con.execute(select([f"2 * {shared} >= count(*) AND {shared} > 0"], there)).fetchall()[0][0])


def _before(of: Table) -> str:
    return f"{BEFORE}.{quoted(of.name)}"


def _totals(of: Table, relation: str) -> str:
    figures = f"unnest([{', '.join(map(literal, of.totals))}]) AS figure"
    sums = f"unnest([{', '.join(f'coalesce(sum({quoted(name)}), 0)::DOUBLE' for name in of.totals)}]) AS total"
    return select_from(["date", figures, sums], relation, "GROUP BY date")


CHECKS = (
    Check(
        "changed-sums",
        "Sums that changed since the version before",
        "For days that both versions have, month by month. Platforms correct recent days for weeks; a change in an "
        "older month is worth a question.",
        Weight.LOOK,
        Noun.SUM,
        Noun.DAY,
        changed,
    ),
)

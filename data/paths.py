"""Journeys as paths: how often each was taken in each month, and what time decay credits its touches with."""

from collections.abc import Collection, Mapping

import duckdb

from analytics.paths import ENDS, MOST_CHANNELS, PURCHASE
from data.clauses import quoted, select, select_from
from data.columns import Kind
from data.decay import HALF_LIVES, credit, credited, value
from data.facts import STAGING, Origin
from data.tables.journeys import JOURNEYS, PATHS

AT_ONCE = 250_000
LONGEST = 10_000
SCHEMA = """
CREATE TABLE path_channels (channel INTEGER, name VARCHAR);
CREATE TABLE paths (path INTEGER, first_touch INTEGER, channels SMALLINT[]);
CREATE TABLE path_counts (
    month DATE, path INTEGER, conversions DOUBLE, "value" DOUBLE, value_squared DOUBLE, nulls DOUBLE
);
CREATE TABLE path_conversions (month DATE, path INTEGER, "value" DOUBLE, days DOUBLE[]);
CREATE TABLE path_facts (
    source VARCHAR, first_day DATE, newest_day DATE,
    journeys BIGINT, touches BIGINT, conversions BIGINT, valued BIGINT, left_out BIGINT
);
CREATE TEMP TABLE touch (
    part UBIGINT, journey VARCHAR, touched_at TIMESTAMP, line BIGINT, channel SMALLINT,
    converted BOOLEAN, "value" DECIMAL(18, 4)
);
CREATE TEMP TABLE journey (
    month DATE, channels SMALLINT[], days DOUBLE[], conversions BIGINT, "value" DECIMAL(18, 4), nulls BIGINT
)"""
NUMBER = "INSERT INTO path_channels SELECT row_number() OVER (ORDER BY name) - 1, name FROM"
BUT_ENDS = "WHERE name IS NOT NULL AND NOT list_contains($ends, name) GROUP BY name"
GROUP_TOUCHES = """
INSERT INTO journey
SELECT month, channels, list_transform(times, lambda t: (times[-1] - t) / 86400e6),
       CAST(converted AS BIGINT), "value", CAST(NOT converted AS BIGINT)
FROM (
    SELECT date_trunc('month', min(touched_at)) AS month, list(channel ORDER BY touched_at, line) AS channels,
           list(epoch_us(touched_at) ORDER BY touched_at, line) AS times,
           coalesce(bool_or(converted), false) AS converted, max("value") AS "value"
    FROM touch ANTI JOIN (
        SELECT journey FROM touch WHERE part = $part GROUP BY journey HAVING count(*) > $longest
    ) USING (journey)
    WHERE part = $part GROUP BY journey
)"""
READ_STEPS = """
INSERT INTO journey
WITH known AS (SELECT coalesce(list(name ORDER BY channel), []) AS names FROM path_channels)
SELECT NULL, list_transform(
           list_filter(steps, lambda step: list_contains(names, step)), lambda step: list_position(names, step) - 1
       ),
       NULL, if(steps[-1] IS NOT DISTINCT FROM $purchase, customers, 0), NULL,
       if(steps[-1] IS NOT DISTINCT FROM $purchase, 0, customers)
FROM """
DERIVE = """
INSERT INTO paths
SELECT row_number() OVER (ORDER BY channels) - 1,
       sum(len(channels)) OVER (ORDER BY channels ROWS UNBOUNDED PRECEDING) - len(channels), channels
FROM (SELECT DISTINCT channels FROM journey) ORDER BY channels;
INSERT INTO path_counts
SELECT month, path, sum(conversions), sum("value") FILTER (conversions > 0),
       sum("value"::DOUBLE * "value"::DOUBLE) FILTER (conversions > 0), sum(nulls)
FROM journey JOIN paths USING (channels) GROUP BY month, path ORDER BY month, path;
INSERT INTO path_conversions
SELECT month, path, "value", days FROM journey JOIN paths USING (channels)
WHERE conversions > 0 AND days IS NOT NULL ORDER BY month, path"""
SUM_UP = """
INSERT INTO path_facts
SELECT $source, (SELECT min(touched_at) FROM touch), (SELECT max(touched_at) FROM touch),
       sum(conversions + nulls), sum((conversions + nulls) * len(channels)),
       sum(conversions), coalesce(sum(conversions) FILTER ("value" IS NOT NULL), 0),
       greatest((SELECT count(*) FROM touch) - sum((conversions + nulls) * len(channels)), 0)
FROM journey HAVING count(*) > 0"""
TIDY = "DROP TABLE touch; DROP TABLE journey"


def store(con: duckdb.DuckDBPyConnection, origins: Mapping[str, Origin], at_once: int = AT_ONCE) -> None:
    """Store the paths of `journeys`, or else of `customer_journey`; empty tables where there is neither.

    Touches follow each other by their times, and as in the file where these are equal. A journey whose rows disagree
    has converted if any of them says so, at its largest value. To bound memory, about `at_once` touches are grouped at
    a time, and journeys of more than LONGEST are left out: nobody's, but an identifier's that stands for many people.
    Nothing is kept of journeys over more channels than paths can number.
    """
    con.execute(SCHEMA)
    con.execute(f"CREATE TABLE path_credits ({', '.join(_credits())})")
    source = next((name for name in (JOURNEYS.name, PATHS.name) if name in origins), None)
    if source == JOURNEYS.name:
        _group_touches(con, origins[source], at_once)
    elif source == PATHS.name:
        _read_steps(con, origins[source])
    con.execute(DERIVE)
    con.execute(f"INSERT INTO path_credits {credited(HALF_LIVES, 'month, touch')} ORDER BY month, touch")
    con.execute(SUM_UP, {"source": source})
    con.execute(TIDY)


def _credits() -> list[str]:
    sums = (f"{name(half_life)} DOUBLE" for half_life in HALF_LIVES for name in (credit, value))
    return ["month DATE", "touch INTEGER", *sums]


def _group_touches(con: duckdb.DuckDBPyConnection, origin: Origin, at_once: int) -> None:
    staged = f"{STAGING}.{quoted(origin.staged)}"
    if not _numbered(con, select_from(["channel AS name"], staged), ()):
        return
    said = [quoted(name) if name in origin.columns else "NULL" for name in ("converted", "value")]
    columns = ["hash(journey_id) % $parts AS part", "journey_id", "touched_at", "given.rowid", "known.channel", *said]
    joined = f"{staged} AS given JOIN path_channels AS known ON known.name = given.channel"
    parts = 1 + _count(con, staged) // at_once
    con.execute(f"INSERT INTO touch {select_from(columns, joined, 'ORDER BY part')}", {"parts": parts})
    for part in range(parts):
        con.execute(GROUP_TOUCHES, {"part": part, "longest": LONGEST})


def _read_steps(con: duckdb.DuckDBPyConnection, origin: Origin) -> None:
    staged = f"{STAGING}.{quoted(origin.staged)}"
    places = [
        quoted(column.name) for column in PATHS.columns if column.name in origin.columns and column.kind is Kind.TEXT
    ]
    filled = f"list_filter([{', '.join(places)}], lambda step: step IS NOT NULL) AS steps"
    steps = select_from([filled, "coalesce(customer_count, 0) AS customers"], staged)
    if _numbered(con, select(["unnest(steps) AS name"], steps), ENDS):
        con.execute(f"{READ_STEPS} ({steps}), known", {"purchase": PURCHASE})


def _numbered(con: duckdb.DuckDBPyConnection, names: str, ends: Collection[str]) -> bool:
    """Number the channels by name; whether a path can hold them all."""
    con.execute(f"{NUMBER} ({names}) {BUT_ENDS}", {"ends": list(ends)})
    return _count(con, "path_channels") <= MOST_CHANNELS


def _count(con: duckdb.DuckDBPyConnection, relation: str) -> int:
    row = con.execute(select_from(["count(*)"], relation)).fetchone()
    return int(row[0]) if row else 0

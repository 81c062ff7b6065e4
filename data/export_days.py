"""Which days the rows of an export are of."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import duckdb

from data import written
from data.clauses import select
from data.exports import CAMPAIGN_NAME, ENDS, STARTS
from data.matches import Field, Match
from data.reading import Rows
from data.tables.ads import AD, AD_PERIOD


def dated(con: duckdb.DuckDBPyConnection, match: Match, rows: Rows, above: Sequence[str], reasons: list[str]) -> Match:
    """An export with its days: a column of days, else periods of one day, else the period that stands above."""
    if match.form is None or match.table is not AD or match.field("date") or "date" in match.given:
        return match
    if STARTS in match.aside and ENDS in match.aside:
        return _between(con, match, rows, reasons)
    if STARTS in match.aside:
        return _of_days(match, match.aside[STARTS])
    period = written.period(above)
    if period and period[0] == period[1]:
        reasons.append(f"dates: all of {period[0]}, as the lines above the headings say")
        return replace(match, given={**match.given, "date": period[0]})
    named = f"from {period[0]} to {period[1]}, as the lines above the headings say" if period else "not named"
    reasons.append(f"dates: none; each row is a total of a period {named}, which is not a day")
    return _of_period(match, dict(zip((STARTS, ENDS), period or (), strict=False)))


def _between(con: duckdb.DuckDBPyConnection, match: Match, rows: Rows, reasons: list[str]) -> Match:
    start, end, campaign = match.aside[STARTS], match.aside[ENDS], match.field(CAMPAIGN_NAME)
    named = f"WHERE c{campaign.index} IS NOT NULL" if campaign else ""
    same = f"count(*) FILTER (c{start.index} = c{end.index})"
    found = con.execute(select([same], rows.sql, named)).fetchone()
    if found and found[0]:
        reasons.append(f"dates: {start.heading}, where {end.heading} is the same day")
        return _of_days(match, start)
    reasons.append(f"dates: none; each row is a total from {start.heading} to {end.heading}, which is not a day")
    columns = {name: AD_PERIOD.column(name) for name in (STARTS, ENDS)}
    fields = [replace(match.aside[name], column=column) for name, column in columns.items()]
    return replace(_of_period(match, {}), fields=(*fields, *match.fields))


def _of_days(match: Match, start: Field) -> Match:
    return replace(match, fields=(replace(start, column=AD.column("date")), *match.fields))


def _of_period(match: Match, given: Mapping[str, str]) -> Match:
    return replace(match, table=AD_PERIOD, given={**match.given, **given})

"""A metric by region and quarter of a year, as a chart card's content."""

import math
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from analytics.comparison import Facts, between
from analytics.findings import ranking_finding
from analytics.metric import Metric
from analytics.periods import Period
from analytics.quarters import QUARTERS, partial_quarters, quarter_name, quarterly, quarters, year_name
from analytics.wording import listed
from layouts.figures.parts import Part, grouped
from layouts.figures.template import escape
from layouts.ui.chart_card import Key, head
from layouts.ui.drawing import Drawing
from layouts.ui.twin import Column, twin, value_column

REGION = "region"
FIRST_STEP = 1


def quarter_card(
    shown: Metric, facts: Facts, year: Period, drawing: Drawing, chosen: Sequence[str] = ()
) -> dict[str, object]:
    """Bars for each region of a calendar or fiscal year, of which `facts` are, a shade for each quarter.

    With regions `chosen` the others stay, faded, so that one can move on to them.
    """
    values = quarterly(shown, facts.now, REGION, year)
    partial = partial_quarters(year, facts.loaded)
    regions = [str(region) for region in values.index]
    faded = frozenset(place for place, region in enumerate(regions) if chosen and region not in chosen)
    drawn = [_part(quarter, values[quarter], year, shown, drawing, quarter in partial) for quarter in QUARTERS]
    parts = [replace(part, members=regions, faded=faded) for part in drawn]
    subject = f"{drawing.named(shown)} by region and quarter, {year_name(year)}"
    caption = f"{subject}; select one to filter by its region"
    columns = [value_column(quarter_name(year, quarter), shown.unit, drawing.currency) for quarter in QUARTERS]
    rows = [[str(region), *map(_cell, row)] for region, row in zip(values.index, values.to_numpy(), strict=True)]
    inside = facts.members(REGION, chosen) if chosen else facts
    return {
        "head": head(_title(shown, facts, year), caption, _keys(shown, inside.now, year, parts, drawing)),
        "figure": grouped(parts, regions, colours=drawing.colours, unit=shown.unit, currency=drawing.currency),
        "note": _note(year, partial),
        "twin": twin(drawing, subject, year, [Column("Region"), *columns], rows),
    }


def _title(shown: Metric, facts: Facts, year: Period) -> str:
    if facts.now.empty:
        return f"No rows in {year_name(year).removeprefix('calendar year ')} with these filters"
    return ranking_finding(shown, facts, REGION, noun=REGION)


def _part(
    quarter: int, values: "pd.Series[float]", year: Period, shown: Metric, drawing: Drawing, incomplete: bool
) -> Part:
    hover = [
        f"<b>{drawing.written(shown, value)}</b> {escape(str(region))}, {quarter_name(year, quarter)}"
        for region, value in values.items()
    ]
    colour = drawing.colours.sequential[FIRST_STEP + quarter - 1]
    places = frozenset(range(len(values))) if incomplete else frozenset[int]()
    return Part(f"Q{quarter}", colour, [_cell(value) for value in values], hover, places)


def _keys(shown: Metric, rows: pd.DataFrame, year: Period, parts: list[Part], drawing: Drawing) -> list[Key]:
    totals = [shown.value(between(rows, days)) for days in quarters(year).values()]
    return [
        Key(part.name, str(drawing.written(shown, total)), "square", part.colour)
        for part, total in zip(parts, totals, strict=True)
        if not math.isnan(total)
    ]


def _note(year: Period, partial: dict[int, tuple[int, int]]) -> str:
    said = [f"{quarter_name(year, quarter)} has {days} of {span} days" for quarter, (days, span) in partial.items()]
    return f"{listed(said)}: hatched." if said else ""


def _cell(value: float) -> float | None:
    return None if math.isnan(value) else float(value)

"""A metric by quarter, a bar for each member of a dimension, as a chart card's content."""

import math
from calendar import month_name
from collections.abc import Mapping, Sequence

import pandas as pd

from analytics.comparison import Facts
from analytics.metric import Metric
from analytics.product_pairs import Pair, Pairs, pairs
from analytics.product_quarters import agrees, fiscal_name, in_order
from analytics.products import QUARTER
from analytics.ranking import ranking
from analytics.reading import Dimension
from analytics.wording import lower
from layouts.figures.parts import Part, grouped
from layouts.figures.template import escape
from layouts.ui.certainty import certainty
from layouts.ui.chart_card import Key, head
from layouts.ui.drawing import Drawing
from layouts.ui.twin import Column, twin, value_column

QUARTER_WIDTH, LETTERS = 74, 9
MOST = 6
CALENDAR, FISCAL = "calendar", "fiscal"


def quarters_card(
    shown: Metric, facts: Facts, by: Dimension, drawing: Drawing, chosen: Sequence[str] = (), *, fiscal_start: int = 0
) -> dict[str, object]:
    """A cluster for each quarter in the order of the calendar; `drawing` has a colour for each member.

    With quarters `chosen` the others stay, faded, so that one can move on to them. With a month as `fiscal_start` they
    are named as those of fiscal years, where these have the same quarters.
    """
    fiscal = agrees(fiscal_start)
    rows, names = _folded(shown, facts, by)
    quarters = in_order(rows[QUARTER].dropna().astype(str))
    called = {name: fiscal_name(name, fiscal_start) if fiscal else name for name in quarters}
    found = pairs(shown, rows, by.column, QUARTER)
    parts = [_part(name, called, found, drawing, chosen) for name in names]
    totals = shown.by(rows[rows[QUARTER].isin(chosen)] if chosen else rows, [by.column])
    keys = [
        Key(part.name, str(drawing.written(shown, float(totals.get(part.name, math.nan)))), "square", part.colour)
        for part in parts
    ]
    subject = f"{drawing.named(shown)} by {FISCAL if fiscal else CALENDAR} quarter and {by.noun}"
    columns = [Column("Quarter"), *(value_column(name, shown.unit, drawing.currency) for name in names)]
    lines = [[name, *(part.values[place] for part in parts)] for place, name in enumerate(called.values())]
    labels = list(called.values())
    return {
        "head": head(_title(shown, rows, called, drawing), f"{subject}; select one to filter by its quarter", keys),
        "figure": grouped(
            parts, labels, colours=drawing.colours, unit=shown.unit, currency=drawing.currency, letters=LETTERS
        ),
        "note": _note(found, 0 if fiscal else fiscal_start),
        "twin": twin(drawing, subject, None, columns, lines),
    }


def _folded(shown: Metric, facts: Facts, by: Dimension) -> tuple[pd.DataFrame, list[str]]:
    """The rows with all but the first members called "n others", and the members."""
    names = [str(name) for name in ranking(shown, facts, by.column).index]
    if len(names) <= MOST:
        return facts.now, names
    others = f"{len(names) - MOST + 1} others"
    kept = names[: MOST - 1]
    column = facts.now[by.column].astype(object)
    folded = column.where(column.isna() | column.isin(kept), others)
    return facts.now.assign(**{by.column: folded}), [*kept, others]


def _part(name: str, called: Mapping[str, str], found: Pairs, drawing: Drawing, chosen: Sequence[str]) -> Part:
    values = [found.value((name, quarter)) for quarter in called]
    hover = [_hover((name, quarter), words, found, drawing) for quarter, words in called.items()]
    faded = {place for place, quarter in enumerate(called) if chosen and quarter not in chosen}
    colour = drawing.channels.get(name, drawing.colours.compare)
    return Part(name, colour, values, hover, members=tuple(called), faded=frozenset(faded))


def _hover(pair: Pair, quarter: str, found: Pairs, drawing: Drawing) -> str:
    name, value = f"{escape(pair[0])}, {escape(quarter)}", found.value(pair)
    if value is None:
        return f"n/a: {found.reason(pair)}<br>{name}"
    return f"<b>{drawing.written(found.metric, value)}</b>{certainty(found.metric, found.rows[pair])}<br>{name}"


def _title(shown: Metric, rows: pd.DataFrame, called: Mapping[str, str], drawing: Drawing) -> str:
    totals = shown.by(rows, [QUARTER]).dropna().sort_values(ascending=False)
    if len(totals) < 2 or totals.iloc[0] == totals.iloc[1]:
        return f"How did {lower(shown.label)} move from quarter to quarter?"
    verb = "were" if shown.label.endswith("s") else "was"
    best = called[str(totals.index[0])]
    return f"{shown.label} {verb} highest in {best}: {drawing.written(shown, float(totals.iloc[0]))}"


def _note(found: Pairs, unlike: int) -> str:
    silent = [pair for pair in found.rows if found.value(pair) is None]
    few = len(found.values) - len(found.sure) if found.metric.fewest else 0
    said = [f"{_bars(len(silent))} n/a; the table shows which."] if silent else []
    if few:
        said.append(f"In {few} the denominator is below {found.metric.fewest:g}.")
    if unlike:
        said.append(f"Fiscal years from {month_name[unlike]} on have other quarters, so these keep their names.")
    return " ".join(said)


def _bars(count: int) -> str:
    return "1 bar is" if count == 1 else f"{count} bars are"

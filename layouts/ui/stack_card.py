"""Monthly spend by campaign type, in amounts or in shares, as a chart card's content."""

import math
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

import pandas as pd

from analytics.comparison import Facts
from analytics.findings import ranking_finding
from analytics.metric import Metric
from analytics.numbers import Unit, day, percent
from analytics.trend import DAYS, SPAN, START, VALUE, Grain, trend
from analytics.wording import listed
from layouts.figures.parts import Part, stacked
from layouts.figures.template import escape
from layouts.ui.chart_card import Key, head
from layouts.ui.drawing import Drawing
from layouts.ui.theme import category_colours
from layouts.ui.twin import DATE, Column, twin, value_column


class Stacking(StrEnum):
    """What the height of a stack says."""

    AMOUNT = "amount"
    SHARE = "share"


def stack_card(
    shown: Metric, facts: Facts, dimension: str, stacking: Stacking, drawing: Drawing, members: Sequence[str]
) -> dict[str, object]:
    """A bar for each month, cut by the members of a dimension; `members` are those of the whole table, for colours."""
    noun = dimension.replace("_", " ")
    table = _monthly(shown, facts, dimension)
    amounts = table.drop(columns=[DAYS, SPAN])
    values = amounts.div(amounts.sum(axis=1).where(lambda total: total > 0), axis=0)
    drawn = values if stacking is Stacking.SHARE else amounts
    unit = Unit.PERCENT if stacking is Stacking.SHARE else shown.unit
    colours = category_colours(members, drawing.colours)
    names = [str(name) for name in amounts]
    parts = [
        _part(name, drawn[name], _hover(name, amounts[name], values[name], shown, drawing), colours, table)
        for name in names
    ]
    months = [_month(start) for start in table.index]
    subject = f"{drawing.named(shown)} by month and {noun}{', 100 % a month' if stacking is Stacking.SHARE else ''}"
    columns = [value_column(part.name, unit, drawing.currency) for part in parts]
    rows = [[str(at), *(part.values[place] for part in parts)] for place, at in enumerate(months)]
    keys = [Key(name, str(drawing.written(shown, amounts[name].sum())), "square", colours[name]) for name in names]
    return {
        "head": head(
            ranking_finding(shown, facts, dimension, noun=noun), f"{subject}; select one to filter the page", keys
        ),
        "figure": stacked(parts, months, colours=drawing.colours, unit=unit, currency=drawing.currency),
        "note": _note(table),
        "twin": twin(drawing, subject, facts.period, [Column("Month starting", DATE), *columns], rows),
    }


def _monthly(shown: Metric, facts: Facts, dimension: str) -> pd.DataFrame:
    """A column for each member, largest first, over the months (index), with the `days` in view and the full `span`."""
    totals = shown.by(facts.now, [dimension]).sort_values(ascending=False, kind="stable")
    parts = {
        name: trend(shown, facts.where(dimension, str(name)).now, facts.period, Grain.MONTH) for name in totals.index
    }
    months = trend(shown, facts.now, facts.period, Grain.MONTH).set_index(START)[[DAYS, SPAN]]
    return months.assign(**{str(name): part[VALUE].to_numpy() for name, part in parts.items()})


def _part(
    name: str, values: "pd.Series[float]", hover: list[str], colours: Mapping[str, str], table: pd.DataFrame
) -> Part:
    partial = frozenset(place for place, whole in enumerate(table[DAYS] == table[SPAN]) if not whole)
    return Part(name, colours[name], [_cell(value) for value in values], hover, partial, [name] * len(table))


def _hover(
    name: str, amounts: "pd.Series[float]", shares: "pd.Series[float]", shown: Metric, drawing: Drawing
) -> list[str]:
    return [
        f"<b>{drawing.written(shown, amount)}</b> {escape(name)}<br>{percent(share)} of {_month_name(_month(start))}"
        for start, amount, share in zip(amounts.index, amounts, shares, strict=True)
    ]


def _note(table: pd.DataFrame) -> str:
    partial = table[table[DAYS] < table[SPAN]]
    said = [
        f"{_month_name(_month(start))} has {days} of {span} days"
        for start, days, span in zip(partial.index, partial[DAYS], partial[SPAN], strict=True)
    ]
    return f"{listed(said)}: hatched." if said else ""


def _month_name(month: date) -> str:
    return day(month).partition(" ")[2]


def _month(start: pd.Timestamp) -> date:
    return start.date()


def _cell(value: float) -> float | None:
    return None if math.isnan(value) else float(value)

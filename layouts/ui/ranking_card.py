"""The members of a dimension side by side, as a chart card's content."""

import math
from collections.abc import Sequence

import pandas as pd

from analytics.comparison import Change, Facts
from analytics.findings import ranking_finding
from analytics.metric import Metric
from analytics.numbers import direction, moved
from analytics.ranking import BEFORE, NOW, RANKED, Order, ranking
from analytics.wording import period_name
from layouts.figures.bars import ranking as ranking_figure
from layouts.figures.rows import ROW, Bar
from layouts.figures.template import escape
from layouts.figures.threshold import Line
from layouts.ui.certainty import certainty
from layouts.ui.chart_card import Key, head
from layouts.ui.drawing import Drawing
from layouts.ui.ranking_note import ranking_note
from layouts.ui.twin import Column, twin, value_column

HEIGHT = 300
FIT = 8
WIDEST_ROW = 56
LOWEST = 3 * ROW


def ranking_card(
    shown: Metric,
    facts: Facts,
    dimension: str,
    order: Order,
    drawing: Drawing,
    chosen: Sequence[str] = (),
    *,
    noun: str = "",
    filters: bool = True,
    fitted: bool = False,
    height: int = 0,
    line: Line | None = None,
    most: int = FIT,
) -> dict[str, object]:
    """Bars by member, the first `most`; with members `chosen` the others stay, faded, so that one can move on to them.

    `noun` is the dimension in words, `filters` whether a click on a bar filters the page. A `fitted` card's plot is as
    high as its bars need, with a `height` at least so high, its bars not thicker; `line` crosses them.
    """
    facts, noun = facts.claimable(), noun or dimension
    values = ranking(shown, facts, dimension, order)
    title = ranking_finding(shown, facts, dimension, noun=noun)
    caption = _caption(_subject(shown, noun, drawing), bool(chosen), filters)
    shades = set(values.index[~values[RANKED] & values[NOW].notna()]) | _others(values, chosen)
    bars = [
        _bar(Change(shown, now, before), name, facts.where(dimension, name).now, drawing, name in shades)
        for name, now, before in _rows(values.head(most))
    ]
    tall = height if fitted else HEIGHT
    return {
        "head": head(title, caption, _keys(facts, values)),
        "figure": ranking_figure(bars, colours=drawing.colours, line=line, height=tall, spread=height > 0),
        "note": ranking_note(shown, facts.now, dimension, values, most),
        "twin": _twin(shown, facts, noun, drawing, values),
    }


def _caption(subject: str, chosen: bool, filters: bool) -> str:
    told = f"{subject}, with those not chosen" if chosen else subject
    return f"{told}; select one to filter the page" if filters else told


def _keys(facts: Facts, values: pd.DataFrame) -> list[Key]:
    compared = facts.compared if values[BEFORE].notna().any() else None
    return [Key(period_name(compared), "", "tick", "ink")] if compared else []


def height(members: int) -> int:
    """How high the plot of a fitted card is, in pixels: a few bars stand wider apart than many."""
    count = min(members, FIT)
    return max(LOWEST, count * ROW, min(HEIGHT, count * WIDEST_ROW))


def _others(values: pd.DataFrame, chosen: Sequence[str]) -> set[str]:
    return set(values.index) - set(chosen) if chosen else set()


def _bar(change: Change, name: str, rows: pd.DataFrame, drawing: Drawing, faded: bool) -> Bar:
    now, before = change.now, change.before
    return Bar(
        name=name,
        value=None if math.isnan(now) else now,
        colour=drawing.channels.get(name, drawing.colours.compare),
        before=None if math.isnan(before) else before,
        value_text=str(drawing.written(change.metric, now)),
        change_text="" if math.isnan(change.relative) else moved(change.relative, 0),
        better=change.better if direction(change.relative, 0) else None,
        hover=_hover(name, change, rows, drawing),
        faded=faded,
    )


def _hover(name: str, change: Change, rows: pd.DataFrame, drawing: Drawing) -> str:
    shown = change.metric
    now = f"<b>{drawing.written(shown, change.now)}</b> {escape(name)}{certainty(shown, rows)}"
    if math.isnan(change.before):
        return now
    moving = "" if math.isnan(change.relative) else f" ({moved(change.relative)})"
    return f"{now}<br>{drawing.written(shown, change.before)} before{moving}"


def _twin(shown: Metric, facts: Facts, noun: str, drawing: Drawing, values: pd.DataFrame) -> dict[str, object]:
    periods = [period for period in (facts.days, facts.compared) if period]
    labels = [f"{shown.label} {period_name(at)}" for at in periods] or [shown.label]
    named = [value_column(label, shown.unit, drawing.currency) for label in labels]
    rows = [[name, *map(_cell, (now, before)[: len(labels)])] for name, now, before in _rows(values)]
    title = _subject(shown, noun, drawing)
    return twin(drawing, title, facts.days, [Column(noun.title()), *named], rows)


def _subject(shown: Metric, noun: str, drawing: Drawing) -> str:
    return f"{drawing.named(shown)} by {noun}"


def _rows(values: pd.DataFrame) -> list[tuple[str, float, float]]:
    lines = zip(values.index, values[NOW], values[BEFORE], strict=True)
    return [(str(name), float(now), float(before)) for name, now, before in lines]


def _cell(value: float) -> float | None:
    return None if math.isnan(value) else value

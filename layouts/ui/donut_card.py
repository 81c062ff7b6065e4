"""Shares of a whole by member, as a chart card's content."""

from collections.abc import Mapping, Sequence

import pandas as pd

from analytics.comparison import Facts
from analytics.concentration import carriers, verb
from analytics.metric import Metric
from analytics.numbers import NOT_AVAILABLE, Unit, percent
from analytics.ranking import NOW, ranking
from analytics.wording import lower
from layouts.figures.donut import OTHERS, Slice, donut, leading
from layouts.figures.template import escape
from layouts.ui.chart_card import Key, head
from layouts.ui.drawing import Drawing
from layouts.ui.theme import ordered_colours
from layouts.ui.twin import Column, twin, value_column


def donut_card(
    shown: Metric, facts: Facts, dimension: str, drawing: Drawing, chosen: Sequence[str] = (), *, noun: str = ""
) -> dict[str, object]:
    """The largest members and the rest together; with members `chosen` the others stay, faded.

    Members keep their colour where they have one, else the largest is furthest from the surface. Where one is negative
    there is no whole to have shares of.
    """
    noun = noun or dimension
    values = ranking(shown, facts, dimension)[NOW].dropna()
    subject = f"Share of {lower(drawing.named(shown))} by {noun}"
    if values.empty or values.min() < 0 or not values.sum() > 0:
        return _without_shares(shown, facts, values, subject, drawing)
    slices = _slices(shown, values, drawing, chosen)
    whole = float(values.sum())
    few = carriers(values, f"{noun}s", drawing.currency)
    title = f"{few} {verb(few, 'make')} up half of {lower(shown.label)}" if few else subject
    keys = [Key(one.name, percent(one.amount / whole), "square", one.colour) for one in slices]
    return {
        "head": head(title, f"{subject}, %", keys),
        "figure": donut(
            slices, colours=drawing.colours, total=str(drawing.written(shown, whole)), words=lower(shown.label)
        ),
        "note": "",
        "twin": _twin(shown, values, subject, noun, facts, drawing),
    }


def _without_shares(
    shown: Metric, facts: Facts, values: "pd.Series[float]", subject: str, drawing: Drawing
) -> dict[str, object]:
    what = lower(shown.label)
    return {
        "head": head(f"Who makes up {what}?", subject),
        "figure": donut([], colours=drawing.colours, total=NOT_AVAILABLE, words=what),
        "note": f"No shares: {_reason(shown, facts, values)}.",
        "twin": twin(drawing, subject, facts.days, [Column("Share")], []),
    }


def _slices(shown: Metric, values: "pd.Series[float]", drawing: Drawing, chosen: Sequence[str]) -> list[Slice]:
    whole = float(values.sum())
    own, others = leading([str(name) for name in values.index])
    colours = _colours(own, drawing)
    slices = [
        Slice(name, float(values[name]), colours[name], _hover(shown, name, float(values[name]), whole, drawing), name)
        for name in own
    ]
    if others:
        rest = float(values[list(others)].sum())
        hover = f"{_hover(shown, OTHERS, rest, whole, drawing)}<br>{len(others)} together"
        slices.append(Slice(OTHERS, rest, drawing.colours.compare, hover))
    return [_faded(one, others, chosen) for one in slices]


def _faded(one: Slice, others: Sequence[str], chosen: Sequence[str]) -> Slice:
    inside = [one.member] if one.member is not None else others
    return Slice(**{**one.__dict__, "faded": bool(chosen) and not set(inside) & set(chosen)})


def _colours(names: Sequence[str], drawing: Drawing) -> Mapping[str, str]:
    if set(names) <= set(drawing.channels):
        return drawing.channels
    return ordered_colours(list(reversed(names)), drawing.colours)


def _hover(shown: Metric, name: str, value: float, whole: float, drawing: Drawing) -> str:
    return f"<b>{percent(value / whole)}</b> {escape(name)}<br>{drawing.written(shown, value)}"


def _reason(shown: Metric, facts: Facts, values: "pd.Series[float]") -> str:
    if values.empty:
        return shown.reason(facts.now)
    return "a part is negative" if values.min() < 0 else f"{lower(shown.label)} is 0"


def _twin(
    shown: Metric, values: "pd.Series[float]", subject: str, noun: str, facts: Facts, drawing: Drawing
) -> dict[str, object]:
    columns = [
        Column(noun.title()),
        value_column(shown.label, shown.unit, drawing.currency),
        value_column("Share", Unit.PERCENT, drawing.currency),
    ]
    whole = float(values.sum())
    rows: list[tuple[str, float, float]] = [
        (str(name), float(value), float(value) / whole) for name, value in values.items()
    ]
    return twin(drawing, subject, facts.days, columns, rows)

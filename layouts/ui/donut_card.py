"""Shares of a whole by member, as a chart card's content."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from analytics.comparison import Facts
from analytics.concentration import carriers, verb
from analytics.metric import Metric
from analytics.numbers import NOT_AVAILABLE, Unit, percent
from analytics.ranking import NOW, ranking
from analytics.wording import lower
from layouts.figures.donut import FIT, OTHERS, Slice, donut
from layouts.figures.template import escape
from layouts.ui.accent import mix
from layouts.ui.chart_card import Key, head
from layouts.ui.drawing import Drawing
from layouts.ui.theme import ordered_colours
from layouts.ui.twin import Column, twin, value_column

PALE = 0.45
LEAST_APART = 0.01


def donut_card(
    shown: Metric, facts: Facts, dimension: str, drawing: Drawing, chosen: Sequence[str] = (), *, noun: str = ""
) -> dict[str, object]:
    """The largest members in colours and the rest in grey, a slice each; with members `chosen` the others stay, faded.

    Members keep their colour where they have one, else the largest is furthest from the surface. Slices too small to be
    seen are one. Where a member is negative there is no whole to have shares of.
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
    keys = _keys(slices, [str(name) for name in values.index[FIT:]], chosen, whole)
    return {
        "head": head(title, f"{subject}{', with those not chosen' if chosen else ''}, %", keys),
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


def _keys(slices: Sequence[Slice], others: Sequence[str], chosen: Sequence[str], whole: float) -> list[Key]:
    named = [one for place, one in enumerate(slices) if place < FIT or one.member in chosen]
    keys = [Key(one.name, percent(one.amount / whole), "square", one.colour) for one in named]
    rest = [one for one in slices if one not in named]
    unnamed = [name for name in others if name not in {one.member for one in named}]
    if rest:
        words = f"{len(unnamed)} others" if len(unnamed) > 1 else unnamed[0]
        keys.append(Key(words, percent(sum(one.amount for one in rest) / whole), "square", rest[0].colour))
    return keys


def _slices(shown: Metric, values: "pd.Series[float]", drawing: Drawing, chosen: Sequence[str]) -> list[Slice]:
    whole = float(values.sum())
    named = {str(name): float(value) for name, value in values.items()}
    own, others = list(named)[:FIT], list(named)[FIT:]
    small = [name for name in others if named[name] < LEAST_APART * whole]
    grey = mix(drawing.colours.compare, drawing.colours.surface, PALE)
    colours = dict.fromkeys(others, grey) | dict.fromkeys(chosen, drawing.colours.accent) | dict(_colours(own, drawing))
    slices = [
        Slice(name, value, colours[name], _hover(shown, name, value, whole, drawing), name)
        for name, value in named.items()
        if name not in small
    ]
    if small:
        rest = sum(named[name] for name in small)
        hover = f"{_hover(shown, OTHERS, rest, whole, drawing)}<br>{len(small)} together"
        slices.append(Slice(OTHERS, rest, grey, hover))
    return [_faded(one, small, chosen) for one in slices]


def _faded(one: Slice, small: Sequence[str], chosen: Sequence[str]) -> Slice:
    inside = [one.member] if one.member is not None else small
    return replace(one, faded=bool(chosen) and not set(inside) & set(chosen))


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

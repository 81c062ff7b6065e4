"""How measures move together, each pair once, as a chart card's content."""

import math
from collections.abc import Sequence
from enum import StrEnum

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analytics.correlation import Correlations, computable, faults
from analytics.metrics import metric
from analytics.numbers import MINUS, exact_count
from analytics.periods import Period
from analytics.wording import listed, lower
from layouts.figures.cells import Cell
from layouts.figures.fitting import both
from layouts.figures.matrix import lower as triangle
from layouts.figures.matrix import matrix
from layouts.figures.shades import centred
from layouts.figures.template import escape
from layouts.ui.attributes import attributes
from layouts.ui.chart_card import head
from layouts.ui.drawing import Drawing
from layouts.ui.reported import reported
from layouts.ui.twin import Column, twin

CLOSE, LOOSE = 0.7, 0.3


class Grain(StrEnum):
    """What one point of a correlation is."""

    DAY = "day"
    CAMPAIGN = "campaign-day"


class Source(StrEnum):
    """Whose correlations are shown."""

    ROWS = "rows"
    SUPPLIED = "supplied"


def computed_card(
    found: Correlations, grain: Grain, points: int, drawing: Drawing, days: Period | None, *, sampled: bool = False
) -> dict[str, object]:
    """Correlations computed over `points` days or campaign-days; `sampled` says that there are more of them.

    The figure of both cards is two, "wide" and "narrow".
    """
    labels = [metric(str(name)).label for name in found.values]
    values = found.values.set_axis(labels).set_axis(labels, axis=1)
    pairs = found.pairs.set_axis(labels).set_axis(labels, axis=1)
    over = f"{exact_count(points, drawing.currency)} {'days' if grain is Grain.DAY else 'campaign-days'}"
    subject = f"Pearson's r over {'a sample of ' if sampled else ''}{over}, −1 to 1"
    left_out = int(points - pairs.to_numpy().min()) if len(pairs) and points else 0
    said = [f"Up to {left_out} left out of a pair, where a ratio is undefined."] if left_out else []
    return _card(values, pairs, _title(values), subject, said, drawing, days)


def supplied_card(matrix_: pd.DataFrame, drawing: Drawing) -> dict[str, object]:
    """The correlations of a file, with what is wrong with them."""
    wrong = faults(matrix_)
    strangers = [str(name) for name in matrix_ if computable(str(name)) is None]
    title = f"The supplied matrix is no correlation matrix: {wrong[0]}" if wrong else _title(matrix_)
    said = [f"Also: {'; '.join(wrong[1:])}."] if len(wrong) > 1 else []
    said += [f"Not computable from the rows, which have no such column: {listed(strangers)}."] if strangers else []
    return _card(matrix_, None, title, "As supplied in correlation_matrix, −1 to 1", said, drawing, None)


def _card(
    values: pd.DataFrame,
    pairs: pd.DataFrame | None,
    title: str,
    subject: str,
    said: Sequence[str],
    drawing: Drawing,
    days: Period | None,
) -> dict[str, object]:
    names = [str(name) for name in values]
    numbers = values.to_numpy(dtype=float)
    counts = None if pairs is None else pairs.to_numpy(dtype=float)
    cells = [
        [_cell(one, other, float(numbers[down, across]), _count(counts, down, across), drawing)
         for across, other in enumerate(names)]
        for down, one in enumerate(names)
    ]  # fmt: skip
    rows, columns, kept = triangle(names, cells)
    scale = centred(1, drawing.colours)
    table = [[name, *(reported(value) for value in line)] for name, line in zip(names, numbers, strict=True)]
    return {
        "head": head(title, subject),
        "figure": both(lambda narrow: matrix(rows, columns, kept, scale=scale, colours=drawing.colours, narrow=narrow)),
        "note": _note(said, scale.steps),
        "twin": twin(drawing, subject, days, [Column("Measure"), *(Column(name, "number") for name in names)], table),
    }


def _cell(one: str, other: str, value: float, count: float | None, drawing: Drawing) -> Cell:
    pair = f"{escape(one)} and {escape(other)}"
    over = "" if count is None else f"<br>over {exact_count(count, drawing.currency)}"
    if math.isnan(value):
        return Cell(None, "n/a", f"n/a {pair}: too few points, or one does not vary{over}")
    text = _written(value)
    return Cell(value, text, f"<b>{text}</b> {pair}{over}", brief=text.replace("0.", ".").replace("1.00", "1"))


def _written(value: float) -> str:
    return f"{round(value, 2) + 0.0:.2f}".replace("-", MINUS)


def _title(values: pd.DataFrame) -> str:
    """How closely revenue moves with spend, the pair that budgets rest on; else the closest pair."""
    if {"Revenue", "Ad spend"} <= set(values) and not math.isnan(known := float(values.at["Revenue", "Ad spend"])):  # type: ignore[arg-type]
        how = "closely" if abs(known) >= CLOSE else "hardly" if abs(known) < LOOSE else "loosely"
        way = "against" if known <= -LOOSE else "with"
        return f"Revenue moves {how} {way} ad spend ({_written(known)})"
    pair = Correlations(values, values).strongest()
    if pair is None:
        return "What moves together?"
    return f"{pair[0]} moves most closely with {lower(pair[1])} ({_written(pair[2])})"


def _count(counts: object, down: int, across: int) -> float | None:
    return None if counts is None else float(counts[down, across])  # type: ignore[index]


def _note(said: Sequence[str], steps: Sequence[str]) -> Component:
    shades = {"background": f"linear-gradient(to right, {', '.join(steps)})"}
    strip = html.Span(className="nm-scale", style=shades, **attributes(aria_hidden="true"))
    parts: list[Component | str] = [html.Span(["−1", strip, "1"], className="nm-key"), "Each pair once."]
    return html.Div([*parts, *(f" {each}" for each in said)], className="nm-keys")

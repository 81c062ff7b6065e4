"""A metric by two dimensions, a cell for each pair, as a chart card's content."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from analytics.comparison import Facts
from analytics.metric import Metric
from analytics.product_pairs import Pair, Pairs, pairs
from analytics.ranking import ranking
from analytics.reading import Dimension
from layouts.figures.cells import Cell
from layouts.figures.matrix import height as matrix_height
from layouts.figures.matrix import matrix
from layouts.figures.shades import Scale, scale_of
from layouts.figures.template import escape
from layouts.ui.certainty import certainty
from layouts.ui.chart_card import head
from layouts.ui.drawing import Drawing
from layouts.ui.scale_key import scale_key
from layouts.ui.twin import Column, twin, value_column

MOST_ROWS, MOST_COLUMNS = 12, 8
Chosen = tuple[Sequence[str], Sequence[str]]


def cross_card(
    shown: Metric, facts: Facts, down: Dimension, across: Dimension, drawing: Drawing, chosen: Chosen = ((), ())
) -> dict[str, object]:
    """Members of `down` as rows, of `across` as columns, as many as fit, the largest first.

    With members of them `chosen` the cells of others stay, faded, so that one can move on to them.
    """
    rows, columns = (list(map(str, ranking(shown, facts, by.column).index)) for by in (down, across))
    found = pairs(shown, facts.now, down.column, across.column)
    scale = scale_of(found.sure.values(), drawing.colours, low=None if shown.per else 0)
    top, left = rows[:MOST_ROWS], columns[:MOST_COLUMNS]
    cells = [[_cell((row, column), found, drawing, chosen) for column in left] for row in top]
    subject = f"{drawing.named(shown)} by {down.noun} and {across.noun}"
    return {
        "head": head(_title(found, subject, drawing), f"{subject}; select one to filter by both"),
        "figure": matrix(top, left, cells, scale=scale, colours=drawing.colours),
        "note": _note(found, scale, (rows, columns), drawing),
        "twin": _twin(found, rows, columns, down, subject, drawing),
    }


def height(members: int) -> int:
    """How high the plot is for so many members of `down`, in pixels."""
    return matrix_height(min(members, MOST_ROWS))


def _cell(pair: Pair, found: Pairs, drawing: Drawing, chosen: Chosen) -> Cell:
    name, value = f"{escape(pair[1])}, {escape(pair[0])}", found.value(pair)
    faded = any(names and member not in names for member, names in zip(pair, chosen, strict=True))
    if value is None:
        return Cell(None, "n/a", f"n/a: {found.reason(pair)}<br>{name}", pair, faded)
    text = str(drawing.written(found.metric, value))
    said = f"<b>{text}</b>{certainty(found.metric, found.rows[pair])}<br>{name}"
    return Cell(found.sure.get(pair), text, said, pair, faded)


def _title(found: Pairs, subject: str, drawing: Drawing) -> str:
    known = sorted(((value, pair) for pair, value in found.sure.items()), reverse=True)
    if len(known) < 2 or known[0][0] == known[-1][0]:
        return subject
    (high, most), (low, least) = known[0], known[-1]
    lowest, highest = (drawing.written(found.metric, end) for end in (low, high))
    return f"{found.metric.label}: {highest} in {_named(most)}, down to {lowest} in {_named(least)}"


def _named(pair: Pair) -> str:
    return f"{pair[0]} for {pair[1]}"


def _note(found: Pairs, scale: Scale, names: tuple[Sequence[str], Sequence[str]], drawing: Drawing) -> Component:
    said: list[Component] = [scale_key(scale, found.metric, drawing)]
    if len(found.sure) < len(found.values):
        said.append(html.Span(f"Fewer than {found.metric.fewest:g} in the denominator, or n/a: not coloured."))
    for members, most in zip(names, (MOST_ROWS, MOST_COLUMNS), strict=True):
        if len(members) > most:
            said.append(html.Span(f"The first {most} of {len(members)}; the table has all."))
    return html.Div(said, className="nm-keys")


def _twin(
    found: Pairs, rows: Sequence[str], columns: Sequence[str], down: Dimension, subject: str, drawing: Drawing
) -> dict[str, object]:
    named = [value_column(name, found.metric.unit, drawing.currency) for name in columns]
    lines = [[row, *(found.value((row, column)) for column in columns)] for row in rows]
    return twin(drawing, subject, None, [Column(down.noun.capitalize()), *named], lines)

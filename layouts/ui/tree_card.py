"""Categories, subcategories and products as areas, as a chart card's content."""

import math
from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from analytics.metric import Metric
from analytics.numbers import exact_count, percent
from analytics.product_tree import Branch, Tree, leaves, places
from analytics.wording import listed
from layouts.figures.hierarchy import LINE, TOP, Node, place, treemap
from layouts.figures.shades import Scale, scale_of
from layouts.figures.template import escape
from layouts.ui.chart_card import head
from layouts.ui.drawing import Drawing
from layouts.ui.scale_key import scale_key
from layouts.ui.twin import Cell, Column, twin, value_column

WHOLE = "All products"
HEADINGS = ("Category", "Subcategory", "Product")
NAMED = 3
NOWHERE = [{"label": WHOLE, "value": TOP}]


def tree_card(
    found: Tree, title: str, size: Metric, colour: Metric, drawing: Drawing, at: str = TOP
) -> dict[str, object]:
    """The tree opened `at` a place; a click opens a part, and a click on the heading of the open part leads back."""
    scale = scale_of([branch.margin for branch in found.branches], drawing.colours)
    subject = f"{size.label}, coloured by {colour.label.lower()}; select a part to open it, its heading to go back"
    nodes = [_node(branch, found, scale, size, colour, drawing) for branch in found.branches]
    return {
        "head": head(title, subject),
        "figure": treemap(nodes, whole=WHOLE, colours=drawing.colours, at=at),
        "note": _note(found, scale, colour, drawing),
        "twin": _twin(found, size, colour, drawing),
    }


def options(found: Tree) -> list[dict[str, str]]:
    """The places that can be opened, for the control that chooses one."""
    return [
        {"label": " › ".join(branch.path) or WHOLE, "value": place(branch.path)} for branch in places(found.branches)
    ] or NOWHERE


def _node(branch: Branch, found: Tree, scale: Scale, size: Metric, colour: Metric, drawing: Drawing) -> Node:
    sales, margin = drawing.written(size, branch.sales), drawing.written(colour, branch.margin)
    whole = found.branches[0].sales
    share = f", {percent(branch.sales / whole)} of all" if branch.path and whole > 0 else ""
    count = f"<br>{exact_count(branch.products, drawing.currency)} products" if branch.products > 1 else ""
    hover = (
        f"<b>{sales}</b> {escape(' › '.join(branch.path) or WHOLE)}{share}"
        f"<br>{colour.label} {margin}{count}"
    )  # fmt: skip
    shade = scale.colour(branch.margin) if branch.path else drawing.colours.surface
    return Node(branch.path, branch.sales, shade, hover, f"{sales}{LINE}{margin}")


def _note(found: Tree, scale: Scale, colour: Metric, drawing: Drawing) -> Component:
    said = [scale_key(scale, colour, drawing)]
    if any(math.isnan(branch.margin) for branch in found.branches):
        said.append(html.Span(f"{colour.label} n/a: grey."))
    if any(branch.name.endswith(" others") for branch in found.branches):
        said.append(html.Span("The smallest of each part are summed as “others”; filter to see more of them."))
    if found.unsold:
        said.append(html.Span(_unsold([path[-1] for path in found.unsold], drawing)))
    return html.Div(said, className="nm-keys")


def _unsold(names: Sequence[str], drawing: Drawing) -> str:
    few = listed(names) if len(names) <= NAMED else f"{exact_count(len(names), drawing.currency)} products"
    return f"Not drawn, without sales above 0: {few}."


def _twin(found: Tree, size: Metric, colour: Metric, drawing: Drawing) -> dict[str, object]:
    columns = [
        *(Column(name) for name in HEADINGS),
        value_column(size.label, size.unit, drawing.currency),
        value_column(colour.label, colour.unit, drawing.currency),
    ]
    rows = [[*_padded(branch.path), branch.sales, _cell(branch.margin)] for branch in leaves(found.branches)]
    rows += [[*path, None, None] for path in found.unsold]
    return twin(drawing, f"{size.label} and {colour.label} by product", None, columns, rows)


def _padded(path: Sequence[str]) -> list[Cell]:
    return [*path, *([""] * (len(HEADINGS) - len(path)))]


def _cell(value: float) -> float | None:
    return None if math.isnan(value) else value

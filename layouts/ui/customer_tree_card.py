"""Where the customers are and of which segment, as a local chart card's content."""

from collections.abc import Mapping, Sequence

import pandas as pd

from analytics.numbers import exact_count, percent
from analytics.wording import listed
from layouts.figures.hierarchy import Node, sunburst
from layouts.figures.template import escape
from layouts.ui.chart_card import Key, head
from layouts.ui.drawing import Drawing
from layouts.ui.twin import Cell, Column, twin

WHOLE, CENTRE, UNNAMED = "All customers", "All", "Not reported"
HEIGHT = 300
ROWS = "rows"


def customer_tree_card(counts: pd.DataFrame, levels: Mapping[str, str], drawing: Drawing) -> dict[str, object]:
    """Rings from the first of the `levels` (column: its name) outwards, the last one in the colours of its members."""
    columns = list(levels)
    names = [counts[name].astype(object).where(counts[name].notna(), UNNAMED) for name in columns]
    leaves = counts[ROWS].groupby(names).sum().sort_index()
    total = float(leaves.sum())
    nodes = [_node(path, size, total, len(columns), drawing) for path, size in _sizes(leaves, len(columns)).items()]
    members = leaves.groupby(level=-1).sum().sort_values(ascending=False)
    keys = [
        Key(str(name), percent(size / total, 0), "square", _colour((str(name),), drawing))
        for name, size in members.items()
    ]
    subject = f"Customers by {listed([name.lower() for name in levels.values()])}"
    return {
        "head": head(_title(leaves, total), f"{subject}; select a part to open it, the middle to go back", keys),
        "figure": sunburst(nodes, whole=CENTRE, colours=drawing.colours, height=HEIGHT),
        "note": None,
        "twin": _twin(leaves, list(levels.values()), subject, drawing),
    }


def _sizes(leaves: "pd.Series[float]", depth: int) -> dict[tuple[str, ...], float]:
    """The size of every node, the whole first, parents before what they contain."""
    sizes: dict[tuple[str, ...], float] = {(): float(leaves.sum())}
    for level in range(1, depth + 1):
        for path, size in leaves.groupby(level=list(range(level))).sum().items():
            sizes[tuple(map(str, path)) if isinstance(path, tuple) else (str(path),)] = float(size)
    return sizes


def _node(path: tuple[str, ...], size: float, total: float, depth: int, drawing: Drawing) -> Node:
    name = " › ".join(path) or WHOLE
    count = exact_count(size, drawing.currency)
    hover = f"<b>{count}</b> {escape(name)}<br>{percent(size / total)} of all"
    return Node(path, size, _shade(path, depth, drawing), hover, count if len(path) < depth else "")


def _shade(path: tuple[str, ...], depth: int, drawing: Drawing) -> str:
    colours = drawing.colours
    if len(path) == depth:
        return _colour(path[-1:], drawing)
    return [colours.surface, colours.sequential[2], colours.sequential[1]][min(len(path), 2)]


def _colour(path: Sequence[str], drawing: Drawing) -> str:
    return drawing.channels.get(path[-1], drawing.colours.compare)


def _title(leaves: "pd.Series[float]", total: float) -> str:
    """The largest member of the last level, and its part of all."""
    members = leaves.groupby(level=-1).sum().sort_values(ascending=False)
    if len(members) < 2 or members.iloc[0] == members.iloc[1]:
        return "Where are the customers, and of which segment?"
    return f"{members.index[0]} is the largest segment, with {percent(members.iloc[0] / total, 0)} of customers"


def _twin(leaves: "pd.Series[float]", names: Sequence[str], subject: str, drawing: Drawing) -> dict[str, object]:
    columns = [*(Column(name) for name in names), Column("Customers", "count")]
    depth = len(names)
    rows: list[list[Cell]] = [[*path, size] for path, size in _sizes(leaves, depth).items() if len(path) == depth]
    return twin(drawing, subject, None, columns, rows)

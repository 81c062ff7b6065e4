"""What contains what: a treemap or a sunburst of nodes in nodes, as large as a sum and coloured by another figure."""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from analytics.figure import NO_BREAK
from layouts.figures.shades import on
from layouts.figures.template import FONT_SIZE, drawn, escape, figure
from layouts.ui.theme import Tokens

HEIGHT = 460
TOP = "/"
SMALLEST_TEXT = 11
GAP, HEADER = 2, 24
WRAP = 10
LINE = "<br>"
CORNER = 3


@dataclass(frozen=True)
class Node:
    """One node: its names from the top down, none for the whole; its size, colour (#rrggbb) and hover's markup.

    A node is as large as what it contains; only the size of one that contains nothing counts, and it must be above 0.
    `below` stands under its name, in lines parted by LINE.
    """

    path: tuple[str, ...]
    size: float
    colour: str
    hover: str
    below: str = ""


def place(path: Sequence[str]) -> str:
    """A node's place in links: its names between slashes, "~" and "/" in them as in a JSON Pointer (RFC 6901).

    Names repeat, places do not. The whole is TOP: plotly takes an empty id for none.
    """
    return TOP if not path else "/".join(name.replace("~", "~0").replace("/", "~1") for name in path)


def names(at: str) -> tuple[str, ...]:
    """The names on the way to a place, none for the whole."""
    return () if at == TOP else tuple(name.replace("~1", "/").replace("~0", "~") for name in at.split("/"))


def treemap(nodes: Sequence[Node], *, whole: str, colours: Tokens, at: str = TOP, height: int = HEIGHT) -> go.Figure:
    """Rectangles in rectangles, opened `at` a place; `nodes` holds the `whole` and each node's parent."""
    parents = _parents(nodes)
    trace = go.Treemap(
        **_tree(nodes, at),
        labels=[_inset(map(escape, _lines(_name(node, whole), heads=node.path in parents))) for node in nodes],
        text=[_inset(node.below.split(LINE)) for node in nodes],
        textposition="top left",
        tiling={"pad": 0, "squarifyratio": 1},
        marker={
            "colors": [node.colour for node in nodes],
            "line": {"width": GAP, "color": colours.surface},
            "pad": {"t": HEADER, "r": 0, "b": 0, "l": 0},
            "cornerradius": CORNER,
        },
        pathbar={"visible": False},
    )
    return figure(colours, [trace], height=height, uniformtext={"minsize": SMALLEST_TEXT, "mode": "hide"})


def sunburst(nodes: Sequence[Node], *, whole: str, colours: Tokens, at: str = TOP, height: int = HEIGHT) -> go.Figure:
    """Rings around the whole, opened `at` a place; `nodes` as for a treemap, unnamed where nothing stands `below`."""
    trace = go.Sunburst(
        **_tree(nodes, at),
        labels=[escape(_name(node, whole)) for node in nodes],
        text=[node.below for node in nodes],
        texttemplate=["%{label}<br>%{text}" if node.below else "" for node in nodes],
        insidetextorientation="auto",
        marker={
            "colors": [node.colour for node in nodes],
            "line": {"width": 1.5, "color": colours.surface},
        },
        leaf={"opacity": 1},
    )
    return figure(colours, [trace], height=height, uniformtext={"minsize": SMALLEST_TEXT, "mode": "hide"})


def _tree(nodes: Sequence[Node], at: str) -> dict[str, object]:
    """What both ways of drawing share: ids are places, since names repeat."""
    parents = _parents(nodes)
    ids = [place(node.path) for node in nodes]
    return {
        "ids": ids,
        "parents": [place(node.path[:-1]) if node.path else "" for node in nodes],
        "values": drawn([0 if node.path in parents else node.size for node in nodes]),
        "branchvalues": "remainder",
        "level": at if at in ids else TOP,
        "textinfo": "label+text",
        "textfont": {"color": [on(node.colour) for node in nodes], "size": FONT_SIZE},
        "hovertext": [node.hover for node in nodes],
        "hoverinfo": "text",
        "sort": False,
    }


def _parents(nodes: Sequence[Node]) -> set[tuple[str, ...]]:
    return {node.path[:-1] for node in nodes if node.path}


def _lines(name: str, *, heads: bool) -> list[str]:
    """A name in lines; a heading has room for one only."""
    return [name] if heads else textwrap.wrap(name, WRAP, break_long_words=False)


def _name(node: Node, whole: str) -> str:
    return node.path[-1] if node.path else whole


def _inset(lines: Iterable[str]) -> str:
    """Lines that do not touch the edge of their rectangle."""
    return LINE.join(f"{NO_BREAK}{line}" for line in lines)

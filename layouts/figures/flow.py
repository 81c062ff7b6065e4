"""What goes from where to where: a Sankey diagram, its links in a pale shade of where they come from."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from layouts.figures.template import FONT_SIZE, escape, figure, rgba
from layouts.ui.theme import Tokens

HEIGHT = 380
LINK = 0.3
PAD, THICKNESS, EDGE = 14, 12, 6


@dataclass(frozen=True)
class Stop:
    """A place that links meet in: its name, its colour, and in which column from the left it stands, from 0."""

    name: str
    colour: str
    column: int
    hover: str


@dataclass(frozen=True)
class Link:
    """An amount that goes from one stop to another, given by their places in the list of stops."""

    start: int
    end: int
    amount: float
    hover: str


def flow(stops: Sequence[Stop], links: Sequence[Link], *, colours: Tokens, height: int = HEIGHT) -> go.Figure:
    """The figure, the stops of a column below each other in the order given."""
    columns = max((stop.column for stop in stops), default=0) or 1
    trace = go.Sankey(
        arrangement="snap",
        textfont={"color": colours.ink, "size": FONT_SIZE, "shadow": "none"},
        node={
            "label": [escape(stop.name) for stop in stops],
            "color": [stop.colour for stop in stops],
            "x": [_within(stop.column / columns) for stop in stops],
            "y": _heights(stops, links, height - 2 * EDGE),
            "customdata": [stop.hover for stop in stops],
            "hovertemplate": "%{customdata}<extra></extra>",
            "line": {"width": 0},
            "pad": PAD,
            "thickness": THICKNESS,
        },
        link={
            "source": [link.start for link in links],
            "target": [link.end for link in links],
            "value": [link.amount for link in links],
            "color": [rgba(stops[link.start].colour, LINK) for link in links],
            "customdata": [link.hover for link in links],
            "hovertemplate": "%{customdata}<extra></extra>",
        },
    )
    return figure(colours, [trace], height=height, margin={"t": EDGE, "b": EDGE})


def _within(share: float) -> float:
    """Plotly takes a place at 0 or 1 for none."""
    return min(max(share, 0.001), 0.999)


def _heights(stops: Sequence[Stop], links: Sequence[Link], height: float) -> list[float]:
    """The middle of each stop as plotly would place it, those of a column below each other in the order given."""
    sizes = [max(_sum(links, place, starts=True), _sum(links, place, starts=False)) for place in range(len(stops))]
    columns = [[place for place, stop in enumerate(stops) if stop.column == column] for column in _columns(stops)]
    scale = min(
        ((height - PAD * (len(column) - 1)) / (sum(sizes[place] for place in column) or 1) for column in columns),
        default=1,
    )
    middles = dict[int, float]()
    for column in columns:
        above = 0.0
        for place in column:
            middles[place] = _within((above + sizes[place] * scale / 2) / height)
            above += sizes[place] * scale + PAD
    return [middles[place] for place in range(len(stops))]


def _columns(stops: Sequence[Stop]) -> list[int]:
    return sorted({stop.column for stop in stops})


def _sum(links: Sequence[Link], place: int, *, starts: bool) -> float:
    return sum(link.amount for link in links if (link.start if starts else link.end) == place)

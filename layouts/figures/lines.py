"""The lines of a trend, and the traces that draw them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import plotly.graph_objects as go

from layouts.figures.labels import Point
from layouts.figures.template import drawn, rgba
from layouts.ui.theme import Tokens

FILL = 0.2
DOT = 6
HOLLOW = 8
DOTS = "2px,3px"


class Role(StrEnum):
    """What a line is for."""

    CURRENT = "current"
    COMPARE = "compare"
    SPLIT = "split"


WIDTHS: Mapping[Role, float] = {Role.CURRENT: 2.25, Role.COMPARE: 1.5, Role.SPLIT: 2}


@dataclass(frozen=True)
class Line:
    """One line; a value of None or NaN is a gap.

    A comparison's dates are those it is laid on. `partial` are the incomplete points, at either end. `notes` stand
    behind a point's value on hover. Only a SPLIT line needs a colour of its own.
    """

    name: str
    dates: Sequence[date]
    values: Sequence[float | None]
    role: Role = Role.CURRENT
    colour: str = ""
    partial: frozenset[date] = frozenset()
    notes: Mapping[date, str] = field(default_factory=dict)

    @property
    def points(self) -> list[Point | None]:
        """The points as drawn, None for a gap."""
        return [
            None if value is None else (at, value) for at, value in zip(self.dates, drawn(self.values), strict=True)
        ]

    @property
    def whole(self) -> list[float | None]:
        """The values as drawn, without the incomplete ones."""
        pairs = zip(self.dates, drawn(self.values), strict=True)
        return [None if at in self.partial else value for at, value in pairs]


def line_colour(line: Line, colours: Tokens) -> str:
    """A line's own colour, or that of its role."""
    return line.colour or (colours.accent if line.role is Role.CURRENT else colours.compare)


def traces(lines: Sequence[Line], colours: Tokens) -> Iterator[go.Scatter]:
    """What draws the lines, from the back: fills, comparisons, the others with their incomplete points."""
    yield from (
        _fill(line, line_colour(line, colours)) for line in lines if line.role is Role.CURRENT and any(line.whole)
    )
    for line in sorted(lines, key=lambda line: line.role is not Role.COMPARE):
        yield from _drawn(line, line_colour(line, colours), colours.surface)


def _drawn(line: Line, colour: str, surface: str) -> Iterator[go.Scatter]:
    yield _solid(line, colour)
    if any(at in line.partial for at in line.dates):
        yield _dotted(line, colour)
        yield _hollow(line, colour, surface)


def _trace(line: Line, values: Sequence[float | None], /, **drawing: object) -> go.Scatter:
    return go.Scatter(x=list(map(str, line.dates)), y=list(values), hoverinfo="skip", cliponaxis=False, **drawing)


def _fill(line: Line, colour: str) -> go.Scatter:
    """A polygon for each run of points: plotly's own fill to zero would bridge the gaps."""
    known = [0.0, *(value for value in line.whole if value is not None)]
    low, high = min(known), max(known)
    steps = sorted({(0.0, low), (-low / (high - low), 0.0), (1.0, high)})
    scale = [[round(place, 4), rgba(colour, FILL if value else 0)] for place, value in steps]
    outline = [corner for run in _runs(line) for corner in ((run[0][0], 0.0), *run, (run[-1][0], 0.0), (None, None))]
    return go.Scatter(
        x=[at and str(at) for at, _ in outline],
        y=[value for _, value in outline],
        mode="lines",
        line={"width": 0},
        fill="toself",
        fillgradient={"type": "vertical", "start": low, "stop": high, "colorscale": scale},
        hoverinfo="skip",
    )


def _runs(line: Line) -> list[list[Point]]:
    runs: list[list[Point]] = [[]]
    for at, value in zip(line.dates, line.whole, strict=True):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((at, value))
    return [run for run in runs if run]


def _solid(line: Line, colour: str) -> go.Scatter:
    alone = _alone(line.whole)
    return _trace(
        line,
        line.whole,
        mode="lines+markers" if any(alone) else "lines",
        line={"width": WIDTHS[line.role], "color": colour},
        marker={"size": [DOT * one for one in alone], "color": colour, "opacity": 1} if any(alone) else None,
    )


def _alone(values: Sequence[float | None]) -> list[bool]:
    padded = [None, *values, None]
    return [
        value is not None and padded[place] is None and padded[place + 2] is None for place, value in enumerate(values)
    ]


def _dotted(line: Line, colour: str) -> go.Scatter:
    partial = [at in line.partial for at in line.dates]
    beside = [any(partial[max(place - 1, 0) : place + 2]) for place in range(len(partial))]
    values = [value if near else None for value, near in zip(drawn(line.values), beside, strict=True)]
    return _trace(line, values, mode="lines", line={"width": WIDTHS[line.role], "color": colour, "dash": DOTS})


def _hollow(line: Line, colour: str, surface: str) -> go.Scatter:
    pairs = zip(line.dates, drawn(line.values), strict=True)
    return _trace(
        line,
        [value if at in line.partial else None for at, value in pairs],
        mode="markers",
        marker={"size": HOLLOW, "color": surface, "line": {"color": colour, "width": 1.75}},
    )

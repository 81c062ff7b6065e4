"""Where words go inside a plot, so that they neither cover a line nor each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from layouts.figures.template import LINE_HEIGHT, escape, text_width
from layouts.ui.theme import Tokens

# A figure does not know how wide it will be drawn: what is free at both ends of this range is free between.
NARROW, WIDE = 285, 600
BESIDE = 12
CLEAR = 4
OVERHANG = 12

Point = tuple[date, float]
Annotation = dict[str, object]


@dataclass(frozen=True)
class Plot:
    """The days and values a plot area spans and its height in pixels."""

    first: date
    last: date
    low: float
    high: float
    height: float

    def share(self, at: date) -> float:
        """How far a day is to the right, from 0 to 1."""
        return (at - self.first) / (self.last - self.first) if self.last > self.first else 0.5

    def depth(self, value: float) -> float:
        """How many pixels a value is below the top."""
        return self.height * (self.high - value) / (self.high - self.low)


def peak_label(plot: Plot, peak: Point, lines: Sequence[Sequence[Point | None]], figure: str, words: str) -> Annotation:
    """The label of a peak: beside it where that covers no line (None in a line is a gap), else above all lines."""
    at, value = peak
    width = text_width(figure, bold=True) + text_width(f"  {words}")
    share = plot.share(at)
    sides = (-1, 1) if share > 0.5 else (1, -1)
    shared = {"text": f"<b>{escape(figure)}</b>  {escape(words)}", "x": str(at)}
    for side in sides:
        if all(_free(plot, peak, lines, side, width, drawn_at) for drawn_at in (NARROW, WIDE)):
            anchor = "right" if side < 0 else "left"
            return {**shared, "y": value, "xanchor": anchor, "xshift": side * BESIDE, "yanchor": "middle"}
    anchor = "left" if share < 1 / 3 else "right" if share > 2 / 3 else "center"
    return {**shared, "yref": "paper", "y": 1, "yanchor": "top", "xanchor": anchor}


def _free(
    plot: Plot, peak: Point, lines: Sequence[Sequence[Point | None]], side: int, width: int, drawn_at: int
) -> bool:
    centre = plot.share(peak[0]) * drawn_at
    left, right = sorted((centre + side * (BESIDE - CLEAR), centre + side * (BESIDE + width + CLEAR)))
    middle = plot.depth(peak[1])
    top, bottom = middle - LINE_HEIGHT / 2 - CLEAR, middle + LINE_HEIGHT / 2 + CLEAR
    if left < -OVERHANG or right > drawn_at:
        return False
    return not any(
        _crosses(
            (plot.share(start[0]) * drawn_at, plot.depth(start[1])),
            (plot.share(end[0]) * drawn_at, plot.depth(end[1])),
            left,
            right,
            top,
            bottom,
        )
        for start, end in _segments(lines)
    )


def _segments(lines: Sequence[Sequence[Point | None]]) -> Iterator[tuple[Point, Point]]:
    for line in lines:
        yield from ((start, end) for start, end in pairwise(line) if start and end)


def _crosses(
    start: tuple[float, float], end: tuple[float, float], left: float, right: float, top: float, bottom: float
) -> bool:
    """Whether a segment that runs to the right passes through a box."""
    if end[0] < left or start[0] > right:
        return False
    slope = (end[1] - start[1]) / ((end[0] - start[0]) or 1)
    depths = [start[1] + slope * (min(max(at, start[0]), end[0]) - start[0]) for at in (left, right)]
    return min(depths) < bottom and max(depths) > top


@dataclass(frozen=True)
class End:
    """Where a line ends and what it is called."""

    name: str
    colour: str
    value: float


def end_labels(plot: Plot, ends: Sequence[End], colours: Tokens) -> list[Annotation]:
    """The names of lines to the right of the plot, at their ends, moved apart where they would overlap."""
    from_top = sorted(ends, key=lambda end: -end.value)
    depths = spread([plot.depth(end.value) for end in from_top], LINE_HEIGHT, plot.height)
    return [
        {
            "text": f'<span style="color:{end.colour}">●</span> {escape(end.name)}',
            "xref": "paper",
            "x": 1,
            "xanchor": "left",
            "xshift": 4,
            "yref": "paper",
            "y": round(1 - depth / plot.height, 4),
            "yanchor": "middle",
            "font": {"color": colours.ink_2},
        }
        for end, depth in zip(from_top, depths, strict=True)
    ]


def spread(depths: Sequence[float], gap: float, height: float) -> list[float]:
    """Sorted places moved apart to at least `gap`, the least that is needed, none below `height` if they fit."""
    placed: list[float] = []
    for depth in depths:
        placed.append(max(depth, placed[-1] + gap) if placed else depth)
    lowest = height
    for place in reversed(range(len(placed))):
        placed[place] = min(placed[place], lowest)
        lowest = placed[place] - gap
    return placed

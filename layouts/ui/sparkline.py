"""Sparklines: shapes without colours, which the style sheet fills with the theme's."""

from collections.abc import Sequence
from urllib.parse import quote

from dash import html
from dash.development.base_component import Component

from layouts.ui.attributes import attributes

WIDTH, HEIGHT, EDGE = 100.0, 36.0, 3.0
SVG = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width:g} {height:g}' preserveAspectRatio='none'>"
    "<path d='{path}' fill='none' stroke='black' stroke-width='{stroke:g}' stroke-linejoin='round' "
    "stroke-linecap='round' vector-effect='non-scaling-stroke'/></svg>"
)


def sparkline(values: Sequence[float | None], before: Sequence[float | None] = ()) -> Component:
    """The line of `values` over the line of `before`, both from the smallest to the largest of all of them.

    What has no value at all has no line: an empty mask covers nothing on paper.
    """
    scale = _scale((*values, *before))
    given = ((before, "nm-spark-before", 1.5), (values, "nm-spark-now", 1.75))
    lines = [_line(line, scale, kind, stroke) for line, kind, stroke in given if set(line) - {None}]
    return html.Div(lines, className="nm-spark", **attributes(aria_hidden="true"))


def _scale(values: Sequence[float | None]) -> tuple[float, float]:
    known = [value for value in values if value is not None]
    return (min(known), max(known)) if known else (0.0, 0.0)


def _line(values: Sequence[float | None], scale: tuple[float, float], kind: str, stroke: float) -> Component:
    svg = SVG.format(width=WIDTH, height=HEIGHT, path=_path(values, *scale), stroke=stroke)
    mask = f'url("data:image/svg+xml,{quote(svg)}")'
    return html.Span(className=kind, style={"maskImage": mask, "WebkitMaskImage": mask})


def _path(values: Sequence[float | None], low: float, high: float) -> str:
    step = WIDTH / max(len(values) - 1, 1)
    path, gap = [], True
    for place, value in enumerate(values):
        if value is not None:
            point = f"{place * step:.1f} {_height(value, low, high):.1f}"
            # A move draws nothing: h0 leaves a dot where a value stands alone between gaps.
            path.append(f"M{point}h0" if gap else f"L{point}")
        gap = value is None
    return "".join(path)


def _height(value: float, low: float, high: float) -> float:
    share = (value - low) / (high - low) if high > low else 0.5
    return HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE)

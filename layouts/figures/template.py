"""What all figures share: the template of each theme, the graph's configuration, and the measure of text."""

import html
import math
from collections.abc import Mapping, Sequence
from functools import cache

import plotly.graph_objects as go

from layouts.ui.theme import FONT, Tokens

FONT_SIZE = 12
LINE_HEIGHT = 16
DIGITS_DRAWN = 5
ADVANCES = (("ijlJ .,:;'|()-\u00a0", 3.6), ("frtI/", 5), ("mwMWNOQHUDG%&@−–—", 10), ("▲▼", 12))
ORDINARY, FULL_WIDTH, FIRST_FULL_WIDTH = 7.1, 12, "\u2e80"
CONFIG: Mapping[str, object] = {
    "displayModeBar": False,
    "displaylogo": False,
    "modeBarButtonsToRemove": ["sendChartToCloud"],
    "responsive": True,
    "doubleClick": False,
    "scrollZoom": False,
}
# Font sizes in labels may be CSS lengths: this one is 0 below the width of a phone, so a label can step aside there.
ON_WIDE = "font-size:clamp(0px,calc((100vw - 560px)*99),12px)"


def figure(colours: Tokens, traces: Sequence[object] = (), *, height: int, **layout: object) -> go.Figure:
    """A figure in a theme's colours, made at once: each later update of a figure validates all of it again."""
    shared = {"template": template(colours), "height": height, "uirevision": "keep"}
    return go.Figure(data=list(traces), layout={**shared, **layout})


@cache
def template(colours: Tokens) -> go.layout.Template:
    """A small template (plotly's own adds 7 kB): ink on opaque paper, horizontal gridlines, no zooming."""
    axis = {
        "showline": False,
        "zeroline": False,
        "ticks": "",
        "fixedrange": True,
        "automargin": True,
        "ticklabelstandoff": 6,
        "tickfont": {"color": colours.ink_3, "size": FONT_SIZE},
        "gridcolor": colours.grid,
        "title": {"text": ""},
    }
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "size": FONT_SIZE, "color": colours.ink_2},
            "paper_bgcolor": colours.surface,
            "plot_bgcolor": colours.surface,
            "margin": {"t": 0, "r": 0, "b": 0, "l": 0, "pad": 0},
            "dragmode": False,
            "showlegend": False,
            "bargap": 0.44,
            "barcornerradius": 3,
            "annotationdefaults": {"font": {"color": colours.ink}, "showarrow": False},
            "hoverlabel": _hover_label(colours),
            "xaxis": {**axis, "showgrid": False},
            "yaxis": {**axis, "showgrid": True},
        }
    )


def _hover_label(colours: Tokens) -> dict[str, object]:
    return {
        "bgcolor": colours.raised,
        "bordercolor": colours.line,
        "align": "left",
        "namelength": -1,
        "showarrow": False,
        "font": {"family": FONT, "size": 12.5, "color": colours.ink},
    }


def rgba(colour: str, opacity: float) -> str:
    """A #rrggbb colour at an opacity from 0 to 1."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"


def escape(text: str) -> str:
    """Text from the data as plotly shows it literally."""
    return html.escape(text, quote=False)


def text_width(text: str, *, bold: bool = False) -> int:
    """About how wide a text of FONT_SIZE is drawn, in pixels, in the widest of the fonts (Noto Sans), rather more."""
    return math.ceil(sum(map(_advance, text)) * (1.06 if bold else 1))


def _advance(character: str) -> float:
    wide = next((width for characters, width in ADVANCES if character in characters), None)
    return wide or (ORDINARY if character < FIRST_FULL_WIDTH else FULL_WIDTH)


def drawn(values: Sequence[float | None]) -> list[float | None]:
    """Values rounded to the digits that can be seen; None where there is no finite number."""
    known = [abs(value) for value in values if value is not None and math.isfinite(value)]
    largest = max(known, default=0) or 1
    digits = DIGITS_DRAWN - 1 - math.floor(math.log10(largest))
    return [round(float(value), digits) if value is not None and math.isfinite(value) else None for value in values]

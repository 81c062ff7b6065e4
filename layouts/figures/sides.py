"""What the sides of a plot between two numbers are called and counted in."""

from dataclasses import dataclass

from analytics.numbers import Unit
from layouts.figures.template import escape
from layouts.ui.theme import Tokens

TICKS_BELOW = 22
RUPEES = "INR"


@dataclass(frozen=True)
class Side:
    """What an axis is called and counted in, and a value at which a line is drawn across."""

    label: str
    unit: Unit = Unit.PERCENT
    currency: str = RUPEES
    line: float | None = None


def titles(x: Side, y: Side, colours: Tokens) -> list[dict[str, object]]:
    """What the axes are called: y over the upper left corner of the plot, x below the lower right one."""
    above = {"x": 0, "xanchor": "left", "y": 1, "yanchor": "bottom"}
    below = {"x": 1, "xanchor": "right", "y": 0, "yanchor": "top", "yshift": -TICKS_BELOW}
    return [{**titled(f"{y.label} ↑", colours), **above}, {**titled(f"{x.label} →", colours), **below}]


def titled(name: str, colours: Tokens) -> dict[str, object]:
    """A name in quiet ink, placed by the edges of the plot."""
    return {"text": escape(name), "font": {"color": colours.ink_3}, "xref": "paper", "yref": "paper"}

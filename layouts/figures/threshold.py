"""A line across the bars of a ranking, at a value that matters."""

from dataclasses import dataclass

from layouts.figures.labels import Annotation
from layouts.figures.template import LINE_HEIGHT, escape
from layouts.ui.theme import Tokens

HEADROOM = 1.04
ABOVE = LINE_HEIGHT + 4


@dataclass(frozen=True)
class Line:
    """Where it stands and how it is called."""

    at: float
    words: str

    @property
    def reach(self) -> float:
        """How far the axis goes at least."""
        return self.at * HEADROOM


def crossing(line: Line, ends: tuple[float, float], colours: Tokens) -> tuple[dict[str, object], Annotation]:
    """The line and its name, in the room of ABOVE over the bars, on the side of it where the axis has more room."""
    drawn = {"color": colours.ink_2, "width": 1.5, "dash": "4px,3px"}
    shape = {"type": "line", "x0": line.at, "x1": line.at, "yref": "paper", "y0": 0, "y1": 1, "line": drawn}
    label = {"yref": "paper", "y": 1, "yanchor": "bottom", "x": line.at, "text": escape(line.words)}
    side = "right" if line.at > sum(ends) / 2 else "left"
    return shape, {**label, "xanchor": side, "font": {"color": colours.ink_2}}

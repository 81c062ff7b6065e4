"""What the tests of charts draw with, and how they look at a chart card's content."""

from typing import Any

import plotly.graph_objects as go

from analytics.wording import BLENDED
from layouts.figures.fitting import WIDE
from layouts.ui.drawing import Drawing
from layouts.ui.theme import LIGHT
from tests.layouts.ui.parts import having, text

COLOURS = {"Email": "#111111", "Direct": "#222222", "Fax": "#333333"}
DRAWING = Drawing(LIGHT, COLOURS, "INR", BLENDED, "NovaMart", ("All channels.", "NovaMart, data version 1"))

Card = dict[str, Any]


def title(card: Card) -> str:
    """The finding over the chart."""
    return plain(having(card["head"], "nm-card-title"))


def caption(card: Card) -> str:
    """What is drawn, below the finding."""
    return plain(having(card["head"], "nm-caption"))


def keys(card: Card) -> list[str]:
    """The entries of the key row."""
    return [plain(key) for key in having(card["head"], "nm-key")]


def plain(part: Any) -> str:  # noqa: ANN401
    """The words of a part, with ordinary spaces."""
    return text(part).replace("\u00a0", " ")


def note(card: Card) -> str:
    """The note below the chart."""
    return str(card["note"]).replace("\u00a0", " ")


def figure(card: Card) -> go.Figure:
    """The chart, the wide one of two."""
    drawn = card["figure"]
    drawn = drawn[WIDE] if isinstance(drawn, dict) else drawn
    assert isinstance(drawn, go.Figure)
    return drawn


def table(card: Card) -> tuple[list[str], list[list[object]]]:
    """The headings and the rows of the chart's table."""
    twin: Any = card["twin"]
    return [column["name"] for column in twin["columns"]], rows_of(twin)


def rows_of(twin: Any) -> list[list[object]]:  # noqa: ANN401
    """The rows of a table, of which thousands come as columns."""
    if "rows" in twin:
        return list(twin["rows"])
    return [list(row) for row in zip(*map(_unpacked, twin["cells"]), strict=True)]


def _unpacked(cells: Any) -> list[object]:  # noqa: ANN401
    if isinstance(cells, dict):
        return [cells["names"][code] if code >= 0 else None for code in cells["codes"]]
    return [None if cell != cell else cell for cell in cells]

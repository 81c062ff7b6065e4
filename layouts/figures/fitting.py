"""A figure that is drawn in two ways: on a phone, and elsewhere."""

from collections.abc import Callable

import plotly.graph_objects as go

WIDE, NARROW = "wide", "narrow"


def both(draw: Callable[[bool], go.Figure]) -> dict[str, go.Figure]:
    """The two, each as `draw` makes it when told whether it is the narrow one; the browser takes the one that fits."""
    return {WIDE: draw(False), NARROW: draw(True)}

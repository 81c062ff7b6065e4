"""The grid of a page: 12 columns, the cards one under another where the screen is narrow."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component


def grid(cards: Sequence[Component]) -> Component:
    """The cards side by side, each as wide as its span says."""
    return html.Div(list(cards), className="nm-grid")

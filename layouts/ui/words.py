"""Words with some of them standing out."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from analytics.wording import Strong


def words(parts: Sequence[str]) -> list[Component | str]:
    """The parts in order, bold where they are Strong."""
    return [html.B(str(part)) if isinstance(part, Strong) else part for part in parts]

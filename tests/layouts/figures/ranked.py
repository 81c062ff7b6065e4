"""A ranking of three members."""

import plotly.graph_objects as go

from layouts.figures.bars import ranking
from layouts.figures.rows import Bar
from layouts.ui.theme import LIGHT

EMAIL = Bar("Email", 86.11e7, "#0AA080", "₹86.11\u00a0Cr", 38.69e7, "▲\u00a0123\u00a0%", better=True)
GOOGLE = Bar("Google Ads", 24.5e7, "#2C8DF2", "₹24.50\u00a0Cr", 28.59e7, "▼\u00a014\u00a0%", better=False)
DIRECT = Bar("Direct", None, "#686B72", "none")


def drawn(*rows: Bar, height: int | None = None) -> go.Figure:
    return ranking(rows, colours=LIGHT, height=height)

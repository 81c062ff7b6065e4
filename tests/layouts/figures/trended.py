"""A trend of eight weeks and what it says."""

from collections.abc import Sequence
from datetime import date, timedelta

import plotly.graph_objects as go

from analytics.numbers import Unit
from analytics.trend import Grain
from layouts.figures.lines import Line, Role
from layouts.figures.trend import trend
from layouts.ui.theme import LIGHT

MONDAYS = [date(2024, 1, 1) + timedelta(weeks=place) for place in range(8)]
NOW = Line("2024", MONDAYS, [4e7, 3e7, 5e7, 2e7, 12.31e7, 3e7, 2e7, 1e7], partial=frozenset(MONDAYS[-1:]))
BEFORE = Line("2023", MONDAYS, [2e7, 3e7, None, 4e7, 5e7, 4e7, 4e7, 4e7], Role.COMPARE)


def drawn(
    lines: Sequence[Line], unit: Unit = Unit.CURRENCY, grain: Grain = Grain.WEEK, currency: str = "INR"
) -> go.Figure:
    return trend(lines, colours=LIGHT, unit=unit, currency=currency, grain=grain)


def said(figure: go.Figure) -> list[list[str]]:
    return [[text.replace("\u00a0", " ") for text in row] for row in figure.data[-1].customdata]

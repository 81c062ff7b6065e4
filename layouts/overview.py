"""The Executive overview: is marketing paying for itself, and where?"""

from enum import StrEnum

from dash import html
from dash.development.base_component import Component

from analytics.choices import Choice
from analytics.metrics import metric
from analytics.ranking import Order
from analytics.trend import Grain
from layouts.figures import trend
from layouts.ui import ranking_card
from layouts.ui.cards import waiting_strip
from layouts.ui.chart_card import chart_card, segmented, select
from layouts.ui.grid import grid
from layouts.ui.icons import Icon
from layouts.ui.page import Opening, Page
from layouts.ui.page_frame import page_frame
from layouts.ui.page_head import page_head
from layouts.ui.shell import Destination
from layouts.ui.still import Still

QUESTION = "Is marketing paying for itself, and where?"
GRAIN, SPLIT, METRIC, ORDER = "grain", "split", "metric", "sort"
NO_SPLIT, BY_CHANNEL = "none", "channel"
METRICS = ("revenue", "conversions", "roas", "spend", "cpa", "ctr", "cvr")
CARDS = ("revenue", "spend", "roas", "conversions", "cpa")


class Ids(StrEnum):
    """The parts of the page that callbacks fill."""

    HEAD = "overview-head"
    CARDS = "overview-cards"
    CHARTS = "overview-charts"
    TREND = "trend"
    RANKING = "ranking"
    INSIGHTS = "overview-insights"


PAGE = Page(
    Destination("/", "Executive overview", "Overview", Icon.HOUSE, tab=True),
    QUESTION,
    "campaign_performance",
    ("channel", "region", "type"),
    (
        Choice(GRAIN, tuple(Grain), (Grain.WEEK,)),
        Choice(SPLIT, (NO_SPLIT, BY_CHANNEL), (NO_SPLIT,)),
        Choice(METRIC, METRICS, ("revenue",)),
        Choice(ORDER, tuple(Order), (Order.LARGEST,)),
    ),
    blends=True,
)


def layout(opening: Opening) -> Component:
    """The page on a view, before its figures are read."""
    return page_frame(
        opening,
        [
            Still(page_head(QUESTION, ()), id=Ids.HEAD),
            Still(waiting_strip([metric(name).label for name in CARDS]), id=Ids.CARDS),
            html.Div(grid([_trend(opening), _ranking(opening)]), id=Ids.CHARTS),
            Still(id=Ids.INSIGHTS),
        ],
    )


def _trend(opening: Opening) -> Component:
    split = select(SPLIT, "Split", {NO_SPLIT: "None", BY_CHANNEL: "Channel"}, opening.view.one(SPLIT))
    grain = segmented(GRAIN, {grain: grain.title() for grain in Grain}, opening.view.one(GRAIN), "Grain")
    return chart_card(Ids.TREND, height=trend.HEIGHT, choices=[split, grain], label="Revenue over time", span=7)


def _ranking(opening: Opening) -> Component:
    shown = select(METRIC, "Metric", {name: metric(name).label for name in METRICS}, opening.view.one(METRIC))
    orders = {Order.LARGEST: "Largest first", Order.SMALLEST: "Smallest first", Order.NAME: "By name"}
    order = select(ORDER, "Sort", {key.value: words for key, words in orders.items()}, opening.view.one(ORDER))
    return chart_card(
        Ids.RANKING, height=ranking_card.HEIGHT, choices=[shown, order], label="Channel performance", span=5
    )

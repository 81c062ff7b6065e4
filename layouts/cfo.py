"""The CFO dashboard: what does the ad money return?"""

from enum import StrEnum

from dash import html
from dash.development.base_component import Component

from analytics.ad_metrics import ad_metric
from analytics.trend import Grain
from analytics.view import Choice
from layouts.figures import trend
from layouts.ui import bridge_card, ranking_card
from layouts.ui.breakdown import METRIC, by_choice, by_control, metric_control
from layouts.ui.cards import waiting_strip
from layouts.ui.chart_card import chart_card, segmented
from layouts.ui.grid import grid
from layouts.ui.icons import Icon
from layouts.ui.members_table import table_card
from layouts.ui.page import Opening, Page
from layouts.ui.page_frame import page_frame
from layouts.ui.page_head import page_head
from layouts.ui.shell import Destination

QUESTION = "What does the ad money return?"
GRAIN = "grain"
CARDS = ("spend", "revenue", "profit_after_spend", "profit", "reported_after_spend", "margin", "roi", "cpa")
METRICS = ("roas", *CARDS, "roi_reported", "conversions")


class Ids(StrEnum):
    """The parts of the page that callbacks fill."""

    HEAD = "cfo-head"
    CARDS = "cfo-cards"
    CHARTS = "cfo-charts"
    TREND = "cfo-trend"
    BRIDGE = "cfo-bridge"
    RANKING = "cfo-ranking"
    TABLE = "cfo-table"


PAGE = Page(
    Destination("/cfo", "CFO dashboard", "CFO", Icon.RUPEE, group="Ad platforms"),
    QUESTION,
    "ad_performance",
    ("channel", "region", "type", "audience", "device"),
    (
        by_choice("channel"),
        Choice(METRIC, METRICS, ("roas",)),
        Choice(GRAIN, tuple(Grain), (Grain.WEEK,)),
    ),
    blends=True,
)


def layout(opening: Opening) -> Component:
    """The page on a view, before its figures are read."""
    return page_frame(
        opening,
        [
            html.Div(page_head(QUESTION, ()), id=Ids.HEAD),
            html.Div(waiting_strip([ad_metric(name).label for name in CARDS]), id=Ids.CARDS),
            html.Div(
                [grid([_trend(opening), _bridge(), _ranking(opening)]), table_card(Ids.TABLE, "Every figure")],
                id=Ids.CHARTS,
            ),
        ],
    )


def _trend(opening: Opening) -> Component:
    grain = segmented(GRAIN, {grain: grain.title() for grain in Grain}, opening.view.one(GRAIN), "Grain")
    return chart_card(Ids.TREND, height=trend.HEIGHT, choices=[grain], label="Ad spend against revenue", span=7)


def _bridge() -> Component:
    return chart_card(Ids.BRIDGE, height=bridge_card.HEIGHT, label="From revenue to profit", span=5)


def _ranking(opening: Opening) -> Component:
    controls = [by_control(opening.view), metric_control(METRICS, opening.view)]
    return chart_card(Ids.RANKING, height=ranking_card.HEIGHT, choices=controls, label="Side by side")

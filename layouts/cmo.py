"""The CMO dashboard: do the ad platforms reach and convert the audience?"""

from enum import StrEnum

from dash import html
from dash.development.base_component import Component

from analytics.ad_metrics import ad_metric
from analytics.trend import Grain
from analytics.view import Choice
from layouts.figures import trend
from layouts.ui import ranking_card
from layouts.ui.breakdown import AD, METRIC, by_choice, by_control, metric_control
from layouts.ui.cards import waiting_strip
from layouts.ui.chart_card import chart_card, segmented
from layouts.ui.grid import grid
from layouts.ui.icons import Icon
from layouts.ui.members_table import table_card
from layouts.ui.page import Opening, Page
from layouts.ui.page_frame import page_frame
from layouts.ui.page_head import page_head
from layouts.ui.shell import Destination

QUESTION = "Do the ad platforms reach and convert the audience?"
GRAIN = "grain"
CARDS = ("impressions", "daily_reach", "frequency", "engagement_rate", "ctr", "cvr", "conversions", "roas")
METRICS = (*CARDS, "clicks", "engagements", "spend", "revenue")


class Ids(StrEnum):
    """The parts of the page that callbacks fill."""

    HEAD = "cmo-head"
    CARDS = "cmo-cards"
    CHARTS = "cmo-charts"
    TREND = "cmo-trend"
    RANKING = "cmo-ranking"
    TABLE = "cmo-table"


PAGE = Page(
    Destination("/cmo", "CMO dashboard", "Platforms", Icon.TARGET, group="Ad platforms", tab=True),
    QUESTION,
    AD,
    ("channel", "region", "type", "audience", "device"),
    (
        by_choice("region"),
        Choice(METRIC, METRICS, ("ctr",)),
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
                [grid([_trend(opening), _ranking(opening)]), table_card(Ids.TABLE, "Every figure")], id=Ids.CHARTS
            ),
        ],
    )


def _trend(opening: Opening) -> Component:
    shown = metric_control(METRICS, opening.view)
    grain = segmented(GRAIN, {grain: grain.title() for grain in Grain}, opening.view.one(GRAIN), "Grain")
    return chart_card(Ids.TREND, height=trend.HEIGHT, choices=[shown, grain], label="Over time", span=7)


def _ranking(opening: Opening) -> Component:
    by = by_control(opening.view)
    return chart_card(Ids.RANKING, height=ranking_card.HEIGHT, choices=[by], label="Side by side", span=5)

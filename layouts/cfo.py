"""The CFO dashboard: what does the ad money return?"""

from dash.development.base_component import Component

from layouts.figures import trend
from layouts.ui import bridge_card
from layouts.ui.ad_page import AdPage, Part, ad_layout, declared, grain_control, ranking
from layouts.ui.chart_card import chart_card
from layouts.ui.icons import Icon
from layouts.ui.page import Opening
from layouts.ui.shell import Destination

QUESTION = "What does the ad money return?"
CARDS = ("spend", "revenue", "profit_after_spend", "profit", "reported_after_spend", "margin", "roi", "cpa")
METRICS = ("roas", *CARDS, "roi_reported", "conversions")
FINANCE = Destination("/cfo", "CFO dashboard", "CFO", Icon.RUPEE, group="Ad platforms")
PAGE = declared(FINANCE, QUESTION, METRICS, by="channel", metric="roas")
SITE = AdPage(PAGE, CARDS, METRICS, (Part.TREND, Part.BRIDGE, Part.RANKING))


def layout(opening: Opening) -> Component:
    """The page on a view, before its figures are read."""
    return ad_layout(SITE, opening, [_against(opening), _bridge(), ranking(SITE, opening, 12, metric=True)])


def _against(opening: Opening) -> Component:
    choices = [grain_control(opening.view)]
    name = SITE.id(Part.TREND)
    return chart_card(name, height=trend.HEIGHT, choices=choices, label="Ad spend against revenue", span=7)


def _bridge() -> Component:
    return chart_card(SITE.id(Part.BRIDGE), height=bridge_card.HEIGHT, label="From revenue to profit", span=5)

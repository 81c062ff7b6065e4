"""The CMO dashboard: do the ad platforms reach and convert the audience?"""

from dash.development.base_component import Component

from layouts.figures import trend
from layouts.ui.ad_page import AdPage, Part, ad_layout, declared, grain_control, ranking
from layouts.ui.breakdown import metric_control
from layouts.ui.chart_card import chart_card
from layouts.ui.icons import Icon
from layouts.ui.page import Opening
from layouts.ui.shell import Destination

QUESTION = "Do the ad platforms reach and convert the audience?"
CARDS = ("impressions", "daily_reach", "frequency", "engagement_rate", "ctr", "cvr", "conversions", "roas")
METRICS = (*CARDS, "clicks", "engagements", "spend", "revenue")
PLATFORMS = Destination("/cmo", "CMO dashboard", "Platforms", Icon.TARGET, group="Ad platforms", tab=True, shared=True)
PAGE = declared(PLATFORMS, QUESTION, METRICS, by="region", metric="ctr")
SITE = AdPage(PAGE, CARDS, METRICS, (Part.TREND, Part.RANKING))


def layout(opening: Opening) -> Component:
    """The page on a view, before its figures are read."""
    choices = [metric_control(METRICS, opening.view), grain_control(opening.view)]
    over_time = chart_card(SITE.id(Part.TREND), height=trend.HEIGHT, choices=choices, label="Over time", span=7)
    return ad_layout(SITE, opening, [over_time, ranking(SITE, opening, 5, metric=False)])

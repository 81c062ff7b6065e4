"""Fills the CMO dashboard."""

from collections.abc import Mapping
from typing import Any

from dash import Dash

from analytics.ad_headlines import response
from analytics.ad_insights import response_insights
from analytics.ad_metrics import ad_metric
from callbacks.ad_reads import read
from callbacks.ads import register_ads, with_rows, without_rows
from callbacks.state import Context, State
from layouts.cmo import SITE, layout
from layouts.ui.ad_page import Part
from layouts.ui.breakdown import METRIC
from layouts.ui.trend_card import trend_card


def register(app: Dash, context: Context) -> None:
    """Register the page and its callbacks."""
    register_ads(app, context, SITE, layout, render)


def render(state: State) -> Mapping[str, Any]:
    """Every part of the page, from one read of the period and the comparison, and one of each segment."""
    ads = read(state)
    if ads.facts.now.empty:
        return without_rows(SITE)
    return {
        **with_rows(ads, SITE, response(ads.reading), response_insights(ads.segments)),
        Part.TREND: trend_card(ad_metric(state.view.one(METRIC)), ads.facts, ads.grain, ads.drawing),
    }

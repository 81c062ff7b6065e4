"""Fills the CFO dashboard."""

from collections.abc import Mapping
from typing import Any

from dash import Dash

from analytics.ad_headlines import returned
from analytics.ad_insights import return_insights
from callbacks.ad_reads import read
from callbacks.ads import register_ads, with_rows, without_rows
from callbacks.state import Context, State
from layouts.cfo import SITE, layout
from layouts.ui.ad_page import Part
from layouts.ui.bridge_card import bridge_card
from layouts.ui.spend_card import spend_card


def register(app: Dash, context: Context) -> None:
    """Register the page and its callbacks."""
    register_ads(app, context, SITE, layout, render)


def render(state: State) -> Mapping[str, Any]:
    """Every part of the page, from one read of the period and the comparison, and one of each segment."""
    ads = read(state)
    if ads.facts.now.empty:
        return without_rows(SITE)
    even = ads.break_even
    told = return_insights(ads.reading, ads.segments, even)
    return {
        **with_rows(ads, SITE, returned(ads.reading, even), told),
        Part.TREND: spend_card(ads.facts, ads.grain, even, ads.drawing),
        Part.BRIDGE: bridge_card(ads.facts, ads.drawing),
    }

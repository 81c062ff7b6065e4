"""Fills the CFO dashboard."""

from collections.abc import Mapping
from typing import Any

from dash import Dash, Output

from analytics.ad_headlines import returned
from analytics.trend import Grain
from callbacks.ads import cards, ranked, read, tabled
from callbacks.shared import register_breakdown, register_chart, register_page
from callbacks.state import Context, State
from layouts.cfo import CARDS, GRAIN, METRICS, PAGE, QUESTION, Ids, layout
from layouts.ui import chart_card, members_table
from layouts.ui.bridge_card import bridge_card
from layouts.ui.missing import nothing
from layouts.ui.page_head import page_head
from layouts.ui.spend_card import spend_card


def register(app: Dash, context: Context) -> None:
    """Register the page and its callbacks."""
    outputs = {
        "head": Output(Ids.HEAD, "children"),
        "cards": Output(Ids.CARDS, "children"),
        "trend": chart_card.outputs(Ids.TREND),
        "bridge": chart_card.outputs(Ids.BRIDGE),
        "ranking": chart_card.outputs(Ids.RANKING),
        "table": members_table.outputs(Ids.TABLE),
        "hidden": Output(Ids.CHARTS, "hidden"),
    }
    register_page(app, context, PAGE, layout, outputs, render)
    for chart in (Ids.TREND, Ids.BRIDGE, Ids.RANKING, Ids.TABLE):
        register_chart(app, chart)
    register_breakdown(app, f"{Ids.RANKING}-figure")


def render(state: State) -> Mapping[str, Any]:
    """Every part of the page, from one read of the period and the comparison."""
    ads = read(state)
    if ads.facts.now.empty:
        return {**nothing(PAGE, ("trend", "bridge", "ranking")), "table": members_table.blank()}
    even = ads.break_even
    return {
        "head": page_head(QUESTION, returned(ads.reading, even)),
        "cards": cards(ads, CARDS),
        "trend": spend_card(ads.facts, Grain(state.view.one(GRAIN)), even, ads.drawing),
        "bridge": bridge_card(ads.facts, ads.drawing),
        "ranking": ranked(ads),
        "table": tabled(ads, METRICS),
        "hidden": False,
    }

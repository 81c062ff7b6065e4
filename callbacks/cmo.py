"""Fills the CMO dashboard."""

from collections.abc import Mapping
from typing import Any

from dash import Dash, Output

from analytics.ad_headlines import response
from analytics.ad_metrics import ad_metric
from analytics.trend import Grain
from callbacks.ads import cards, ranked, read, tabled
from callbacks.shared import register_breakdown, register_chart, register_page
from callbacks.state import Context, State
from layouts.cmo import CARDS, GRAIN, METRICS, PAGE, QUESTION, Ids, layout
from layouts.ui import chart_card, members_table
from layouts.ui.breakdown import METRIC
from layouts.ui.missing import nothing
from layouts.ui.page_head import page_head
from layouts.ui.trend_card import trend_card


def register(app: Dash, context: Context) -> None:
    """Register the page and its callbacks."""
    outputs = {
        "head": Output(Ids.HEAD, "children"),
        "cards": Output(Ids.CARDS, "children"),
        "trend": chart_card.outputs(Ids.TREND),
        "ranking": chart_card.outputs(Ids.RANKING),
        "table": members_table.outputs(Ids.TABLE),
        "hidden": Output(Ids.CHARTS, "hidden"),
    }
    register_page(app, context, PAGE, layout, outputs, render)
    for chart in (Ids.TREND, Ids.RANKING, Ids.TABLE):
        register_chart(app, chart)
    register_breakdown(app, f"{Ids.RANKING}-figure")


def render(state: State) -> Mapping[str, Any]:
    """Every part of the page, from one read of the period and the comparison."""
    ads = read(state)
    if ads.facts.now.empty:
        return {**nothing(PAGE, ("trend", "ranking")), "table": members_table.blank()}
    shown, grain = ad_metric(state.view.one(METRIC)), Grain(state.view.one(GRAIN))
    return {
        "head": page_head(QUESTION, response(ads.reading)),
        "cards": cards(ads, CARDS),
        "trend": trend_card(shown, ads.facts, grain, ads.drawing),
        "ranking": ranked(ads),
        "table": tabled(ads, METRICS),
        "hidden": False,
    }

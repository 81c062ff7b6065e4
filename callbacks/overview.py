"""Fills the Executive overview."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from dash import Dash, Output

from analytics.comparison import Facts
from analytics.headline import headline
from analytics.insights import insights
from analytics.metrics import metric
from analytics.numbers import exact_count
from analytics.ranking import Order
from analytics.reading import CHANNEL, Reading
from analytics.trend import Grain
from callbacks.browser import register_charts, register_toggle
from callbacks.drawing import drawing
from callbacks.shared import register_page
from callbacks.state import Context, State
from data.query import ROWS, Query
from layouts.overview import BY_CHANNEL, CARDS, GRAIN, METRIC, ORDER, PAGE, QUESTION, SPLIT, Ids, layout
from layouts.ui import chart_card
from layouts.ui.cards import Kpi, kpi_strip
from layouts.ui.drawing import Drawing
from layouts.ui.insights import insights_card
from layouts.ui.kpis import Measured, count_kpi, kpi
from layouts.ui.missing import nothing
from layouts.ui.page_head import page_head
from layouts.ui.ranking_card import ranking_card
from layouts.ui.still import CONTENT
from layouts.ui.trend_card import split_card, trend_card

MEASURES = ("impressions", "clicks", "conversions", "spend", "revenue", ROWS)
REVENUE = metric("revenue")
CUSTOMERS = "customer_data"
SEGMENT = "customer_segment"


def register(app: Dash, context: Context) -> None:
    """Register the page and its callbacks."""
    outputs = {
        "head": Output(Ids.HEAD, CONTENT),
        "cards": Output(Ids.CARDS, CONTENT),
        "insights": Output(Ids.INSIGHTS, CONTENT),
        "trend": chart_card.outputs(Ids.TREND),
        "ranking": chart_card.outputs(Ids.RANKING),
        "hidden": Output(Ids.CHARTS, "hidden"),
    }
    register_page(app, context, PAGE, layout, outputs, render)
    register_charts(app, (Ids.TREND, Ids.RANKING))
    register_toggle(app, f"{Ids.RANKING}-figure", CHANNEL)


def render(state: State) -> Mapping[str, Any]:
    """Every part of the page, from one read of the period and the comparison."""
    everyone = state.facts(MEASURES, (CHANNEL,), whole=CHANNEL)
    chosen = state.view.many(CHANNEL)
    facts = everyone.members(CHANNEL, chosen) if chosen else everyone
    if facts.now.empty:
        return {**nothing(PAGE, ("trend", "ranking")), "insights": None}
    drawn, reading = drawing(state), Reading(facts, state.view, state.currency)
    shown, order = metric(state.view.one(METRIC)), Order(state.view.one(ORDER))
    return {
        "head": page_head(QUESTION, headline(reading)),
        "cards": kpi_strip([*_kpis(facts, drawn), *_customers(state, drawn)]),
        "insights": insights_card("What changed", _basis(facts, drawn), insights(reading), PAGE.destination.path),
        "trend": _trend(state, facts, drawn),
        "ranking": ranking_card(shown, everyone, CHANNEL, order, drawn, chosen),
        "hidden": False,
    }


def _trend(state: State, facts: Facts, drawn: Drawing) -> dict[str, object]:
    grain = Grain(state.view.one(GRAIN))
    if state.view.one(SPLIT) == BY_CHANNEL:
        return split_card(REVENUE, facts, grain, drawn, CHANNEL)
    return trend_card(REVENUE, facts, grain, drawn)


def _kpis(facts: Facts, drawn: Drawing) -> list[Kpi]:
    measured = Measured(facts, _rows(facts.now), drawn)
    return [kpi(metric(name), measured) for name in CARDS]


def _customers(state: State, drawn: Drawing) -> list[Kpi]:
    if CUSTOMERS not in state.snapshot.tables:
        return []
    counts = state.snapshot.ask(Query(CUSTOMERS, (ROWS,), (SEGMENT,), state.view.where(CUSTOMERS)))
    help_ = "Customers in the file, as loaded: only the region filter applies, and there are no dates to compare."
    return [count_kpi("Customers", help_, counts.groupby(SEGMENT)[ROWS].sum(), drawn.currency)]


def _basis(facts: Facts, drawn: Drawing) -> str:
    now = f"Computed from the {exact_count(_rows(facts.now), drawn.currency)} rows in view"
    if facts.before.empty:
        return now
    return f"{now} and {exact_count(_rows(facts.before), drawn.currency)} rows compared"


def _rows(rows: pd.DataFrame) -> int:
    return int(rows[ROWS].sum())

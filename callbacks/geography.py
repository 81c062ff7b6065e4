"""Fills Geographic analysis."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from dash import Dash

from analytics.geography import COLUMNS, REGION, STATE, States, states
from analytics.geography_findings import headline
from analytics.geography_insights import geography_insights
from analytics.geography_metrics import state_metric
from analytics.numbers import exact_count
from analytics.ranking import Order
from analytics.reading import Dimension, Reading
from callbacks.browser import register_charts, register_toggle
from callbacks.drawing import drawing
from callbacks.outputs import page_outputs
from callbacks.shared import register_page
from callbacks.state import Context, State
from data.query import Rows
from layouts.geography import (
    AREA,
    CARDS,
    COLOUR,
    HUE,
    LOOK,
    METRIC,
    ORDER,
    PAGE,
    QUESTION,
    Ids,
    Look,
    X,
    Y,
    layout,
)
from layouts.ui.bubble_map_card import bubble_map_card
from layouts.ui.cards import Kpi, kpi_strip
from layouts.ui.donut_card import donut_card
from layouts.ui.drawing import Drawing
from layouts.ui.insights import insights_card
from layouts.ui.kpis import Measured, kpi
from layouts.ui.missing import nothing
from layouts.ui.outline_card import outline_card
from layouts.ui.page_head import page_head
from layouts.ui.ranking_card import ranking_card
from layouts.ui.scatter_card import Scatter, quadrant_card, scatter_card
from layouts.ui.tile_card import tile_card

CHARTS = (Ids.MAP, Ids.RANKING, Ids.SHARES, Ids.SCATTER, Ids.QUADRANTS)
REVENUE = state_metric("state_revenue")
RANKED = 15
NO_OUTLINES = "No file of outlines is set (NOVAMART_GEOJSON), so states are tiles."


def register(app: Dash, context: Context) -> None:
    """Register the page and its callbacks."""
    outlined = partial(layout, outlined=bool(context.settings.geojson))
    register_page(app, context, PAGE, outlined, page_outputs("geography", CHARTS), render)
    register_charts(app, CHARTS)
    for chart in CHARTS:
        register_toggle(app, f"{chart}-figure", STATE)


def render(state: State) -> Mapping[str, Any]:
    """Every part of the page, from one read of every state."""
    rows = state.snapshot.ask(Rows(PAGE.table, COLUMNS))
    found = States(states(rows), state.view.many(REGION), state.view.many(STATE))
    if found.facts.now.empty:
        return {**nothing(PAGE, CHARTS, dated=False), "insights": None}
    drawn = drawing(state)
    reading = Reading(found.facts, state.view, state.currency, Dimension(STATE, STATE, STATE))
    count = exact_count(len(found.facts.now), state.currency)
    return {
        "head": page_head(QUESTION, headline(found, state.currency)),
        "cards": kpi_strip([_kpi(name, found, drawn) for name in CARDS]),
        "insights": insights_card(
            "What stands out",
            f"Computed from the {count} states in view",
            geography_insights(found, reading),
            PAGE.destination.path,
        ),
        "hidden": False,
        Ids.MAP: _map(state, found, drawn),
        Ids.RANKING: _ranking(state, found, drawn),
        Ids.SHARES: donut_card(REVENUE, found.around, STATE, drawn, found.chosen),
        Ids.SCATTER: scatter_card(_scatter(state), found, drawn),
        Ids.QUADRANTS: quadrant_card(found, drawn),
    }


def _kpi(name: str, found: States, drawn: Drawing) -> Kpi:
    """A figure of the states in view, and for a sum the regions it comes from."""
    shown = state_metric(name)
    regions = shown.by(found.facts.now, [REGION]).sort_values(ascending=False)
    shared = not shown.per and len(regions) > 1 and regions.min() >= 0
    parts = [(str(region), float(value)) for region, value in regions.items()] if shared else []
    return replace(kpi(shown, Measured(found.facts, len(found.facts.now), drawn)), parts=parts)


def _map(state: State, found: States, drawn: Drawing) -> Mapping[str, object]:
    shown, look, shapes = state_metric(state.view.one(COLOUR)), Look(state.view.one(LOOK)), state.settings.geojson
    if look is Look.BUBBLES:
        return bubble_map_card(found, drawn)
    if look is Look.OUTLINES and shapes:
        return outline_card(shown, found, shapes, drawn)
    return tile_card(shown, found, drawn, [NO_OUTLINES] if look is Look.OUTLINES else [])


def _ranking(state: State, found: States, drawn: Drawing) -> Mapping[str, object]:
    shown, order = state_metric(state.view.one(METRIC)), Order(state.view.one(ORDER))
    plain = replace(drawn, channels=dict.fromkeys(found.figures.index, drawn.colours.accent))
    return ranking_card(shown, found.around, STATE, order, plain, found.chosen, most=RANKED)


def _scatter(state: State) -> Scatter:
    x, y, size = (state_metric(state.view.one(key)) for key in (X, Y, AREA))
    return Scatter(x, y, size, state.view.one(HUE))

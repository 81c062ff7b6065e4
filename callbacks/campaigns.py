"""Fills Campaign analytics."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dash import Dash, Output

from analytics.ad_insights import apart
from analytics.campaigns import REGION, TYPE, campaigns, headline
from analytics.comparison import DATE, Facts
from analytics.insight import Insight, first, once
from analytics.insights import largest_mover, last_month
from analytics.metrics import metric
from analytics.numbers import exact_count
from analytics.reading import CHANNEL, Dimension, Reading
from analytics.return_insights import strongest_return, weakest_return
from callbacks.browser import register_charts, register_local, register_toggle
from callbacks.campaign_reads import calendar_facts, campaign_rows, facts_of, year_facts
from callbacks.download import register_file
from callbacks.drawing import drawing
from callbacks.shared import register_page, register_section
from callbacks.state import Context, State
from data.query import ROWS
from layouts.campaigns import (
    BY_TYPE,
    DAILY,
    FIND,
    METRIC,
    PAGE,
    QUESTION,
    STACKING,
    YEAR,
    Ids,
    layout,
)
from layouts.ui import chart_card, table_card
from layouts.ui.calendar_card import calendar_card
from layouts.ui.campaign_table import campaign_file, campaign_table
from layouts.ui.drawing import Drawing
from layouts.ui.insights import insights_card
from layouts.ui.listing import Listing, listing
from layouts.ui.matrix_card import matrix_card
from layouts.ui.missing import nothing_in_view
from layouts.ui.page_head import page_head
from layouts.ui.quarter_card import quarter_card
from layouts.ui.running_card import running_card
from layouts.ui.stack_card import Stacking, stack_card
from layouts.ui.still import CONTENT

FIRST = (Ids.QUARTERS, Ids.STACK)
REST = (Ids.RUNNING, Ids.CALENDAR, Ids.MATRIX)
MOST = 3
RATES = ("roas", "cvr", "ctr")


def register(app: Dash, context: Context) -> None:
    """Register the page and its callbacks."""
    outputs: dict[str, Any] = {
        "head": Output(Ids.HEAD, CONTENT),
        "hidden": Output(Ids.CHARTS, "hidden"),
        **{chart: chart_card.outputs(chart) for chart in FIRST},
    }
    rest: dict[str, Any] = {
        "insights": Output(Ids.INSIGHTS, CONTENT),
        **{chart: chart_card.outputs(chart, local=chart == Ids.CALENDAR) for chart in REST},
        Ids.TABLE: table_card.outputs(Ids.TABLE),
    }
    register_page(app, context, PAGE, layout, outputs, render)
    register_section(app, context, PAGE, rest, render_rest)
    register_charts(app, (*FIRST, *REST, Ids.TABLE))
    register_toggle(app, f"{Ids.MATRIX}-figure", CHANNEL)
    register_toggle(app, f"{Ids.QUARTERS}-figure", REGION)
    register_toggle(app, f"{Ids.STACK}-figure", BY_TYPE)
    register_local(app, Ids.CALENDAR, "calendar")
    register_file(app, context, PAGE, Ids.TABLE, file)


def render(state: State) -> Mapping[str, Any]:
    """What is seen first: the answer, the quarters and the months."""
    _, _, facts = facts_of(state)
    if facts.now.empty:
        return {"head": page_head(QUESTION, ()), "hidden": True, **{chart: chart_card.blank() for chart in FIRST}}
    drawn, rows = drawing(state), campaign_rows(state)
    days = metric("revenue").by(facts.now, [DATE])
    types = state.snapshot.values(PAGE.table, TYPE)
    stacking = Stacking(state.view.one(STACKING))
    return {
        "head": page_head(QUESTION, headline(campaigns(rows, [metric("revenue")]), days, facts, state.currency)),
        "hidden": False,
        Ids.QUARTERS: _quarters(state, drawn),
        Ids.STACK: stack_card(metric("spend"), facts, TYPE, stacking, drawn, types),
    }


def render_rest(state: State) -> Mapping[str, Any]:
    """What stands below it."""
    everyone, chosen, facts = facts_of(state)
    if facts.now.empty:
        return {
            "insights": nothing_in_view(PAGE.destination.path),
            **{chart: chart_card.blank() for chart in REST},
            Ids.TABLE: table_card.blank(),
        }
    drawn = drawing(state)
    return {
        "insights": _insights(state, facts, drawn),
        Ids.RUNNING: running_card(metric("conversions"), facts, CHANNEL, drawn),
        Ids.CALENDAR: calendar_card(metric(state.view.one(DAILY)), calendar_facts(state), drawn),
        Ids.MATRIX: matrix_card(everyone, CHANNEL, drawn, chosen),
        Ids.TABLE: campaign_table(campaign_rows(state), _listing(state), state.period, drawn),
    }


def file(state: State) -> Mapping[str, object]:
    """The whole of the campaign table, as it is sorted and searched."""
    return campaign_file(campaign_rows(state), _listing(state), state.period, drawing(state))


def _quarters(state: State, drawn: Drawing) -> dict[str, object]:
    facts, year = year_facts(state, YEAR, whole=REGION)
    return quarter_card(metric(state.view.one(METRIC)), facts, year, drawn, state.view.many(REGION))


def _listing(state: State) -> Listing:
    return listing(state.view, PAGE.destination.path, state.view.one(FIND))


def _insights(state: State, facts: Facts, drawn: Drawing) -> object:
    channels = Reading(facts.claimable(), state.view, state.currency)
    regions = replace(channels, by=Dimension(REGION, REGION, "region"))
    rules = (
        (last_month, channels),
        (largest_mover, regions),
        (weakest_return, channels),
        (largest_mover, channels),
        (_response, regions),
        (strongest_return, channels),
    )
    basis = f"Computed from the {exact_count(facts.now[ROWS].sum(), drawn.currency)} rows in view"
    return insights_card(
        "What stands out", basis, first(MOST, once(rule(reading) for rule, reading in rules)), PAGE.destination.path
    )


def _response(reading: Reading) -> Insight | None:
    return apart(reading, [metric(name) for name in RATES])

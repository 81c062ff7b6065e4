"""Fills Attribution and funnel."""

from collections.abc import Mapping
from typing import Any

from dash import Dash, Output

from analytics.attribution_insights import Reading, attribution_insights
from analytics.correlation import correlations
from analytics.credits import CONVERSIONS, headline
from analytics.funnel import funnel, through
from analytics.numbers import exact_count
from analytics.wording import Words, listed
from callbacks.drawing import drawing
from callbacks.journeys import Journeys, charts, credit, journeys
from callbacks.loaded import matrix, shares, stages
from callbacks.shared import register_chart, register_page, register_section, register_toggle
from callbacks.state import CHANNEL, Context, State
from data.query import Query, Rows
from data.tables import CAMPAIGN, CORRELATION, FUNNEL
from layouts.attribution import CREDIT, GRAIN, MODELS, PAGE, QUESTION, RATE, SOURCE, STAGE, WITHOUT, Ids, layout
from layouts.ui import chart_card
from layouts.ui.correlation_card import Grain, Source, computed_card, supplied_card
from layouts.ui.filter_bar import pill_text
from layouts.ui.funnel_card import Rate, funnel_card
from layouts.ui.ids import choice_id, pill_id
from layouts.ui.insights import insights_card
from layouts.ui.missing import needs
from layouts.ui.page_head import page_head

CHARTS = (Ids.FUNNEL, Ids.MODELS, Ids.SHARES, Ids.FLOW, Ids.CORRELATION)
POINT, MOST_POINTS, NAMED = "point", 20_000, 2


def register(app: Dash, context: Context) -> None:
    """Register the page and its callbacks."""
    outputs: dict[str, Any] = {
        "head": Output(Ids.HEAD, "children"),
        "insights": Output(Ids.INSIGHTS, "children"),
        "touchpoints": Output(choice_id(WITHOUT), "options"),
        "left out": Output(pill_id(WITHOUT), "children"),
        "shown": Output(pill_id(MODELS), "children"),
        "credited": Output(pill_id(CREDIT), "children"),
        **{chart: chart_card.outputs(chart) for chart in CHARTS},
    }
    register_page(app, context, PAGE, layout, outputs, render)
    register_section(app, context, PAGE, chart_card.outputs(Ids.CREDIT), credit)
    for name in (Ids.CREDIT, *CHARTS):
        register_chart(app, name)
    register_toggle(app, f"{Ids.CREDIT}-figure", CHANNEL)
    register_toggle(app, f"{Ids.FUNNEL}-figure", STAGE)


def render(state: State) -> Mapping[str, Any]:
    """Every part of the page but the credit with its intervals, which takes longer."""
    found = journeys(state)
    return {
        "head": page_head(QUESTION, _answer(state, found)),
        "insights": _insights(state, found),
        **_faces(state, found),
        Ids.FUNNEL: _funnel(state),
        Ids.CORRELATION: _correlation(state),
        **charts(found),
    }


def _answer(state: State, found: Journeys | None) -> Words:
    return (headline(found.credits) if found else ()) or through(funnel(stages(state)))


def _insights(state: State, found: Journeys | None) -> object:
    told = attribution_insights(Reading(state.view, found.credits if found else None, stages(state), shares(state)))
    basis = f"Computed from {_count(found)} journeys in view" if found else "Computed from what is loaded"
    return insights_card("What stands out", basis, told, PAGE.destination.path)


def _count(found: Journeys) -> str:
    paths = found.paths()
    return exact_count(float((paths.conversions + paths.nulls).sum()), found.state.currency)


def _faces(state: State, found: Journeys | None) -> dict[str, Any]:
    out = found.without if found else ()
    shown, what = (len(found.credits.shares.columns), found.what) if found else (0, CONVERSIONS)
    left = "None" if not out else listed(out) if len(out) <= NAMED else f"{len(out)} channels"
    return {
        "touchpoints": [{"label": name, "value": name} for name in (found.facts.channels if found else ())],
        "left out": pill_text("Left out", left, in_force=bool(out)),
        "shown": pill_text("Models", f"{shown} shown", in_force=MODELS in dict(state.view.chosen)),
        "credited": pill_text(
            "Credit", (found.what if found else CONVERSIONS).title(), in_force=CREDIT in dict(state.view.chosen)
        ),
    }


def _funnel(state: State) -> dict[str, object]:
    found = stages(state)
    if found.empty:
        return needs("Where do people drop out?", FUNNEL.name)
    return funnel_card(found, Rate(state.view.one(RATE)), state.view.one(STAGE), drawing(state))


def _correlation(state: State) -> dict[str, object]:
    given = Source(state.view.one(SOURCE)) is Source.SUPPLIED
    if (name := CORRELATION.name if given else CAMPAIGN.name) not in state.snapshot.tables:
        return needs("What moves together?", name)
    if given:
        return supplied_card(matrix(state), drawing(state))
    grain, where = Grain(state.view.one(GRAIN)), state.where() if state.table == CAMPAIGN.name else ()
    if grain is Grain.DAY:
        rows, key = state.snapshot.ask(Query(CAMPAIGN.name, CAMPAIGN.totals, ("date",), where, (state.period,))), "date"
    else:
        asked = Rows(CAMPAIGN.name, CAMPAIGN.totals, where, (state.period,), most=MOST_POINTS)
        rows, key = state.snapshot.ask(asked).reset_index(names=POINT), POINT
    return computed_card(correlations(rows, [key]), grain, rows[key].nunique(), drawing(state), state.period)

"""Fills Attribution and funnel."""

from collections.abc import Mapping
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output
from dash import State as Given

from analytics.attribution_insights import Reading, attribution_insights
from analytics.claims import Claims
from analytics.credits import CONVERSIONS, headline
from analytics.funnel import STAGE, funnel, through
from analytics.numbers import exact_count
from analytics.wording import Words, listed
from callbacks.browser import register_charts, register_local, register_toggle
from callbacks.drawing import drawing
from callbacks.journeys import Journeys, charts, credit, journeys
from callbacks.loaded import shares, stages
from callbacks.measured import claimed, correlated
from callbacks.shared import register_page, register_section
from callbacks.state import CHANNEL, Context, State
from data.tables.campaigns import FUNNEL
from layouts.attribution import CREDIT, MODELS, PAGE, QUESTION, RATE, WITHOUT, Ids, layout
from layouts.ui import chart_card
from layouts.ui.filter_bar import pill_text
from layouts.ui.funnel_card import funnel_card, offered
from layouts.ui.ids import choice_id, pill_id
from layouts.ui.insights import insights_card
from layouts.ui.missing import needs
from layouts.ui.page_head import page_head
from layouts.ui.still import CONTENT

FITTING = (Ids.MODELS, Ids.CORRELATION)
CHARTS = (Ids.FUNNEL, Ids.MODELS, Ids.SHARES, Ids.FLOW, Ids.CLAIMS, Ids.CORRELATION)
NAMED = 2


def register(app: Dash, context: Context) -> None:
    """Register the page and its callbacks."""
    outputs: dict[str, Any] = {
        "head": Output(Ids.HEAD, CONTENT),
        "insights": Output(Ids.INSIGHTS, CONTENT),
        "touchpoints": Output(choice_id(WITHOUT), "options"),
        "left out": Output(pill_id(WITHOUT), CONTENT),
        "shown": Output(pill_id(MODELS), CONTENT),
        "credited": Output(pill_id(CREDIT), CONTENT),
        "stages": Output(choice_id(RATE), "options"),
        **{chart: chart_card.outputs(chart, local=chart in FITTING) for chart in CHARTS},
    }
    register_page(app, context, PAGE, layout, outputs, render)
    register_section(app, context, PAGE, chart_card.outputs(Ids.CREDIT, local=True), credit)
    for chart in (Ids.CREDIT, *FITTING):
        register_local(app, chart, "fitting")
    register_charts(app, (Ids.CREDIT, *CHARTS))
    for chart in (Ids.CREDIT, Ids.SHARES):
        register_toggle(app, f"{chart}-figure", CHANNEL)
    register_pick(app, f"{Ids.FUNNEL}-figure", RATE)


def register_pick(app: Dash, figure: str, key: str) -> None:
    """Let a click on a mark of a figure choose its name, and a second one take the first of the options again."""
    options, value = Given(choice_id(key), "options"), Given(choice_id(key), "value")
    app.clientside_callback(
        ClientsideFunction("local", "pick"),
        Output(figure, "clickData"),
        Input(figure, "clickData"),
        options,
        value,
        Given(choice_id(key), "id"),
        prevent_initial_call=True,
    )


def render(state: State) -> Mapping[str, Any]:
    """Every part of the page but the credit with its intervals, which takes longer."""
    found, (card, compared) = journeys(state), claimed(state)
    return {
        "head": page_head(QUESTION, _answer(state, found)),
        "insights": _insights(state, found, compared),
        **_faces(state, found),
        Ids.FUNNEL: _funnel(state),
        Ids.CLAIMS: card,
        Ids.CORRELATION: correlated(state),
        "stages": _stages(state),
        **charts(found),
    }


def _answer(state: State, found: Journeys | None) -> Words:
    return (headline(found.credits, found.first) if found else ()) or through(funnel(stages(state)))


def _insights(state: State, found: Journeys | None, compared: Claims | None) -> object:
    given = found.credits if found and not found.first else None
    supplied = shares(state) if found and found.whole else shares(state).iloc[:0]
    told = attribution_insights(Reading(state.view, given, stages(state), supplied, compared))
    basis = f"Computed from {_count(found)} journeys in view" if found else "Computed from what is loaded"
    return insights_card("What stands out", basis, told, PAGE.destination.path)


def _count(found: Journeys) -> str:
    paths = found.paths()
    return exact_count(float((paths.conversions + paths.nulls).sum()), found.state.currency)


def _faces(state: State, found: Journeys | None) -> dict[str, Any]:
    out = found.without if found else ()
    shown = len(found.credits.shares.columns) if found else 0
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
    return funnel_card(found, state.view.one(RATE), drawing(state))


def _stages(state: State) -> list[dict[str, str]]:
    named = offered(state.view.one(RATE), [str(name) for name in stages(state)[STAGE]])
    return [{"label": label, "value": value} for value, label in named.items()]

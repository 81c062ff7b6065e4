"""Fills the lead-scoring page."""

from collections.abc import Mapping
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output

from analytics.classifier import auc
from analytics.leads import NO_LEAD
from analytics.numbers import decimal
from callbacks.browser import register_breakdown, register_charts
from callbacks.download import register_file
from callbacks.drawing import drawing
from callbacks.lead_parts import FIRST, REST, detailed, judged, trained, undetailed, unscored
from callbacks.lead_reads import SCORES, Scored
from callbacks.lead_training import register_training
from callbacks.shared import register_page, register_section
from callbacks.state import Context, State
from layouts.leads import PAGE, Ids, layout
from layouts.ui import chart_card, table_card
from layouts.ui.ids import choice_id
from layouts.ui.lead_choices import BANDS, THRESHOLD, WEIGHED, WHISKERS
from layouts.ui.lead_table import lead_file
from layouts.ui.missing import nothing_in_view
from layouts.ui.moving import sentence
from layouts.ui.notices import empty
from layouts.ui.still import CONTENT

MARKED = (Ids.ROC, Ids.PROFIT, Ids.RECALL, Ids.GAINS)


def register(app: Dash, context: Context) -> None:
    """Register the page and its callbacks."""
    outputs: dict[str, Any] = {
        "head": Output(Ids.HEAD, CONTENT),
        "cards": Output(Ids.CARDS, CONTENT),
        "hidden": Output(Ids.SCORED, "hidden"),
        "unjudged": Output(Ids.JUDGED, "hidden"),
        Ids.THRESHOLD: {
            "figure": Output(f"{Ids.THRESHOLD}-base", "data"),
            "choices": Output(Ids.BEST, CONTENT),
            "note": Output(f"{Ids.THRESHOLD}-note", CONTENT),
            "twin": Output(f"{Ids.THRESHOLD}-twin", "data"),
        },
        **{chart: chart_card.outputs(chart, local=True) for chart in FIRST},
        Ids.RIVALS: table_card.outputs(Ids.RIVALS),
    }
    rest: dict[str, Any] = {
        "insights": Output(Ids.INSIGHTS, CONTENT),
        "detail": Output(Ids.DETAIL, "hidden"),
        Ids.IMPORTANCE: {
            "figure": Output(f"{Ids.IMPORTANCE}-base", "data"),
            "twin": Output(f"{Ids.IMPORTANCE}-twin", "data"),
        },
        Ids.LEARNING: chart_card.outputs(Ids.LEARNING, local=True),
        **{chart: chart_card.outputs(chart, local=chart in MARKED) for chart in REST},
        Ids.TABLE: table_card.outputs(Ids.TABLE),
    }
    register_page(app, context, PAGE, layout, outputs, render)
    register_section(app, context, PAGE, rest, render_rest)
    register_charts(app, (*FIRST, *REST, Ids.THRESHOLD, Ids.LEARNING, Ids.IMPORTANCE, Ids.TABLE, Ids.RIVALS))
    register_breakdown(app, f"{Ids.SLICES}-figure")
    register_file(app, context, PAGE, Ids.TABLE, file)
    register_training(app, context)
    _register_threshold(app)
    _register_weighed(app)


def _register_threshold(app: Dash) -> None:
    """Let what the threshold decides follow the slider in the browser, and bands be shown or not."""
    decided = [
        Output(f"{Ids.THRESHOLD}-figure", "figure"),
        Output(f"{Ids.THRESHOLD}-head", CONTENT),
        Output(Ids.OUTCOME, CONTENT),
    ]
    app.clientside_callback(
        ClientsideFunction("threshold", "decide"),
        decided,
        Input(f"{Ids.THRESHOLD}-base", "data"),
        Input(choice_id(THRESHOLD), "value"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("threshold", "mark"),
        [Output(f"{chart}-figure", "figure") for chart in MARKED],
        Input(choice_id(THRESHOLD), "value"),
        *(Input(f"{chart}-base", "data") for chart in MARKED),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("threshold", "unsure"),
        Output(f"{Ids.LEARNING}-figure", "figure"),
        Input(f"{Ids.LEARNING}-base", "data"),
        Input(choice_id(BANDS), "value"),
        prevent_initial_call=True,
    )


def _register_weighed(app: Dash) -> None:
    """Let the browser choose whose importances are shown, with what is said of them."""
    app.clientside_callback(
        ClientsideFunction("threshold", "weigh"),
        [
            Output(f"{Ids.IMPORTANCE}-figure", "figure"),
            Output(f"{Ids.IMPORTANCE}-head", CONTENT),
            Output(f"{Ids.IMPORTANCE}-note", CONTENT),
        ],
        Input(f"{Ids.IMPORTANCE}-base", "data"),
        Input(choice_id(WHISKERS), "value"),
        Input(choice_id(WEIGHED), "value"),
        prevent_initial_call=True,
    )


def render(state: State) -> Mapping[str, Any]:
    """What is seen first, from one read of the leads."""
    if state.table != SCORES:
        why = f"No file with the headings of {SCORES} is loaded: only what was supplied about the training is shown."
        return unscored(empty("No scored leads", why))
    scored = Scored(state)
    if not scored.leads.total:
        return unscored(_nothing(NO_LEAD if scored.leads.silent else ""))
    return judged(scored, drawing(state))


def render_rest(state: State) -> Mapping[str, Any]:
    """What stands below it, from one read of the leads and one for each way of slicing them."""
    drawn, scored = drawing(state), Scored(state)
    if state.table != SCORES or not scored.leads.total:
        return {**undetailed(), **trained(state, "", drawn)}
    area = auc(**scored.leads.columns)
    seen = "" if area.reason else f"The leads in view have an AUC of {decimal(area.value, 3)}."
    return {**detailed(scored, drawn), **trained(state, seen, drawn)}


def file(state: State) -> Mapping[str, object]:
    """All leads to call, in their order."""
    return lead_file(Scored(state).calls, drawing(state))


def _nothing(why: str) -> object:
    if why:
        return empty("No lead to judge the model by", sentence(why))
    return nothing_in_view(PAGE.destination.path, dated=False)

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
from callbacks.lead_parts import judged, trained, unscored
from callbacks.lead_reads import SCORES, Scored
from callbacks.lead_training import register_training
from callbacks.shared import register_page
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
CHARTS = (*MARKED, Ids.LEARNING, Ids.CALIBRATION, Ids.SLICES)


def register(app: Dash, context: Context) -> None:
    """Register the page and its callbacks."""
    outputs: dict[str, Any] = {
        "head": Output(Ids.HEAD, CONTENT),
        "cards": Output(Ids.CARDS, CONTENT),
        "insights": Output(Ids.INSIGHTS, CONTENT),
        "hidden": Output(Ids.SCORED, "hidden"),
        "detail": Output(Ids.DETAIL, "hidden"),
        "unjudged": Output(Ids.JUDGED, "hidden"),
        Ids.THRESHOLD: {
            "figure": Output(f"{Ids.THRESHOLD}-base", "data"),
            "choices": Output(Ids.BEST, CONTENT),
            "note": Output(f"{Ids.THRESHOLD}-note", CONTENT),
            "twin": Output(f"{Ids.THRESHOLD}-twin", "data"),
        },
        Ids.IMPORTANCE: {
            "figure": Output(f"{Ids.IMPORTANCE}-base", "data"),
            "twin": Output(f"{Ids.IMPORTANCE}-twin", "data"),
        },
        **{chart: chart_card.outputs(chart, local=chart in (*MARKED, Ids.LEARNING)) for chart in CHARTS},
        **{name: table_card.outputs(name) for name in (Ids.TABLE, Ids.RIVALS)},
    }
    register_page(app, context, PAGE, layout, outputs, render)
    register_charts(app, (*CHARTS, Ids.THRESHOLD, Ids.IMPORTANCE, Ids.TABLE, Ids.RIVALS))
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
    followed = [(chart, "mark", THRESHOLD) for chart in MARKED]
    for chart, function, key in (*followed, (Ids.LEARNING, "unsure", BANDS)):
        app.clientside_callback(
            ClientsideFunction("threshold", function),
            Output(f"{chart}-figure", "figure"),
            Input(f"{chart}-base", "data"),
            Input(choice_id(key), "value"),
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
    """Every part of the page, from one read of the leads and one for each way of slicing them."""
    drawn = drawing(state)
    if state.table != SCORES:
        why = f"No file with the headings of {SCORES} is loaded: only what was supplied about the training is shown."
        return {**unscored(empty("No scored leads", why)), **trained(state, "", drawn)}
    scored = Scored(state)
    if not scored.leads.total:
        why = NO_LEAD if scored.leads.silent else ""
        return {**unscored(_nothing(why)), **trained(state, "", drawn)}
    area = auc(**scored.leads.columns)
    seen = "" if area.reason else f"The leads in view have an AUC of {decimal(area.value, 3)}."
    return {**judged(scored, drawn), **trained(state, seen, drawn)}


def file(state: State) -> Mapping[str, object]:
    """All leads to call, in their order."""
    return lead_file(Scored(state).calls, drawing(state))


def _nothing(why: str) -> object:
    if why:
        return empty("No lead to judge the model by", sentence(why))
    return nothing_in_view(PAGE.destination.path, dated=False)

"""Fills the lead-scoring page."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from dash import ClientsideFunction, Dash, Input, Output

from analytics.classifier import auc
from analytics.lead_headline import headline
from analytics.lead_insights import lead_insights
from analytics.leads import NO_LEAD
from analytics.numbers import decimal, exact_count
from analytics.ranking import Order
from callbacks.download import register_file
from callbacks.drawing import drawing
from callbacks.lead_reads import EARNS, SCORES, SEPARATES, Scored, importance, learning
from callbacks.shared import register_breakdown, register_chart, register_page
from callbacks.state import Context, State
from layouts.leads import (
    BANDS,
    CALL,
    CAPACITY,
    IMPORTANCE,
    LEARNING,
    NOUNS,
    PAGE,
    QUESTION,
    ROWS_PAGE,
    SORT,
    THRESHOLD,
    TOP,
    WHISKERS,
    WIN,
    Ids,
    layout,
)
from layouts.ui import chart_card, table_card
from layouts.ui.breakdown import BY
from layouts.ui.calibration_card import calibration_card
from layouts.ui.cards import kpi_strip
from layouts.ui.drawing import Drawing
from layouts.ui.gains_card import gains_card
from layouts.ui.ids import choice_id
from layouts.ui.insights import insights_card
from layouts.ui.lead_kpis import lead_kpis
from layouts.ui.lead_table import Calls, lead_file, lead_table
from layouts.ui.learning_card import importance_card, learning_card
from layouts.ui.missing import needs, nothing_in_view
from layouts.ui.moving import sentence
from layouts.ui.notices import empty
from layouts.ui.page_head import page_head
from layouts.ui.profit_card import profit_card
from layouts.ui.roc_card import recall_card, roc_card
from layouts.ui.slice_card import slice_card
from layouts.ui.threshold_card import no_threshold, threshold_card

MARKED = (Ids.ROC, Ids.PROFIT, Ids.RECALL, Ids.GAINS)
AMOUNTS = (CALL, WIN, CAPACITY)
LOCAL = (*MARKED, Ids.LEARNING, Ids.IMPORTANCE)
CHARTS = (*LOCAL, Ids.CALIBRATION, Ids.SLICES)


def register(app: Dash, context: Context) -> None:
    """Register the page and its callbacks."""
    outputs: dict[str, Any] = {
        "head": Output(Ids.HEAD, "children"),
        "cards": Output(Ids.CARDS, "children"),
        "insights": Output(Ids.INSIGHTS, "children"),
        "hidden": Output(Ids.SCORED, "hidden"),
        "detail": Output(Ids.DETAIL, "hidden"),
        Ids.THRESHOLD: {
            "figure": Output(f"{Ids.THRESHOLD}-base", "data"),
            "choices": Output(Ids.BEST, "children"),
            "note": Output(f"{Ids.THRESHOLD}-note", "children"),
            "twin": Output(f"{Ids.THRESHOLD}-twin", "data"),
        },
        **{chart: chart_card.outputs(chart, local=chart in LOCAL) for chart in CHARTS},
        Ids.TABLE: table_card.outputs(Ids.TABLE),
    }
    register_page(app, context, PAGE, layout, outputs, render)
    for name in (*CHARTS, Ids.THRESHOLD, Ids.TABLE):
        register_chart(app, name)
    register_breakdown(app, f"{Ids.SLICES}-figure")
    register_file(app, context, PAGE, Ids.TABLE, file)
    _register_threshold(app)


def _register_threshold(app: Dash) -> None:
    """Let what the threshold decides follow the slider in the browser, and bands be shown or not."""
    decided = [
        Output(f"{Ids.THRESHOLD}-figure", "figure"),
        Output(f"{Ids.THRESHOLD}-head", "children"),
        Output(Ids.OUTCOME, "children"),
    ]
    app.clientside_callback(
        ClientsideFunction("threshold", "decide"),
        decided,
        Input(f"{Ids.THRESHOLD}-base", "data"),
        Input(choice_id(THRESHOLD), "value"),
        prevent_initial_call=True,
    )
    followed = [(chart, "mark", THRESHOLD) for chart in MARKED]
    for chart, function, key in (*followed, (Ids.LEARNING, "unsure", BANDS), (Ids.IMPORTANCE, "unsure", WHISKERS)):
        app.clientside_callback(
            ClientsideFunction("threshold", function),
            Output(f"{chart}-figure", "figure"),
            Input(f"{chart}-base", "data"),
            Input(choice_id(key), "value"),
            prevent_initial_call=True,
        )


def render(state: State) -> Mapping[str, Any]:
    """Every part of the page, from one read of the leads and one for each way of slicing them."""
    drawn = drawing(state)
    if state.table != SCORES:
        why = f"No file with the headings of {SCORES} is loaded: only what was supplied about the training is shown."
        return {**_unscored(empty("No scored leads", why)), **_training(state, "", drawn)}
    scored = Scored(state)
    if not scored.leads.total:
        why = NO_LEAD if scored.leads.silent else ""
        return {**_unscored(_nothing(why)), **_training(state, "", drawn)}
    area = auc(**scored.leads.columns)
    seen = "" if area.reason else f"The leads in view have an AUC of {decimal(area.value, 3)}."
    return {**_drawn(scored, drawn), **_training(state, seen, drawn)}


def file(state: State) -> Mapping[str, object]:
    """All leads to call, in their order."""
    return lead_file(Scored(state).calls, drawing(state))


def _drawn(scored: Scored, drawn: Drawing) -> dict[str, Any]:
    leads, points = scored.leads, scored.points
    ignored = [text for text in scored.state.notices if any(f"“{key}=" in text for key in AMOUNTS)]
    return {
        "head": page_head(QUESTION, headline(leads, scored.best[SEPARATES], scored.best[EARNS])),
        "cards": kpi_strip(lead_kpis(leads, drawn)),
        "insights": _insights(scored, drawn),
        "hidden": False,
        "detail": False,
        Ids.THRESHOLD: no_threshold(sentence(leads.improbable))
        if points is None
        else threshold_card(leads, points, scored.best, drawn),
        Ids.ROC: roc_card(leads, points, drawn),
        Ids.PROFIT: profit_card(scored.profit, scored.terms, points, ignored, drawn),
        Ids.RECALL: recall_card(leads, points, drawn),
        Ids.GAINS: gains_card(leads, points, drawn),
        Ids.CALIBRATION: calibration_card(leads, drawn),
        Ids.SLICES: _slices(scored, drawn),
        Ids.TABLE: _table(scored, drawn),
    }


def _unscored(why: object) -> dict[str, Any]:
    """What the parts about leads are where there is none."""
    return {
        "head": page_head(QUESTION, ()),
        "cards": why,
        "insights": None,
        "hidden": True,
        "detail": True,
        Ids.THRESHOLD: no_threshold(""),
        **{chart: chart_card.blank() for chart in (*MARKED, Ids.CALIBRATION, Ids.SLICES)},
        Ids.TABLE: table_card.blank(),
    }


def _nothing(why: str) -> object:
    if why:
        return empty("No lead to judge the model by", sentence(why))
    return nothing_in_view(PAGE.destination.path, dated=False)


def _training(state: State, seen: str, drawn: Drawing) -> dict[str, Any]:
    curve, features, order = learning(state), importance(state), Order(state.view.one(SORT))
    return {
        Ids.LEARNING: needs("Learning curve", LEARNING) if curve is None else learning_card(curve, seen, drawn),
        Ids.IMPORTANCE: needs("Feature importance", IMPORTANCE)
        if features is None
        else importance_card(features, order, drawn),
    }


def _slices(scored: Scored, drawn: Drawing) -> dict[str, object]:
    by = scored.state.view.one(BY)
    whole = auc(**scored.leads.columns)
    return slice_card(scored.by(by, whole=True), whole, NOUNS[by], scored.state.view.many(by), drawn)


def _insights(scored: Scored, drawn: Drawing) -> object:
    basis = f"Computed from the {exact_count(scored.leads.total, drawn.currency)} leads in view"
    return insights_card("What stands out", basis, lead_insights(scored.model), PAGE.destination.path)


def _table(scored: Scored, drawn: Drawing) -> dict[str, object]:
    view = scored.state.view

    def link(page: int) -> str:
        return f"{PAGE.destination.path}?{view.but(**{ROWS_PAGE: str(page)})}"

    calls = Calls(scored.called, int(view.one(ROWS_PAGE)), link)
    shown = scored.ranks(calls.first, calls.last) if calls.count else pd.DataFrame()
    reason = "As many as entered." if view.one(TOP) else "As many as are expected to earn most."
    return lead_table(shown, calls, reason, drawn)

"""Fills the lead-scoring page."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd
from dash import ClientsideFunction, Dash, Input, Output

from analytics.classifier import Profit, auc, expected_profit, slices
from analytics.insights import Insight
from analytics.lead_findings import SIZE, TRAIN, TRAIN_STD, VALIDATION, VALIDATION_STD
from analytics.lead_headline import headline
from analytics.lead_insights import Model, lead_insights
from analytics.lead_ranks import LEAD, ranked, spanned
from analytics.lead_thresholds import Terms, as_supplied, best_by_profit, best_by_youden, thresholds
from analytics.leads import ACTUAL, CLASS, SCORE, Leads
from analytics.numbers import decimal, exact_count
from analytics.ranking import Order
from callbacks.download import register_file
from callbacks.drawing import drawing
from callbacks.shared import register_breakdown, register_chart, register_page
from callbacks.state import Context, State
from data.query import ROWS, Query
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
from layouts.ui.lead_table import WORDS, Calls, lead_file, lead_table
from layouts.ui.learning_card import importance_card, learning_card
from layouts.ui.missing import needs, nothing_in_view
from layouts.ui.notices import empty
from layouts.ui.page_head import page_head
from layouts.ui.profit_card import profit_card
from layouts.ui.roc_card import recall_card, roc_card
from layouts.ui.slice_card import slice_card
from layouts.ui.threshold_card import no_threshold, threshold_card

SCORES = PAGE.table
MARKED = (Ids.ROC, Ids.PROFIT, Ids.RECALL, Ids.GAINS)
LOCAL = (*MARKED, Ids.LEARNING, Ids.IMPORTANCE)
CHARTS = (*LOCAL, Ids.CALIBRATION, Ids.SLICES)
BOTH = ("true", "false")


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


@dataclass(frozen=True)
class _Scored:
    """What the parts of the page are computed from, each once."""

    state: State
    leads: Leads
    terms: Terms

    @cached_property
    def points(self) -> pd.DataFrame | None:
        return None if self.leads.improbable else thresholds(self.leads, self.terms)

    @cached_property
    def profit(self) -> Profit:
        terms = self.terms
        return expected_profit(**self.leads.columns, win=terms.win, call=terms.call, capacity=terms.capacity)

    @cached_property
    def best(self) -> Mapping[str, float | None]:
        points = self.points
        if points is None:
            return {}
        return {
            "Best by Youden": best_by_youden(points),
            "As supplied": as_supplied(self.leads.supplied),
            "Best by profit": best_by_profit(points),
        }

    def by(self, key: str, *, whole: bool) -> pd.DataFrame:
        """The slices of a filter; `whole` are those of all leads that its other filters leave."""
        column = PAGE.columns(SCORES)[key]
        leads = _leads(self.state, (column,), whole=column if whole else "")
        return slices(**leads.columns, member=leads.rows[column])


def render(state: State) -> Mapping[str, Any]:
    """Every part of the page, from one read of the leads and one for each way of slicing them."""
    drawn = drawing(state)
    if state.table != SCORES:
        return {**_unscored(empty("No scored leads", _missing())), **_training(state, None, drawn)}
    leads = _leads(state, (CLASS,))
    if not leads.total:
        why = nothing_in_view(PAGE.destination.path, dated=False)
        return {**_unscored(why), **_training(state, leads, drawn)}
    return {**_drawn(_Scored(state, leads, _terms(state)), drawn), **_training(state, leads, drawn)}


def file(state: State) -> Mapping[str, object]:
    """All leads to call, in their order."""
    found = ranked(_list(state, ()))
    return lead_file(found.head(_count(_Scored(state, _leads(state), _terms(state)))), drawing(state))


def _drawn(scored: _Scored, drawn: Drawing) -> dict[str, Any]:
    state, leads, points = scored.state, scored.leads, scored.points
    chosen, by = state.view.many(state.view.one(BY)), state.view.one(BY)
    ignored = [text for text in state.notices if any(f"“{key}=" in text for key in (CALL, WIN, CAPACITY))]
    if points is None:
        cutoff = no_threshold("A threshold", f"{leads.improbable.capitalize()}.")
    else:
        cutoff = threshold_card(leads, points, scored.best, drawn)
    return {
        "head": page_head(
            QUESTION, headline(leads, *(scored.best.get(name) for name in ("Best by Youden", "Best by profit")))
        ),
        "cards": kpi_strip(lead_kpis(leads, drawn)),
        "insights": _insights(scored, drawn),
        "hidden": False,
        "detail": False,
        Ids.THRESHOLD: cutoff,
        Ids.ROC: roc_card(leads, points, drawn),
        Ids.PROFIT: profit_card(scored.profit, scored.terms, points, ignored, drawn),
        Ids.RECALL: recall_card(leads, points, drawn),
        Ids.GAINS: gains_card(leads, points, drawn),
        Ids.CALIBRATION: calibration_card(leads, drawn),
        Ids.SLICES: slice_card(scored.by(by, whole=True), auc(**leads.columns), NOUNS[by], chosen, drawn),
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
        Ids.THRESHOLD: no_threshold("A threshold", ""),
        **{chart: chart_card.blank() for chart in (*MARKED, Ids.CALIBRATION, Ids.SLICES)},
        Ids.TABLE: table_card.blank(),
    }


def _training(state: State, leads: Leads | None, drawn: Drawing) -> dict[str, Any]:
    curve, features = _learning(state), _importance(state)
    order = Order(state.view.one(SORT))
    shown = needs("Learning curve", LEARNING) if curve is None else learning_card(curve, _seen(leads), drawn)
    bars = needs("Feature importance", IMPORTANCE) if features is None else importance_card(features, order, drawn)
    return {Ids.LEARNING: shown, Ids.IMPORTANCE: bars}


def _seen(leads: Leads | None) -> str:
    if leads is None or leads.undefined:
        return ""
    area = auc(**leads.columns)
    return f"The leads in view have an AUC of {decimal(area.value, 3)}."


def _insights(scored: _Scored, drawn: Drawing) -> object:
    best = scored.best
    model = Model(
        scored.leads,
        scored.points,
        best.get("As supplied"),
        best.get("Best by profit"),
        scored.terms,
        {key: scored.by(key, whole=False) for key in NOUNS},
        NOUNS,
        _learning(scored.state),
        scored.state.view,
        drawn.currency,
    )
    found: tuple[Insight, ...] = lead_insights(model)
    basis = f"Computed from the {exact_count(scored.leads.total, drawn.currency)} leads in view"
    return insights_card("What stands out", basis, found, PAGE.destination.path)


def _table(scored: _Scored, drawn: Drawing) -> dict[str, object]:
    state, count = scored.state, _count(scored)
    calls = Calls(count, int(state.view.one(ROWS_PAGE)), lambda page: _turned(state, page))
    reason = "As many as entered." if state.view.one(TOP) else "As many as are expected to earn most."
    if not count:
        return lead_table(pd.DataFrame(), calls, reason, drawn)
    scores, above = spanned(scored.leads.rows, calls.first, calls.last)
    shown = ranked(_list(state, scores)).iloc[calls.first - 1 - above : calls.last - above]
    return lead_table(shown, calls, reason, drawn)


def _turned(state: State, page: int) -> str:
    return f"{PAGE.destination.path}?{state.view.but(**{ROWS_PAGE: str(page)})}"


def _count(scored: _Scored) -> int:
    """How many leads to call: as many as entered, else as many as earn most."""
    asked = scored.state.view.one(TOP)
    return min(int(asked), scored.leads.total) if asked else scored.profit.called


def _leads(state: State, by: tuple[str, ...] = (), whole: str = "") -> Leads:
    return Leads.counted(state.snapshot.ask(Query(SCORES, (ROWS,), (SCORE, ACTUAL, *by), state.where(whole))))


def _list(state: State, scores: tuple[str, ...]) -> pd.DataFrame:
    """The leads in view that report score and outcome, one by one; with `scores` only those."""
    terms = (*state.where(), (ACTUAL, BOTH), *([(SCORE, scores)] if scores else []))
    found = state.snapshot.ask(Query(SCORES, (ROWS,), (*WORDS, SCORE), terms))
    return found.dropna(subset=[SCORE, LEAD])


def _terms(state: State) -> Terms:
    call, win, capacity = (state.view.one(key) for key in (CALL, WIN, CAPACITY))
    return Terms(float(call), float(win), int(capacity) if capacity else None)


def _learning(state: State) -> pd.DataFrame | None:
    if LEARNING not in state.snapshot.tables:
        return None
    names = (SIZE, TRAIN, VALIDATION, TRAIN_STD, VALIDATION_STD)
    rows = state.snapshot.ask(Query(LEARNING, (ROWS,), names))
    return rows if rows[[SIZE, TRAIN, VALIDATION]].notna().all(axis=1).any() else None


def _importance(state: State) -> pd.DataFrame | None:
    if IMPORTANCE not in state.snapshot.tables:
        return None
    return state.snapshot.ask(Query(IMPORTANCE, (ROWS,), ("feature", "importance", "importance_std")))


def _missing() -> str:
    return f"No file with the headings of {SCORES} is loaded: only what was supplied about the training is shown."

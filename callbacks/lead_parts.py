"""What stands on the lead-scoring page in a state of its leads."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analytics.lead_headline import headline
from analytics.lead_insights import lead_insights
from analytics.lead_rivals import Rival
from analytics.numbers import exact_count
from analytics.ranking import Order
from callbacks.lead_reads import EARNS, SEPARATES, Scored
from callbacks.lead_trained import importance, learned, learning, weighed
from callbacks.state import State
from layouts.leads import PAGE, QUESTION, Ids
from layouts.ui import chart_card, table_card
from layouts.ui.breakdown import BY
from layouts.ui.calibration_card import calibration_card
from layouts.ui.cards import kpi_strip
from layouts.ui.drawing import Drawing
from layouts.ui.gains_card import gains_card
from layouts.ui.importance_card import importance_card
from layouts.ui.insights import insights_card
from layouts.ui.lead_choices import CALL, CAPACITY, MEASURE, NOUNS, ROWS_PAGE, SORT, TOP, WIN
from layouts.ui.lead_kpis import lead_kpis
from layouts.ui.lead_table import Calls, lead_table
from layouts.ui.learning_card import learning_card
from layouts.ui.moving import sentence
from layouts.ui.page_head import page_head
from layouts.ui.profit_card import profit_card
from layouts.ui.rivals_card import rivals_card
from layouts.ui.roc_card import recall_card, roc_card
from layouts.ui.slice_card import Sliced, slice_card
from layouts.ui.slice_measures import measure
from layouts.ui.threshold_card import no_threshold, threshold_card

AMOUNTS = (CALL, WIN, CAPACITY)
FIRST = (Ids.ROC, Ids.PROFIT)
REST = (Ids.RECALL, Ids.GAINS, Ids.CALIBRATION, Ids.SLICES)


def judged(scored: Scored, drawn: Drawing) -> dict[str, Any]:
    """What the leads in view say of the model first: how well it ranks, and where the threshold should be."""
    leads, points, rivals = scored.leads, scored.points, scored.baselines
    ignored = [text for text in scored.state.notices if any(f"“{key}=" in text for key in AMOUNTS)]
    return {
        "head": page_head(QUESTION, headline(leads, scored.best[SEPARATES], scored.best[EARNS])),
        "cards": kpi_strip(lead_kpis(leads, drawn)),
        "hidden": False,
        Ids.THRESHOLD: no_threshold(sentence(leads.improbable))
        if points is None
        else threshold_card(leads, points, scored.best, drawn),
        Ids.ROC: roc_card(leads, points, drawn, rivals),
        Ids.PROFIT: profit_card(leads, scored.profit, scored.terms, points, ignored, drawn, _as_many(scored)),
        **_rivals(scored, drawn),
    }


def detailed(scored: Scored, drawn: Drawing) -> dict[str, Any]:
    """What they say of it besides."""
    leads, points, rivals = scored.leads, scored.points, scored.baselines
    return {
        "insights": _insights(scored, drawn),
        "detail": False,
        Ids.RECALL: recall_card(leads, points, drawn, rivals),
        Ids.GAINS: gains_card(leads, points, drawn, rivals),
        Ids.CALIBRATION: calibration_card(leads, drawn, rivals),
        Ids.SLICES: _slices(scored, drawn),
        Ids.TABLE: _table(scored, drawn),
    }


def unscored(why: object) -> dict[str, Any]:
    """What the first parts about leads are where there is none."""
    return {
        "head": page_head(QUESTION, ()),
        "cards": why,
        "hidden": True,
        Ids.THRESHOLD: no_threshold(""),
        "unjudged": True,
        **{chart: chart_card.blank() for chart in FIRST},
        Ids.RIVALS: table_card.blank(),
    }


def undetailed() -> dict[str, Any]:
    """What the others are then."""
    return {
        "insights": None,
        "detail": True,
        **{chart: chart_card.blank() for chart in REST},
        Ids.TABLE: table_card.blank(),
    }


def trained(state: State, seen: str, drawn: Drawing) -> dict[str, Any]:
    """How the models learned, and from what: the same whatever is filtered; `seen` says what the leads in view show."""
    order = Order(state.view.one(SORT))
    return {
        Ids.LEARNING: learning_card(learning(state), learned(state), seen, drawn),
        Ids.IMPORTANCE: importance_card(importance(state), weighed(state), order, drawn),
    }


def _rivals(scored: Scored, drawn: Drawing) -> dict[str, object]:
    if scored.rivals is None:
        return {"unjudged": True, Ids.RIVALS: table_card.blank()}
    return {"unjudged": False, Ids.RIVALS: rivals_card(scored.rivals, scored.leads.total, drawn)}


def _as_many(scored: Scored) -> Sequence[Rival]:
    """The baselines where they scored all leads in view: else their profit would be that of fewer."""
    return [one for one in scored.baselines if one.leads.total == scored.leads.total]


def _slices(scored: Scored, drawn: Drawing) -> dict[str, object]:
    view = scored.state.view
    by = view.one(BY)
    found = Sliced(scored.by(by, whole=True), scored.whole(by), scored.threshold, NOUNS[by])
    return slice_card(found, measure(view.one(MEASURE)), view.many(by), drawn)


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

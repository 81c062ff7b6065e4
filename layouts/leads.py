"""Lead scoring: how good is the model, and where should the threshold be?"""

from enum import StrEnum

from dash import html
from dash.development.base_component import Component

from analytics.choices import Choice, Matching, Steps
from analytics.ranking import Order
from layouts.figures import curves, mirror
from layouts.ui.amount import amount
from layouts.ui.breakdown import BY
from layouts.ui.cards import waiting_strip
from layouts.ui.chart_card import chart_card, segmented, select, slider
from layouts.ui.grid import grid
from layouts.ui.icons import Icon
from layouts.ui.lead_kpis import LABELS
from layouts.ui.page import Opening, Page
from layouts.ui.page_frame import page_frame
from layouts.ui.page_head import page_head
from layouts.ui.shell import Destination
from layouts.ui.table_card import table_card, whole_button

QUESTION = "How good is the model, and where should the threshold be?"
IMPORTANCE, LEARNING = "feature_importance", "learning_curve"
THRESHOLD, CALL, WIN, CAPACITY, TOP, ROWS_PAGE = "threshold", "call", "win", "capacity", "top", "page"
BANDS, WHISKERS, SORT = "bands", "whiskers", "sort"
SHOWN, HIDDEN = "shown", "hidden"
NOUNS = {"industry": "industry", "size": "company size", "source": "lead source"}
SCALE = Steps(0, 1, 0.01)
AMOUNT, COUNT = Matching(r"(0|[1-9]\d{0,8})(\.\d{1,2})?"), Matching(r"0|[1-9]\d{0,8}")
ORDERS = {Order.LARGEST.value: "Largest first", Order.SMALLEST.value: "Smallest first", Order.NAME.value: "By name"}


class Ids(StrEnum):
    """The parts of the page that callbacks fill."""

    HEAD = "leads-head"
    CARDS = "leads-cards"
    SCORED = "leads-scored"
    DETAIL = "leads-detail"
    INSIGHTS = "leads-insights"
    THRESHOLD = "lead-cutoff"
    BEST = "lead-cutoff-best"
    OUTCOME = "lead-cutoff-outcome"
    ROC = "lead-roc"
    PROFIT = "lead-profit"
    RECALL = "lead-recall"
    GAINS = "lead-gains"
    CALIBRATION = "lead-calibration"
    SLICES = "lead-slices"
    LEARNING = "lead-learning"
    IMPORTANCE = "lead-importance"
    TABLE = "lead-calls"


PAGE = Page(
    Destination("/leads", "Lead-scoring model", "Leads", Icon.CHECK, group="Audience"),
    QUESTION,
    "lead_scoring_results",
    ("industry", "size", "source"),
    (
        Choice(THRESHOLD, SCALE, ("0.5",), local=True),
        Choice(CALL, AMOUNT, ("500",)),
        Choice(WIN, AMOUNT, ("1000",)),
        *(Choice(key, COUNT) for key in (CAPACITY, TOP)),
        Choice(ROWS_PAGE, Matching(r"[1-9]\d{0,7}"), ("1",)),
        Choice(BY, tuple(NOUNS), ("industry",)),
        *(Choice(key, (SHOWN, HIDDEN), (SHOWN,), local=True) for key in (BANDS, WHISKERS)),
        Choice(SORT, tuple(Order), (Order.LARGEST,)),
    ),
    instead=(IMPORTANCE, LEARNING),
    compares=False,
    rows="Leads",
)


def layout(opening: Opening) -> Component:
    """The page on a view, before its figures are read."""
    return page_frame(
        opening,
        [
            html.Div(page_head(QUESTION, ()), id=Ids.HEAD),
            html.Div(waiting_strip(LABELS), id=Ids.CARDS),
            html.Div(grid([_threshold(opening), _roc(), _profit(opening)]), id=Ids.SCORED),
            html.Div(id=Ids.INSIGHTS, className="nm-between"),
            html.Div([grid([_recall(), _gains(), _calibration(), _slices(opening)]), _table(opening)], id=Ids.DETAIL),
            grid([_learning(opening), _importance(opening)]),
        ],
    )


def _threshold(opening: Opening) -> Component:
    """The slider with what it decides: one card around the chart, since all of it follows."""
    chart = chart_card(
        Ids.THRESHOLD,
        height=mirror.HEIGHT,
        choices=[html.Div(id=Ids.BEST, className="nm-sets")],
        label="Threshold",
        local=True,
    )
    scale = slider(THRESHOLD, "Call leads scored at or above", SCALE, opening.view.one(THRESHOLD))
    parts = [chart, scale, html.Div(id=Ids.OUTCOME, className="nm-outcome")]
    return html.Div(parts, className="nm-card nm-cutoff nm-span-7")


def _roc() -> Component:
    return chart_card(Ids.ROC, height=curves.HEIGHT, label="ROC curve", span=5, local=True)


def _profit(opening: Opening) -> Component:
    one = opening.view.one
    choices = [
        amount(CALL, "Call costs", one(CALL)),
        amount(WIN, "Win brings", one(WIN)),
        amount(CAPACITY, "Calls at most", one(CAPACITY), placeholder="all", whole=True),
    ]
    return chart_card(Ids.PROFIT, height=curves.HEIGHT, choices=choices, label="Expected profit", span=5, local=True)


def _recall() -> Component:
    return chart_card(Ids.RECALL, height=curves.HEIGHT, label="Precision and recall", span=6, local=True)


def _gains() -> Component:
    return chart_card(Ids.GAINS, height=curves.HEIGHT, label="Gains", span=6, local=True)


def _calibration() -> Component:
    return chart_card(Ids.CALIBRATION, height=curves.HEIGHT, label="Calibration", span=6)


def _slices(opening: Opening) -> Component:
    by = select(BY, "By", {key: noun.capitalize() for key, noun in NOUNS.items()}, opening.view.one(BY))
    return chart_card(Ids.SLICES, height=curves.HEIGHT, choices=[by], label="Ranking by slice", span=6)


def _learning(opening: Opening) -> Component:
    bands = segmented(BANDS, {SHOWN: "Bands", HIDDEN: "Lines only"}, opening.view.one(BANDS), "Uncertainty")
    return chart_card(Ids.LEARNING, height=curves.HEIGHT, choices=[bands], label="Learning curve", span=6, local=True)


def _importance(opening: Opening) -> Component:
    errors = segmented(WHISKERS, {SHOWN: "± std", HIDDEN: "Bars only"}, opening.view.one(WHISKERS), "Uncertainty")
    order = select(SORT, "Sort", ORDERS, opening.view.one(SORT))
    choices = [errors, order]
    return chart_card(
        Ids.IMPORTANCE, height=curves.HEIGHT, choices=choices, label="Feature importance", span=6, local=True
    )


def _table(opening: Opening) -> Component:
    one = opening.view.one
    controls = [amount(TOP, "Call the top", one(TOP), placeholder="best", whole=True), whole_button(Ids.TABLE)]
    return table_card(Ids.TABLE, "Leads to call first", *controls, hidden={ROWS_PAGE: one(ROWS_PAGE)})

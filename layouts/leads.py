"""Lead scoring: how good is the model, and where should the threshold be?"""

from enum import StrEnum

from dash import html
from dash.development.base_component import Component

from layouts.figures import curves, mirror
from layouts.ui import lead_choices as own
from layouts.ui.amount import amount
from layouts.ui.breakdown import BY
from layouts.ui.cards import waiting_strip
from layouts.ui.chart_card import chart_card, segmented, select, slider
from layouts.ui.grid import grid
from layouts.ui.icons import Icon
from layouts.ui.importance_card import MODELS
from layouts.ui.lead_kpis import LABELS
from layouts.ui.page import Opening, Page
from layouts.ui.page_frame import page_frame
from layouts.ui.page_head import page_head
from layouts.ui.rivals_card import TITLE
from layouts.ui.shell import Destination
from layouts.ui.still import Still
from layouts.ui.table_card import csv_button, table_card, whole_button
from layouts.ui.training_card import training_card

QUESTION = "How good is the model, and where should the threshold be?"
IMPORTANCE, LEARNING = "feature_importance", "learning_curve"
WITHOUT = {own.BANDS: "Lines only", own.WHISKERS: "Bars only"}


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
    JUDGED = "leads-judged"
    RIVALS = "lead-rivals"
    TRAINING = "lead-training"


PAGE = Page(
    Destination("/leads", "Lead-scoring model", "Leads", Icon.CHECK, group="Audience"),
    QUESTION,
    "lead_scoring_results",
    ("industry", "size", "source"),
    own.CHOICES,
    instead=(IMPORTANCE, LEARNING),
    compares=False,
    rows="Leads",
)


def layout(opening: Opening) -> Component:
    """The page on a view, before its figures are read."""
    return page_frame(
        opening,
        [
            Still(page_head(QUESTION, ()), id=Ids.HEAD),
            Still(waiting_strip(LABELS), id=Ids.CARDS),
            html.Div(grid(_scored(opening)), id=Ids.SCORED),
            Still(id=Ids.INSIGHTS, className="nm-between"),
            grid([_rivals(), training_card(Ids.TRAINING)]),
            html.Div([grid(_detail(opening)), _table(opening)], id=Ids.DETAIL),
            grid(_trained(opening)),
        ],
    )


def _threshold(opening: Opening) -> Component:
    """The slider with what it decides: one card around the chart, since all of it follows."""
    best = Still(id=Ids.BEST, className="nm-sets")
    chart = chart_card(Ids.THRESHOLD, height=mirror.HEIGHT, choices=[best], label="Threshold", local=True)
    scale = slider(own.THRESHOLD, "Call leads scored at or above", own.SCALE, opening.view.one(own.THRESHOLD))
    parts = [chart, scale, Still(id=Ids.OUTCOME, className="nm-outcome")]
    return html.Div(parts, className="nm-card nm-cutoff nm-span-7")


def _curves(name: Ids, label: str, *choices: Component, span: int = 6, local: bool = True) -> Component:
    return chart_card(name, height=curves.HEIGHT, choices=choices, label=label, span=span, local=local)


def _scored(opening: Opening) -> list[Component]:
    return [_threshold(opening), _curves(Ids.ROC, "ROC curve", span=5), _profit(opening)]


def _profit(opening: Opening) -> Component:
    one = opening.view.one
    choices = [
        amount(own.CALL, "Call costs", one(own.CALL)),
        amount(own.WIN, "Win brings", one(own.WIN)),
        amount(own.CAPACITY, "Calls at most", one(own.CAPACITY), placeholder="all", whole=True),
    ]
    return _curves(Ids.PROFIT, "Expected profit", *choices, span=5)


def _rivals() -> Component:
    card = table_card(Ids.RIVALS, TITLE, csv_button(Ids.RIVALS), kind="nm-members")
    return html.Div(card, id=Ids.JUDGED, className="nm-judged", hidden=True)


def _detail(opening: Opening) -> list[Component]:
    measure = select(own.MEASURE, "Show", own.MEASURED, opening.view.one(own.MEASURE))
    by = select(BY, "By", {key: noun.capitalize() for key, noun in own.NOUNS.items()}, opening.view.one(BY))
    return [
        _curves(Ids.RECALL, "Precision and recall"),
        _curves(Ids.GAINS, "Gains"),
        _curves(Ids.CALIBRATION, "Calibration", local=False),
        _curves(Ids.SLICES, "Ranking by slice", measure, by, local=False),
    ]


def _trained(opening: Opening) -> list[Component]:
    one = opening.view.one
    bands, whiskers = _unsure(own.BANDS, "Bands", one(own.BANDS)), _unsure(own.WHISKERS, "± std", one(own.WHISKERS))
    models = segmented(own.WEIGHED, MODELS, one(own.WEIGHED), "Model")
    order = select(own.SORT, "Sort", own.ORDERS, one(own.SORT))
    return [
        _curves(Ids.LEARNING, "Learning curve", bands),
        _curves(Ids.IMPORTANCE, "Feature importance", models, whiskers, order),
    ]


def _unsure(key: str, shown: str, value: str) -> Component:
    return segmented(key, {own.SHOWN: shown, own.HIDDEN: WITHOUT[key]}, value, "Uncertainty")


def _table(opening: Opening) -> Component:
    one = opening.view.one
    top = amount(own.TOP, "Call the top", one(own.TOP), placeholder="best", whole=True)
    held = {own.ROWS_PAGE: one(own.ROWS_PAGE)}
    return table_card(Ids.TABLE, "Leads to call first", top, whole_button(Ids.TABLE), hidden=held, kind="nm-calls")

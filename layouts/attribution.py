"""Attribution and funnel: which channels earn the credit, and where do people drop out?"""

from enum import StrEnum

from dash import html
from dash.development.base_component import Component

from analytics.choices import Choice
from analytics.credits import CONVERSIONS, VALUE
from analytics.offers import OFFERS
from layouts.figures import donut, dots, flow, matrix, panels, stages
from layouts.ui.chart_card import chart_card, segmented, select
from layouts.ui.correlation_card import Grain, Source
from layouts.ui.filter_bar import choices, pill
from layouts.ui.funnel_card import Rate, offered
from layouts.ui.grid import grid
from layouts.ui.icons import Icon
from layouts.ui.models_card import Shown
from layouts.ui.page import Opening, Page
from layouts.ui.page_frame import page_frame
from layouts.ui.page_head import page_head
from layouts.ui.shell import Destination
from layouts.ui.still import Still

QUESTION = "Which channels earn the credit, and where do people drop out?"
MODEL, MODELS, CREDIT, WITHOUT, SHOWN = "model", "models", "credit", "without", "shares"
RATE, GRAIN, SOURCE = "rate", "correlate", "matrix"
TOUCHPOINTS, STEPS = "touchpoints", "stages"
KEYS = tuple(known.key for known in OFFERS)
SIDE_BY_SIDE = ("first", "last", "linear", "position", "time-decay-7", "markov-1", "shapley")
CHANNELS, PAIRS, STAGES, PLATFORMS = 8, 8, 6, 2

NARROWEST = matrix.least(PAIRS, narrow=True)


class Ids(StrEnum):
    """The parts of the page that callbacks fill."""

    HEAD = "attribution-head"
    CHARTS = "attribution-charts"
    INSIGHTS = "attribution-insights"
    SURE = "attribution-sure"
    CREDIT = "credit"
    FUNNEL = "funnel"
    MODELS = "models"
    SHARES = "shares"
    FLOW = "flow"
    CORRELATION = "correlation"
    CLAIMS = "claims"


PAGE = Page(
    Destination("/attribution", "Attribution and funnel", "Attribution", Icon.FUNNEL, group="Audience", tab=True),
    QUESTION,
    "journeys",
    ("channel",),
    (
        Choice(MODEL, KEYS, ("markov-1",)),
        Choice(MODELS, KEYS, SIDE_BY_SIDE, multiple=True),
        Choice(CREDIT, (CONVERSIONS, VALUE), (CONVERSIONS,)),
        Choice(WITHOUT, among=lambda known: known.beyond(TOUCHPOINTS), multiple=True),
        Choice(SHOWN, tuple(Shown), (Shown.COMPUTED,)),
        Choice(RATE, among=lambda known: (*Rate, *known.beyond(STEPS)), default=(Rate.START,)),
        Choice(GRAIN, tuple(Grain), (Grain.DAY,)),
        Choice(SOURCE, tuple(Source), (Source.ROWS,)),
    ),
    instead=("customer_journey", "funnel_data", "channel_attribution", "correlation_matrix", "campaign_performance"),
    monthly=True,
    compares=False,
    rows="Journeys",
)


def layout(opening: Opening) -> Component:
    """The page on a view, before its figures are read."""
    cards = [_credit(opening), _funnel(opening), _models(opening), _shares(), _flow(), _claims(), _correlation(opening)]
    return page_frame(
        opening,
        [
            Still(page_head(QUESTION, ()), id=Ids.HEAD),
            html.Div([grid(cards)], id=Ids.CHARTS),
            Still(id=Ids.INSIGHTS),
        ],
        [
            _pill(opening, CREDIT, "Credit", {CONVERSIONS: "Conversions", VALUE: "Value"}, multiple=False),
            _pill(opening, WITHOUT, "Left out", {}),
            _pill(opening, MODELS, "Models", _labels()),
        ],
    )


def _labels() -> dict[str, str]:
    return {known.key: known.label for known in OFFERS}


def _pill(opening: Opening, key: str, label: str, options: dict[str, str], *, multiple: bool = True) -> Component:
    value = opening.view.many(key) if multiple else opening.view.one(key)
    control = choices(key=key, options=options, value=value, multiple=multiple)
    return pill(key=key, label=label, control=control)


def _credit(opening: Opening) -> Component:
    model = select(MODEL, "Model", _labels(), opening.view.one(MODEL))
    return chart_card(
        Ids.CREDIT, height=dots.height(CHANNELS), choices=[model], label="Credit by channel", span=7,
        local=True, fit=True,
    )  # fmt: skip


def _funnel(opening: Opening) -> Component:
    chosen = opening.view.one(RATE)
    rate = select(RATE, "Share of", offered(chosen), chosen)
    return chart_card(Ids.FUNNEL, height=stages.height(STAGES), choices=[rate], label="Funnel", span=5, fit=True)


def _models(opening: Opening) -> Component:
    options = {Shown.COMPUTED.value: "Computed", Shown.SUPPLIED.value: "Supplied", Shown.DIFFERENCE.value: "Difference"}
    shown = segmented(SHOWN, options, opening.view.one(SHOWN), "Shares")
    return chart_card(
        Ids.MODELS, height=matrix.height(CHANNELS), choices=[shown], label="Models side by side", span=8,
        narrowest=NARROWEST, local=True, fit=True,
    )  # fmt: skip


def _shares() -> Component:
    return chart_card(Ids.SHARES, height=donut.HEIGHT, label="Shares of credit", span=4)


def _flow() -> Component:
    return chart_card(Ids.FLOW, height=flow.HEIGHT, label="Journey flow", narrowest=640)


def _claims() -> Component:
    return chart_card(Ids.CLAIMS, height=panels.height(PLATFORMS), label="Claimed against recorded", span=4)


def _correlation(opening: Opening) -> Component:
    source = segmented(
        SOURCE, {Source.ROWS.value: "Computed", Source.SUPPLIED.value: "Supplied"}, opening.view.one(SOURCE), "Source"
    )
    grain = segmented(
        GRAIN, {Grain.DAY.value: "Days", Grain.CAMPAIGN.value: "Campaigns"}, opening.view.one(GRAIN), "Grain"
    )
    return chart_card(
        Ids.CORRELATION, height=matrix.height(PAIRS), choices=[source, grain], label="Correlations", span=8,
        narrowest=NARROWEST, local=True, fit=True,
    )  # fmt: skip

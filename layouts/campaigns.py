"""Campaign analytics: which campaigns, regions and days carry the result?"""

import re
from collections.abc import Mapping
from enum import StrEnum

from dash import html
from dash.development.base_component import Component

from analytics.choices import Choice, Matching
from analytics.metrics import metric
from layouts.figures import heat, parts, spread
from layouts.ui.campaign_table import COLUMNS
from layouts.ui.chart_card import chart_card, segmented, select
from layouts.ui.grid import grid
from layouts.ui.icons import Icon
from layouts.ui.listing import hidden, listing_choices
from layouts.ui.page import Opening, Page
from layouts.ui.page_frame import page_frame
from layouts.ui.page_head import page_head
from layouts.ui.shell import Destination
from layouts.ui.stack_card import Stacking
from layouts.ui.still import Still
from layouts.ui.table_card import LONGEST, search, table_card, whole_button

QUESTION = "Which campaigns, regions and days carry the result?"
METRIC, YEAR, STACKING, DAILY, DAILY_YEAR = "metric", "year", "stack", "daily", "daily-year"
FIND = "find"
METRICS = ("revenue", "conversions", "roas", "spend", "cpa", "ctr", "cvr")
NEWEST = "newest"
CALENDAR_YEAR, FISCAL_YEAR = r"\d{4}", r"fy-.*"


class Ids(StrEnum):
    """The parts of the page that callbacks fill."""

    HEAD = "campaigns-head"
    CHARTS = "campaigns-charts"
    INSIGHTS = "campaigns-insights"
    QUARTERS = "quarters"
    STACK = "stack"
    RUNNING = "running"
    CALENDAR = "calendar"
    MATRIX = "matrix"
    TABLE = "campaigns-listing"


def _years(presets: Mapping[str, str], *, fiscal: bool) -> Mapping[str, str]:
    """The newest year and those on offer, by their link keys."""
    forms = f"{CALENDAR_YEAR}|{FISCAL_YEAR}" if fiscal else CALENDAR_YEAR
    return {NEWEST: "Newest", **{key: words for key, words in presets.items() if re.fullmatch(forms, key)}}


BY_TYPE = "type"
PAGE = Page(
    Destination("/campaigns", "Campaign analytics", "Campaigns", Icon.MEGAPHONE, tab=True),
    QUESTION,
    "campaign_performance",
    ("channel", "region", BY_TYPE),
    (
        Choice(METRIC, METRICS, ("revenue",)),
        Choice(STACKING, tuple(Stacking), (Stacking.AMOUNT,)),
        Choice(DAILY, METRICS, ("revenue",)),
        Choice(YEAR, among=lambda known: _years(known.presets, fiscal=True), default=(NEWEST,)),
        Choice(DAILY_YEAR, among=lambda known: _years(known.presets, fiscal=False), default=(NEWEST,)),
        *listing_choices(COLUMNS, "revenue"),
        Choice(FIND, Matching(rf"(?=.*\S)[^\x00-\x1f]{{1,{LONGEST}}}")),
    ),
    blends=True,
)


def layout(opening: Opening) -> Component:
    """The page on a view, before its figures are read."""
    cards = [_quarters(opening), _stack(opening), _running(), _matrix(), _calendar(opening)]
    return page_frame(
        opening,
        [
            Still(page_head(QUESTION, ()), id=Ids.HEAD),
            html.Div([grid(cards), _table(opening)], id=Ids.CHARTS),
            Still(id=Ids.INSIGHTS),
        ],
    )


def _quarters(opening: Opening) -> Component:
    choices = [_metric(opening, METRIC), _year(opening, YEAR, fiscal=True)]
    return chart_card(Ids.QUARTERS, height=parts.HEIGHT, choices=choices, label="Regions by quarter", span=6)


def _stack(opening: Opening) -> Component:
    options = {Stacking.AMOUNT.value: "Amount", Stacking.SHARE.value: "100\N{NO-BREAK SPACE}%"}
    choices = [segmented(STACKING, options, opening.view.one(STACKING), "Height")]
    return chart_card(Ids.STACK, height=parts.HEIGHT, choices=choices, label="Monthly spend by type", span=6)


def _running() -> Component:
    return chart_card(Ids.RUNNING, height=parts.HEIGHT, label="Conversions so far", span=6)


def _matrix() -> Component:
    return chart_card(Ids.MATRIX, height=spread.HEIGHT, label="Channel matrix", span=6)


def _calendar(opening: Opening) -> Component:
    choices = [_metric(opening, DAILY), _year(opening, DAILY_YEAR)]
    card = chart_card(Ids.CALENDAR, height=heat.HEIGHT, choices=choices, label="Daily performance", local=True)
    return html.Div(card, className="nm-fit nm-year")


def _table(opening: Opening) -> Component:
    label, held = "Campaigns", hidden(opening.view)
    controls = [search(FIND, opening.view.one(FIND), label), whole_button(Ids.TABLE)]
    return table_card(Ids.TABLE, label, *controls, hidden=held)


def _metric(opening: Opening, key: str) -> Component:
    return select(key, "Metric", {name: metric(name).label for name in METRICS}, opening.view.one(key))


def _year(opening: Opening, key: str, *, fiscal: bool = False) -> Component:
    return select(key, "Year", _years(opening.presets, fiscal=fiscal), opening.view.one(key))

"""Product performance: what sells, where, and at what margin?"""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from dash import html
from dash.development.base_component import Component

from analytics.choices import Choice, Known
from analytics.product_metrics import product_metric
from analytics.product_quarters import in_order
from analytics.products import CATEGORY, NOT_REPORTED, QUARTER, REGION, SUBCATEGORY
from layouts.figures import hierarchy, parts
from layouts.ui import cross_card
from layouts.ui.cards import waiting_strip
from layouts.ui.chart_card import chart_card, segmented, select
from layouts.ui.grid import grid
from layouts.ui.icons import Icon
from layouts.ui.listing import hidden, listing_choices
from layouts.ui.page import Opening, Page
from layouts.ui.page_frame import page_frame
from layouts.ui.page_head import page_head
from layouts.ui.places import Places
from layouts.ui.product_table import COLUMNS, TITLE
from layouts.ui.quarters_card import QUARTER_WIDTH
from layouts.ui.shell import Destination
from layouts.ui.still import Still
from layouts.ui.table_card import table_card, whole_button
from layouts.ui.tree_card import WHOLE

QUESTION = "What sells, where, and at what margin?"
METRIC, AT, QUARTERS = "metric", "at", "quarters"
CALENDAR, FISCAL = "calendar", "fiscal"
METRICS = ("sales", "profit", "margin", "units", "price", "return_rate", "rating")
CARDS = ("sales", "profit", "margin", "units", "return_rate", "rating")


class Ids(StrEnum):
    """The parts of the page that callbacks fill."""

    HEAD = "products-head"
    CARDS = "products-cards"
    CHARTS = "products-charts"
    INSIGHTS = "products-insights"
    TREE = "products-tree"
    CATEGORIES = "products-categories"
    CROSS = "products-cross"
    QUARTERS = "products-quarters"
    TABLE = "products-listing"


def _places(known: Known) -> Places:
    return Places(*((*known.values(column), NOT_REPORTED) for column in (CATEGORY, SUBCATEGORY)))


PAGE = Page(
    Destination("/products", "Product performance", "Products", Icon.BOX),
    QUESTION,
    "product_sales",
    ("region", "category", "subcategory", "quarter"),
    (
        Choice(METRIC, METRICS, ("sales",)),
        Choice(AT, among=_places, default=(hierarchy.TOP,), local=True),
        Choice(QUARTERS, (CALENDAR, FISCAL), (CALENDAR,)),
        *listing_choices(COLUMNS, "sales"),
    ),
)


def layout(opening: Opening) -> Component:
    """The page on a view, before its figures are read."""
    quarters = in_order(opening.values(QUARTER))
    cards = [_tree(opening), _categories(opening), _cross(opening), _quarters(opening, quarters)]
    return page_frame(
        replace(opening, values=lambda column: quarters if column == QUARTER else opening.values(column)),
        [
            Still(page_head(QUESTION, ()), id=Ids.HEAD),
            Still(waiting_strip([product_metric(name).label for name in CARDS]), id=Ids.CARDS),
            html.Div([grid(cards), _table(opening)], id=Ids.CHARTS),
            Still(id=Ids.INSIGHTS),
        ],
    )


def _tree(opening: Opening) -> Component:
    at = opening.view.one(AT)
    places = {at: at, hierarchy.TOP: WHOLE}
    return chart_card(
        Ids.TREE, height=hierarchy.HEIGHT, choices=[select(AT, "Open", places, at)], label="Products", local=True
    )


def _categories(opening: Opening) -> Component:
    metrics = {name: product_metric(name).label for name in METRICS}
    choices = [select(METRIC, "Metric", metrics, opening.view.one(METRIC))]
    return chart_card(Ids.CATEGORIES, height=_height(opening), choices=choices, label="Category comparison", span=5)


def _cross(opening: Opening) -> Component:
    return chart_card(Ids.CROSS, height=_height(opening), label="Regions by category", span=7)


def _height(opening: Opening) -> int:
    """That of the regions' rows, which the categories beside them share."""
    return cross_card.height(len(opening.values(REGION)))


def _quarters(opening: Opening, quarters: Sequence[str]) -> Component:
    years = {CALENDAR: "Calendar", FISCAL: "Fiscal"}
    choices = [segmented(QUARTERS, years, opening.view.one(QUARTERS), "Years")]
    width = QUARTER_WIDTH * len(quarters)
    return chart_card(Ids.QUARTERS, height=parts.HEIGHT, choices=choices, label="Quarter by quarter", narrowest=width)


def _table(opening: Opening) -> Component:
    held = hidden(opening.view)
    return table_card(Ids.TABLE, TITLE, whole_button(Ids.TABLE), hidden=held)

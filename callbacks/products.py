"""Fills Product performance."""

from collections.abc import Mapping
from typing import Any

from dash import Dash, Output

from analytics.concentration import carriers, verb
from analytics.metric import Metric
from analytics.numbers import exact_count
from analytics.product_insights import product_insights
from analytics.product_metrics import product_metric
from analytics.product_tree import fitted
from analytics.products import (
    CATEGORY,
    KEYS,
    MARGIN,
    QUARTER,
    REGION,
    SALES,
    headline,
    named,
    of_products,
    products,
    thin,
)
from analytics.reading import Dimension
from callbacks.browser import register_charts, register_local, register_toggle
from callbacks.download import register_file
from callbacks.drawing import drawing
from callbacks.outputs import page_outputs
from callbacks.shared import register_page
from callbacks.shelf import Shelf, read
from callbacks.state import Context, State
from data.query import ROWS
from layouts.products import (
    AT,
    CARDS,
    FISCAL,
    METRIC,
    PAGE,
    QUARTERS,
    QUESTION,
    Ids,
    layout,
)
from layouts.ui import cross_card, table_card, tree_card
from layouts.ui.cards import Kpi, kpi_strip
from layouts.ui.category_card import category_card
from layouts.ui.drawing import Drawing
from layouts.ui.ids import choice_id
from layouts.ui.insights import insights_card
from layouts.ui.kpis import Measured
from layouts.ui.listing import Listing, listing
from layouts.ui.missing import nothing
from layouts.ui.page_head import page_head
from layouts.ui.product_kpis import product_kpis
from layouts.ui.product_table import product_file, product_table
from layouts.ui.quarters_card import quarters_card

CHARTS = (Ids.TREE, Ids.CATEGORIES, Ids.CROSS, Ids.QUARTERS)
PLACES = "places"
REGIONS, CATEGORIES = Dimension(REGION, REGION, "region"), Dimension(CATEGORY, CATEGORY, "category")


def register(app: Dash, context: Context) -> None:
    """Register the page and its callbacks."""
    outputs = page_outputs("products", CHARTS, local=(Ids.TREE,))
    outputs |= {PLACES: Output(choice_id(AT), "options"), Ids.TABLE: table_card.outputs(Ids.TABLE)}
    register_page(app, context, PAGE, layout, outputs, render)
    register_charts(app, (*CHARTS, Ids.TABLE))
    register_local(app, Ids.TREE, "open", AT)
    register_toggle(app, f"{Ids.CATEGORIES}-figure", CATEGORY)
    register_toggle(app, f"{Ids.CROSS}-figure", REGION, CATEGORY)
    register_toggle(app, f"{Ids.QUARTERS}-figure", QUARTER)
    register_file(app, context, PAGE, Ids.TABLE, file)


def render(state: State) -> Mapping[str, Any]:
    """Every part of the page: one read by category, region and quarter, one by product."""
    shelf = Shelf.of(state)
    if shelf.facts.now.empty:
        empty = nothing(PAGE, CHARTS, dated=False)
        return {**empty, "insights": None, PLACES: tree_card.NOWHERE, Ids.TABLE: table_card.blank()}
    shown, drawn = product_metric(state.view.one(METRIC)), shelf.drawing(shelf.members)
    rows = exact_count(shelf.facts.now[ROWS].sum(), state.currency)
    told = product_insights(shelf.reading(shelf.kinds), shelf.reading(REGIONS))
    return {
        "head": page_head(QUESTION, headline(shelf.facts, shelf.kinds.column)),
        "cards": kpi_strip(_kpis(shelf)),
        "insights": insights_card(
            "What stands out", f"Computed from the {rows} rows in view", told, PAGE.destination.path
        ),
        "hidden": False,
        **_tree(shelf),
        Ids.CATEGORIES: category_card(
            shown,
            shelf.beside(CATEGORY),
            shelf.categories,
            state.view.many(CATEGORY),
            height=cross_card.height(len(state.snapshot.values(PAGE.table, REGION))),
            sample=shelf.sample,
        ),
        Ids.CROSS: _cross(shelf, shown),
        Ids.QUARTERS: _quarters(shelf, shown, drawn),
        Ids.TABLE: _table(shelf),
    }


def file(state: State) -> Mapping[str, object]:
    """The whole of the table, as it is sorted."""
    return product_file(thin(products(named(read(state, KEYS)))), _listing(state), drawing(state))


def _kpis(shelf: Shelf) -> list[Kpi]:
    rows = int(shelf.facts.now[ROWS].sum())
    return product_kpis(CARDS, Measured(shelf.facts, rows, drawing(shelf.state)), shelf.sample)


def _tree(shelf: Shelf) -> dict[str, object]:
    found = fitted(shelf.each)
    few = carriers(SALES.by(shelf.each, KEYS), "products", shelf.state.currency)
    title = f"{few} {verb(few, 'make')} up half of sales" if few else "What sells most, and at what margin?"
    card = tree_card.tree_card(found, title, SALES, MARGIN, drawing(shelf.state), shelf.state.view.one(AT))
    return {Ids.TREE: card, PLACES: tree_card.options(found)}


def _cross(shelf: Shelf, shown: Metric) -> Mapping[str, object]:
    """Every region by every category, whichever of them are chosen."""
    chosen = shelf.state.view.many(REGION), shelf.state.view.many(CATEGORY)
    beside = shelf.beside(REGION, CATEGORY)
    return cross_card.cross_card(shown, beside, REGIONS, CATEGORIES, shelf.drawing(()), chosen)


def _quarters(shelf: Shelf, shown: Metric, drawn: Drawing) -> Mapping[str, object]:
    """Every quarter, whichever of them are chosen."""
    view, chosen = shelf.state.view, shelf.state.view.many(QUARTER)
    start = shelf.state.settings.fiscal_start if view.one(QUARTERS) == FISCAL else 0
    return quarters_card(shown, shelf.beside(QUARTER), shelf.kinds, drawn, chosen, fiscal_start=start)


def _table(shelf: Shelf) -> dict[str, object]:
    found = thin(products(shelf.each))
    inside = of_products(shelf.each, found.products)
    return product_table(found, shelf.each, inside, _listing(shelf.state), shelf.categories)


def _listing(state: State) -> Listing:
    return listing(state.view, PAGE.destination.path)

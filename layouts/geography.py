"""Geographic analysis: which states lead, lag and grow?"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from dash import html
from dash.development.base_component import Component

from analytics.choices import Choice
from analytics.geography import REGION
from analytics.geography_metrics import state_metric
from analytics.ranking import Order
from layouts.figures import donut, tiles
from layouts.ui import scatter_card
from layouts.ui.cards import waiting_strip
from layouts.ui.chart_card import chart_card, segmented, select
from layouts.ui.grid import grid
from layouts.ui.icons import Icon
from layouts.ui.page import Opening, Page
from layouts.ui.page_frame import page_frame
from layouts.ui.page_head import page_head
from layouts.ui.shell import Destination
from layouts.ui.still import Still

QUESTION = "Which states lead, lag and grow?"
COLOUR, LOOK, METRIC, ORDER = "colour", "map", "metric", "sort"
X, Y, AREA, HUE = "x", "y", "area", "hue"
MAPPED = ("state_revenue", "customers", "revenue_per_customer", "penetration", "growth", "satisfaction")
CARDS = ("state_revenue", "customers", "revenue_per_customer", "stores", "growth", "satisfaction")
METRICS = (*CARDS[:4], "revenue_per_store", "growth", "penetration", "satisfaction", "delivery")
AREAS = ("state_revenue", "customers", "stores")
HUES = (REGION, "growth", "satisfaction", "penetration", "delivery")
DONUT = donut.HEIGHT


class Look(StrEnum):
    """How the map is drawn."""

    TILES = "tiles"
    BUBBLES = "bubbles"
    OUTLINES = "outlines"


class Ids(StrEnum):
    """The parts of the page that callbacks fill."""

    HEAD = "geography-head"
    CARDS = "geography-cards"
    CHARTS = "geography-charts"
    INSIGHTS = "geography-insights"
    MAP = "states-map"
    RANKING = "states-ranking"
    SHARES = "states-shares"
    SCATTER = "states-scatter"
    QUADRANTS = "states-quadrants"


PAGE = Page(
    Destination("/geography", "Geographic analysis", "Geography", Icon.MAP_PIN),
    QUESTION,
    "geographic_data",
    ("region", "state"),
    (
        Choice(COLOUR, MAPPED, MAPPED[:1]),
        Choice(LOOK, tuple(Look), (Look.TILES,)),
        Choice(METRIC, METRICS, ("state_revenue",)),
        Choice(ORDER, tuple(Order), (Order.LARGEST,)),
        Choice(X, METRICS, ("stores",)),
        Choice(Y, METRICS, ("state_revenue",)),
        Choice(AREA, AREAS, ("customers",)),
        Choice(HUE, HUES, (REGION,)),
    ),
)
LOOKS = {Look.TILES.value: "Tiles", Look.BUBBLES.value: "Bubbles"}
OUTLINED = {Look.OUTLINES.value: "Map"}


def layout(opening: Opening, *, outlined: bool = False) -> Component:
    """The page on a view, before its figures are read; `outlined` where a file draws the outlines of states."""
    first, second = [_map(opening, outlined), _ranking(opening)], [_shares(), _quadrants(), _scatter(opening)]
    charts = [grid(first), Still(id=Ids.INSIGHTS, className="nm-between"), grid(second)]
    return page_frame(
        opening,
        [
            Still(page_head(QUESTION, ()), id=Ids.HEAD),
            Still(waiting_strip([state_metric(name).label for name in CARDS]), id=Ids.CARDS),
            html.Div(charts, id=Ids.CHARTS),
        ],
    )


def _map(opening: Opening, outlined: bool) -> Component:
    looks = LOOKS | (OUTLINED if outlined else {})
    choices = [_select(opening, COLOUR, "Colour", MAPPED), segmented(LOOK, looks, opening.view.one(LOOK), "Map")]
    return chart_card(Ids.MAP, height=tiles.HEIGHT, choices=choices, label="States on a map", span=6)


def _ranking(opening: Opening) -> Component:
    orders = {Order.LARGEST.value: "Largest first", Order.SMALLEST.value: "Smallest first", Order.NAME.value: "By name"}
    choices = [_select(opening, METRIC, "Metric", METRICS), select(ORDER, "Sort", orders, opening.view.one(ORDER))]
    return chart_card(Ids.RANKING, height=tiles.HEIGHT, choices=choices, label="States ranked", span=6)


def _shares() -> Component:
    return chart_card(Ids.SHARES, height=DONUT, label="Shares of revenue", span=4)


def _quadrants() -> Component:
    return chart_card(Ids.QUADRANTS, height=scatter_card.HEIGHT, label="Satisfaction against penetration", span=8)


def _scatter(opening: Opening) -> Component:
    choices = [
        _select(opening, X, "Across", METRICS),
        _select(opening, Y, "Up", METRICS),
        _select(opening, AREA, "Size", AREAS),
        _select(opening, HUE, "Colour", HUES),
    ]
    return chart_card(Ids.SCATTER, height=scatter_card.HEIGHT, choices=choices, label="States between two metrics")


def _select(opening: Opening, key: str, label: str, names: Sequence[str]) -> Component:
    return select(key, label, _labels(names), opening.view.one(key))


def _labels(names: Sequence[str]) -> Mapping[str, str]:
    return {name: REGION.title() if name == REGION else state_metric(name).label for name in names}

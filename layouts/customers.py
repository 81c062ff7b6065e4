"""Customer insights: who are the customers and what are they worth?"""

from enum import StrEnum

from dash import html
from dash.development.base_component import Component

from analytics.choices import Choice, Known, Steps
from analytics.customer_metrics import CUSTOMER_METRICS
from analytics.customers import ACQUIRED, REGION, TIER
from layouts.figures import answers, boxes, cloud, dots, histogram, violins
from layouts.figures.hierarchy import TOP, place
from layouts.ui import customer_tree_card
from layouts.ui.breakdown import BY
from layouts.ui.cards import waiting_strip
from layouts.ui.chart_card import chart_card, segmented, select, slider
from layouts.ui.grid import grid
from layouts.ui.icons import Icon
from layouts.ui.page import Opening, Page
from layouts.ui.page_frame import page_frame
from layouts.ui.page_head import page_head
from layouts.ui.places import Places
from layouts.ui.shell import Destination
from layouts.ui.still import Still

QUESTION = "Who are the customers and what are they worth?"
POINTS, SCALE, AGES, YEARS, TREND, LEFT, AT = "points", "scale", "ages", "years", "trend", "left", "at"
HIDDEN, EVEN = "hidden", "even"
WIDTHS = Steps(1, 20, 1)
MOST_USED = "most"
ROWS = 5


class Ids(StrEnum):
    """The parts of the page that callbacks fill."""

    HEAD = "customers-head"
    CARDS = "customers-cards"
    CHARTS = "customers-charts"
    INSIGHTS = "customers-insights"
    WORTH = "worth"
    TREE = "people"
    CONTENT = "content"
    SCORE = "nps"
    CHURN = "churn"
    CLOUD = "cloud"
    AGE = "age"


def _places(known: Known) -> Places:
    return Places(*(known.values(column) for column in (REGION, TIER)))


PAGE = Page(
    Destination("/customers", "Customer insights", "Customers", Icon.USERS, group="Audience"),
    QUESTION,
    "customer_data",
    ("region", "segment", "tier", "acquired", "nps"),
    (
        Choice(POINTS, (HIDDEN, boxes.POINTS), (HIDDEN,), local=True),
        Choice(SCALE, (EVEN, boxes.LOG), (EVEN,), local=True),
        Choice(AT, among=_places, default=(TOP,), local=True),
        Choice(TREND, (HIDDEN, cloud.TREND), (cloud.TREND,), local=True),
        Choice(AGES, (histogram.TOGETHER, histogram.APART), (histogram.TOGETHER,), local=True),
        Choice(YEARS, WIDTHS, ("5",), local=True),
        Choice(LEFT, among=lambda known: (MOST_USED, *known.values(ACQUIRED)), default=(MOST_USED,)),
        Choice(BY, ("segment", "region"), ("segment",)),
    ),
)


def layout(opening: Opening) -> Component:
    """The page on a view, before its figures are read."""
    cards = [
        _worth(opening),
        _tree(opening),
        _content(opening),
        _score(opening),
        _churn(),
        _cloud(opening),
        _age(opening),
    ]
    return page_frame(
        opening,
        [
            Still(page_head(QUESTION, ()), id=Ids.HEAD),
            Still(waiting_strip([known.label for known in CUSTOMER_METRICS]), id=Ids.CARDS),
            html.Div(grid(cards), id=Ids.CHARTS),
            Still(id=Ids.INSIGHTS),
        ],
    )


def _worth(opening: Opening) -> Component:
    shown = segmented(POINTS, {HIDDEN: "Boxes", boxes.POINTS: "With points"}, opening.view.one(POINTS), "Show")
    scale = segmented(SCALE, {EVEN: "Even", boxes.LOG: "Log"}, opening.view.one(SCALE), "Scale")
    return chart_card(
        Ids.WORTH,
        height=boxes.height(ROWS),
        choices=[shown, scale],
        label="Lifetime value by segment",
        span=7,
        local=True,
    )


def _tree(opening: Opening) -> Component:
    regions, tiers = opening.values(REGION), opening.values(TIER)
    paths = [path for region in regions for path in ((region,), *((region, tier) for tier in tiers))]
    places = {TOP: customer_tree_card.WHOLE, **{place(path): " › ".join(path) for path in paths}}
    shown = select(AT, "Open", places, opening.view.one(AT))
    return chart_card(
        Ids.TREE,
        height=customer_tree_card.HEIGHT,
        choices=[shown],
        label="Regions, city tiers and segments",
        span=5,
        local=True,
    )


def _cloud(opening: Opening) -> Component:
    shown = segmented(TREND, {cloud.TREND: "Trend line", HIDDEN: "Without"}, opening.view.one(TREND), "Trend line")
    return chart_card(
        Ids.CLOUD, height=cloud.HEIGHT, choices=[shown], label="Income and lifetime value", span=7, local=True
    )


def _age(opening: Opening) -> Component:
    cut = {histogram.TOGETHER: "All", histogram.APART: "By segment"}
    shown = segmented(AGES, cut, opening.view.one(AGES), "Bars")
    width = slider(YEARS, "Years a bar", WIDTHS, opening.view.one(YEARS))
    return chart_card(Ids.AGE, height=histogram.HEIGHT, choices=[width, shown], label="Age", span=5, local=True)


def _content(opening: Opening) -> Component:
    channels = {MOST_USED: "Largest channel", **{name: name for name in opening.values(ACQUIRED)}}
    shown = select(LEFT, "Left half", channels, opening.view.one(LEFT))
    return chart_card(Ids.CONTENT, height=violins.HEIGHT, choices=[shown], label="Satisfaction", span=4)


def _score(opening: Opening) -> Component:
    shown = segmented(BY, {"segment": "Segment", "region": "Region"}, opening.view.one(BY), "By")
    return chart_card(Ids.SCORE, height=answers.height(ROWS), choices=[shown], label="Net promoter score", span=4)


def _churn() -> Component:
    return chart_card(Ids.CHURN, height=dots.height(ROWS), label="Churn rate by segment", span=4)

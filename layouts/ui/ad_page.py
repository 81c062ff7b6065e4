"""What the pages on the ad platforms' rows share: what may be chosen, their parts, and how these are laid out."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dash import html
from dash.development.base_component import Component

from analytics.ad_metrics import ad_metric
from analytics.choices import Choice
from analytics.trend import Grain
from analytics.view import View
from layouts.ui import ranking_card
from layouts.ui.breakdown import AD, METRIC, by_choice, by_control, metric_control
from layouts.ui.cards import waiting_strip
from layouts.ui.chart_card import chart_card, segmented
from layouts.ui.grid import grid
from layouts.ui.listing import hidden, listing_choices
from layouts.ui.members_table import MEMBER
from layouts.ui.page import Opening, Page
from layouts.ui.page_frame import page_frame
from layouts.ui.page_head import page_head
from layouts.ui.shell import Destination
from layouts.ui.still import Still
from layouts.ui.table_card import table_card, whole_button

GRAIN = "grain"
FILTERS = ("channel", "region", "type", "audience", "device")


class Part(StrEnum):
    """The parts of such a page that callbacks fill."""

    HEAD = "head"
    CARDS = "cards"
    CHARTS = "charts"
    INSIGHTS = "insights"
    TREND = "trend"
    BRIDGE = "bridge"
    RANKING = "ranking"
    TABLE = "table"


@dataclass(frozen=True)
class AdPage:
    """A page on those rows: its key figures, the metrics that it ranks and lists, and its charts."""

    page: Page
    cards: tuple[str, ...]
    metrics: tuple[str, ...]
    charts: tuple[Part, ...]

    def id(self, part: Part) -> str:
        """The id of a part, or what those of a card begin with."""
        return f"{self.page.destination.path.removeprefix('/')}-{part}"


def declared(destination: Destination, question: str, metrics: Sequence[str], *, by: str, metric: str) -> Page:
    """The page that is broken down `by` and ranked by `metric` until another is chosen."""
    shown, grain = Choice(METRIC, tuple(metrics), (metric,)), Choice(GRAIN, tuple(Grain), (Grain.WEEK,))
    own = (by_choice(by), shown, grain, *listing_choices((MEMBER, *metrics)))
    return Page(destination, question, AD, FILTERS, own, blends=True)


def ad_layout(site: AdPage, opening: Opening, charts: Sequence[Component]) -> Component:
    """The page on a view, before its figures are read."""
    return page_frame(
        opening,
        [
            Still(page_head(site.page.question, ()), id=site.id(Part.HEAD)),
            Still(waiting_strip([ad_metric(name).label for name in site.cards]), id=site.id(Part.CARDS)),
            html.Div(
                [grid(charts), _table(site, opening)],
                id=site.id(Part.CHARTS),
            ),
            Still(id=site.id(Part.INSIGHTS)),
        ],
    )


def _table(site: AdPage, opening: Opening) -> Component:
    name = site.id(Part.TABLE)
    return table_card(name, "Every figure", whole_button(name), hidden=hidden(opening.view), kind="nm-members")


def grain_control(view: View) -> Component:
    """The control of a trend's grain."""
    return segmented(GRAIN, {grain: grain.title() for grain in Grain}, view.one(GRAIN), "Grain")


def ranking(site: AdPage, opening: Opening, span: int, *, metric: bool) -> Component:
    """The card of the members side by side, as high as its bars; `metric` says whether it is chosen there."""
    controls = [by_control(opening.view), *([metric_control(site.metrics, opening.view)] if metric else [])]
    card = chart_card(site.id(Part.RANKING), height=ranking_card.LOWEST, choices=controls, label="Side by side")
    return html.Div(card, className=f"nm-fit nm-span-{span}")

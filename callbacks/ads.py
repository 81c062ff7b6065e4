"""What the CMO and the CFO dashboard share: the same rows, broken down the same way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from dash.development.base_component import Component

from analytics.ad_metrics import ad_metric
from analytics.ad_return import BreakEven, break_even
from analytics.comparison import Facts
from analytics.numbers import exact_count, multiple
from analytics.ranking import Order
from analytics.reading import Reading
from callbacks.drawing import drawing
from callbacks.state import State
from data.query import ROWS
from data.tables import AD
from layouts.figures.template import figure
from layouts.figures.threshold import marked
from layouts.ui import chart_card
from layouts.ui.breakdown import BY, METRIC, NOUNS, column
from layouts.ui.cards import kpi_strip
from layouts.ui.drawing import Drawing
from layouts.ui.kpis import Measured, kpi
from layouts.ui.members_table import members_table
from layouts.ui.ranking_card import HEIGHT, ranking_card

ROAS = "roas"


@dataclass(frozen=True)
class Ads:
    """The rows in view, and those of every member of what they are broken down by."""

    state: State
    everyone: Facts
    facts: Facts
    drawing: Drawing

    @property
    def by(self) -> str:
        """What they are broken down by."""
        return self.state.view.one(BY)

    @property
    def noun(self) -> str:
        """The same in words."""
        return NOUNS[self.by]

    @property
    def chosen(self) -> tuple[str, ...]:
        """The members that the page is filtered by."""
        return self.state.view.many(self.by) if self.by in self.state.page.filters else ()

    @property
    def reading(self) -> Reading:
        """What findings are read from."""
        return Reading(self.facts, self.state.view, self.state.currency)

    @property
    def break_even(self) -> BreakEven | None:
        """Where break-even is, over the rows in view."""
        return break_even(self.facts.now, self.state.settings.gross_margin)


def read(state: State) -> Ads:
    """The rows behind both pages, from one read of the period and the comparison."""
    dimension = column(state.view.one(BY))
    everyone = state.facts((*AD.measures, ROWS), tuple(dict.fromkeys((state.channel, dimension))), whole=dimension)
    ads = Ads(state, everyone, everyone, _drawing(state, dimension))
    return replace(ads, facts=everyone.members(dimension, ads.chosen)) if ads.chosen else ads


def cards(ads: Ads, names: Sequence[str]) -> Component:
    """The key figures."""
    measured = Measured(ads.facts, int(ads.facts.now[ROWS].sum()), ads.drawing)
    return kpi_strip([kpi(ad_metric(name), measured) for name in names])


def ranked(ads: Ads) -> dict[str, Any]:
    """The members side by side; with ROAS, where break-even is."""
    dimension, shown = column(ads.by), ad_metric(ads.state.view.one(METRIC))
    if not ads.everyone.now[dimension].notna().any():
        return _unreported(ads)
    card = ranking_card(
        shown, ads.everyone, dimension, Order.LARGEST, ads.drawing, ads.chosen,
        noun=ads.noun, filters=ads.by in ads.state.page.filters,
    )  # fmt: skip
    card["note"] = " ".join(str(part) for part in (card["note"], _partly(ads, dimension)) if part)
    even = ads.break_even
    if shown.name != ROAS or even is None:
        return card
    words = f"Break-even {multiple(even.roas)}"
    note = f"{words} is 1 / gross margin, by {even.basis}. {card['note']}".strip()
    return {**card, "figure": marked(card["figure"], even.roas, words, ads.drawing.colours), "note": note}


def tabled(ads: Ads, names: Sequence[str]) -> dict[str, Any]:
    """Every figure of the page by member, with the totals."""
    order = ad_metric(ads.state.view.one(METRIC))
    return members_table([ad_metric(name) for name in names], ads.facts, column(ads.by), ads.noun, order, ads.drawing)


def _drawing(state: State, dimension: str) -> Drawing:
    drawn = drawing(state)
    if dimension == state.channel:
        return drawn
    members = state.snapshot.values(state.page.table, dimension)
    return replace(drawn, channels=dict.fromkeys(members, drawn.colours.accent))


def _unreported(ads: Ads) -> dict[str, Any]:
    title = f"{ads.noun.capitalize()} is not reported in these rows"
    hidden = figure(ads.drawing.colours, height=HEIGHT, xaxis={"visible": False}, yaxis={"visible": False})
    return {**chart_card.blank(), "head": chart_card.head(title, "Choose another breakdown"), "figure": hidden}


def _partly(ads: Ads, dimension: str) -> str:
    rows = ads.everyone.now
    without = int(rows.loc[rows[dimension].isna(), ROWS].sum())
    if not without:
        return ""
    count, every = (exact_count(number, ads.drawing.currency) for number in (without, rows[ROWS].sum()))
    return f"{count} of {every} rows name no {ads.noun} and are left out here."

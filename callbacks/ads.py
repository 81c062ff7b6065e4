"""What the CMO and the CFO dashboard share: the same rows, broken down the same way."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dash import Dash, Output
from dash.development.base_component import Component

from analytics.ad_metrics import ad_metric
from analytics.insight import Insight
from analytics.numbers import exact_count, multiple
from analytics.ranking import Order
from analytics.wording import Words
from callbacks.ad_reads import Ads, read
from callbacks.browser import register_breakdown, register_charts, register_sorted
from callbacks.download import register_file
from callbacks.shared import register_page
from callbacks.state import Context, State
from data.query import ROWS
from layouts.figures.template import figure
from layouts.figures.threshold import Line
from layouts.ui import chart_card, ranking_card, table_card
from layouts.ui.ad_page import AdPage, Part
from layouts.ui.breakdown import METRIC, column
from layouts.ui.cards import kpi_strip
from layouts.ui.drawing import Drawing
from layouts.ui.insights import insights_card
from layouts.ui.kpis import Measured, kpi
from layouts.ui.listing import Listing, listing
from layouts.ui.members_table import Members, members_file, members_table
from layouts.ui.missing import nothing
from layouts.ui.page import Opening
from layouts.ui.page_head import page_head
from layouts.ui.still import CONTENT

ROAS = "roas"


def register_ads(
    app: Dash,
    context: Context,
    site: AdPage,
    layout: Callable[[Opening], Component],
    render: Callable[[State], Mapping[str, Any]],
) -> None:
    """Register a page on these rows and its callbacks."""
    ranked = site.id(Part.RANKING)
    outputs: dict[str, Any] = {
        **{part: Output(site.id(part), CONTENT) for part in (Part.HEAD, Part.CARDS, Part.INSIGHTS)},
        **{part: chart_card.outputs(site.id(part)) for part in site.charts},
        Part.TABLE: table_card.outputs(site.id(Part.TABLE)),
        "height": Output(f"{ranked}-figure", "style"),
        "hidden": Output(site.id(Part.CHARTS), "hidden"),
    }
    register_page(app, context, site.page, layout, outputs, render)
    register_charts(app, [site.id(part) for part in (*site.charts, Part.TABLE)])
    register_breakdown(app, f"{ranked}-figure")
    register_sorted(app, site.id(Part.TABLE))
    register_file(app, context, site.page, site.id(Part.TABLE), lambda state: members_file(*_listed(read(state), site)))


def without_rows(site: AdPage) -> Mapping[str, Any]:
    """Every part of a page when no row is in view."""
    parts = nothing(site.page, site.charts)
    return {**parts, Part.TABLE: table_card.blank(), Part.INSIGHTS: None, "height": _height(0)}


def with_rows(ads: Ads, site: AdPage, answer: Words, told: Sequence[Insight]) -> Mapping[str, Any]:
    """The parts that both pages have: the answer, the key figures, the bars, the table, and what stands out."""
    rows = int(ads.facts.now[ROWS].sum())
    basis = f"Computed from the {exact_count(rows, ads.drawing.currency)} rows in view"
    return {
        Part.HEAD: page_head(site.page.question, answer),
        Part.CARDS: kpi_strip([kpi(ad_metric(name), Measured(ads.facts, rows, ads.drawing)) for name in site.cards]),
        Part.RANKING: _ranked(ads),
        Part.TABLE: members_table(*_listed(ads, site)),
        Part.INSIGHTS: insights_card("What stands out", basis, told, site.page.destination.path),
        "height": _height(ads.everyone.now[column(ads.by)].nunique()),
        "hidden": False,
    }


def _listed(ads: Ads, site: AdPage) -> tuple[Members, Listing, Drawing]:
    """What the table of the members is made of; it is sorted by the metric shown until another is asked for."""
    metrics = [ad_metric(name) for name in site.metrics]
    asked = listing(ads.state.view, site.page.destination.path, by=ads.state.view.one(METRIC))
    return Members(metrics, ads.facts, column(ads.by), ads.noun), asked, ads.drawing


def _ranked(ads: Ads) -> dict[str, Any]:
    """The members side by side; with ROAS, where break-even is."""
    dimension, shown = column(ads.by), ad_metric(ads.state.view.one(METRIC))
    if not ads.everyone.now[dimension].notna().any():
        return _unreported(ads)
    even = ads.break_even if shown.name == ROAS else None
    line = Line(even.roas, f"Break-even {multiple(even.roas)}") if even else None
    card = ranking_card.ranking_card(
        shown, ads.everyone, dimension, Order.LARGEST, ads.drawing, ads.chosen,
        noun=ads.noun, filters=ads.by in ads.state.page.filters, fitted=True, line=line,
    )  # fmt: skip
    said = [f"{line.words} is 1 / gross margin, by {even.basis}."] if line and even else []
    card["note"] = " ".join(str(part) for part in (*said, card["note"], _partly(ads, dimension)) if part)
    return card


def _height(members: int) -> dict[str, str]:
    return {"height": f"{ranking_card.height(members)}px"}


def _unreported(ads: Ads) -> dict[str, Any]:
    title = f"{ads.noun.capitalize()} is not reported in these rows"
    hidden = figure(ads.drawing.colours, height=ranking_card.LOWEST, xaxis={"visible": False}, yaxis={"visible": False})
    return {**chart_card.blank(), "head": chart_card.head(title, "Choose another breakdown"), "figure": hidden}


def _partly(ads: Ads, dimension: str) -> str:
    rows = ads.everyone.now
    without = int(rows.loc[rows[dimension].isna(), ROWS].sum())
    if not without:
        return ""
    count, every = (exact_count(number, ads.drawing.currency) for number in (without, rows[ROWS].sum()))
    return f"{count} of {every} rows name no {ads.noun} and are left out here."

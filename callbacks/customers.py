"""Fills Customer insights."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dash import Dash

from analytics.comparison import Facts
from analytics.customer_insights import customer_insights
from analytics.customer_metrics import CUSTOMERS, customer_metric
from analytics.customers import BY_NPS, BY_REGION, BY_SEGMENT, DIMENSIONS, NPS, REGION, SEGMENT, TIER, headline
from analytics.nps import in_order
from analytics.numbers import exact_count
from analytics.reading import Reading
from analytics.spread import Moment, trend_line
from callbacks.browser import register_breakdown, register_charts, register_local, register_toggle
from callbacks.customer_reads import AGE, SCORE, Reads
from callbacks.drawing import drawing
from callbacks.outputs import chart_outputs, first_outputs, rest_outputs
from callbacks.shared import register_page, register_section
from callbacks.state import Context, State
from layouts.customers import AGES, AT, LEFT, PAGE, POINTS, QUESTION, SCALE, TREND, YEARS, Ids, layout
from layouts.ui import chart_card
from layouts.ui.box_card import box_card
from layouts.ui.breakdown import BY
from layouts.ui.cards import kpi_strip
from layouts.ui.cloud_card import MOST, cloud_card
from layouts.ui.customer_kpis import customer_kpis
from layouts.ui.customer_tree_card import customer_tree_card
from layouts.ui.density_card import density_card
from layouts.ui.drawing import Drawing
from layouts.ui.histogram_card import histogram_card
from layouts.ui.insights import insights_card
from layouts.ui.missing import nothing
from layouts.ui.nps_card import nps_card
from layouts.ui.page_head import page_head
from layouts.ui.rate_card import rate_card
from layouts.ui.theme import category_colours
from layouts.ui.violin_card import violin_card

LOCAL = {
    Ids.WORTH: ("boxes", (POINTS, SCALE)),
    Ids.TREE: ("open", (AT,)),
    Ids.CLOUD: ("points", (TREND,)),
    Ids.AGE: ("bins", (YEARS, AGES)),
}
FIRST = (Ids.WORTH, Ids.TREE)
REST = (Ids.CONTENT, Ids.SCORE, Ids.CHURN)
EACH = (Ids.CLOUD, Ids.AGE)
LEVELS = {REGION: "Region", TIER: "City tier", SEGMENT: "Segment"}


def register(app: Dash, context: Context) -> None:
    """Register the page and its callbacks."""
    register_page(app, context, PAGE, layout, first_outputs("customers", FIRST, LOCAL), render)
    register_section(app, context, PAGE, rest_outputs("customers", REST), render_rest)
    register_section(app, context, PAGE, chart_outputs(EACH, LOCAL), render_each)
    register_charts(app, (*FIRST, *REST, *EACH))
    for chart, (function, keys) in LOCAL.items():
        register_local(app, chart, function, *keys)
    for chart in (Ids.WORTH, Ids.CHURN):
        register_toggle(app, f"{chart}-figure", BY_SEGMENT.key)
    register_breakdown(app, f"{Ids.SCORE}-figure")


def render(state: State) -> Mapping[str, Any]:
    """What is seen first: the answer, the figures, what customers are worth and who they are."""
    reads = Reads(state)
    _, chosen, facts = reads.segments()
    if facts.now.empty:
        return nothing(PAGE, FIRST, dated=False)
    drawn, worth = _drawing(state), reads.worth().iloc[0]
    return {
        "head": page_head(QUESTION, headline(facts, worth["0.5"], state.currency)),
        "cards": kpi_strip(customer_kpis(facts, worth, drawn, reads.coverage)),
        "hidden": False,
        Ids.WORTH: box_card(reads.worth((SEGMENT,)), reads.points(), BY_SEGMENT, drawn, reads.coverage, chosen),
        Ids.TREE: customer_tree_card(reads.tree(), LEVELS, drawn),
    }


def render_rest(state: State) -> Mapping[str, Any]:
    """What stands below it."""
    reads = Reads(state)
    everyone, chosen, facts = reads.segments()
    if facts.now.empty:
        return {"insights": None, **{chart: chart_card.blank() for chart in REST}}
    drawn = _drawing(state)
    return {
        "insights": _insights(reads, facts),
        Ids.CONTENT: _content(reads, facts, drawn),
        Ids.SCORE: _score(reads, everyone, drawn),
        Ids.CHURN: rate_card(customer_metric("churn"), everyone, BY_SEGMENT, drawn, reads.coverage, chosen),
    }


def render_each(state: State) -> Mapping[str, Any]:
    """What stands last: a point for each customer, and their ages."""
    reads = Reads(state)
    _, _, facts = reads.segments()
    if facts.now.empty:
        return {chart: chart_card.blank() for chart in EACH}
    drawn = _drawing(state)
    return {
        Ids.CLOUD: _cloud(reads, drawn),
        Ids.AGE: histogram_card(*reads.ages(), AGE, BY_SEGMENT, drawn, reads.coverage),
    }


def _drawing(state: State) -> Drawing:
    drawn = drawing(state)
    segments = state.snapshot.values(PAGE.table, SEGMENT)
    return replace(drawn, channels=category_colours(segments, drawn.colours))


def _cloud(reads: Reads, drawn: Drawing) -> dict[str, object]:
    moments, axes = reads.moments(), reads.axes()
    line, silent = trend_line(moments.to_dict()), float(moments[Moment.UNREPORTED])
    if line.n > MOST:
        bins, steps = reads.cells(axes)
        return density_card(bins, axes, steps, line, silent, drawn, reads.coverage)
    return cloud_card(reads.customers(), axes, SEGMENT, line, silent, drawn, reads.coverage)


def _content(reads: Reads, facts: Facts, drawn: Drawing) -> dict[str, object]:
    asked = reads.state.view.one(LEFT)
    left = asked if asked in reads.channels else reads.most_used()
    order = in_order({str(name) for name in facts.now[NPS].dropna()})
    return violin_card(*reads.halves(left), SCORE, NPS, order, drawn, reads.coverage)


def _score(reads: Reads, everyone: Facts, drawn: Drawing) -> dict[str, object]:
    view = reads.state.view
    by = BY_REGION if view.one(BY) == BY_REGION.key else BY_SEGMENT
    facts = reads.people(REGION) if by is BY_REGION else everyone
    return nps_card(facts, by, drawn, view.many(by.key), view.many(BY_NPS.key))


def _insights(reads: Reads, facts: Facts) -> object:
    state = reads.state
    reading = Reading(facts, state.view, state.currency, BY_SEGMENT)
    size = exact_count(facts.now[CUSTOMERS].sum(), state.currency)
    basis = f"Computed from the {size} customers in view. {reads.coverage.note(0, '')}".strip()
    return insights_card("What stands out", basis, customer_insights(reading, DIMENSIONS), PAGE.destination.path)

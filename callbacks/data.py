"""Fills the data page."""

from collections.abc import Mapping
from typing import Any

from dash import Dash, Output

from analytics.numbers import day, exact_count
from analytics.wording import Strong, Words
from callbacks.data_cards import cards
from callbacks.data_overlaps import overlap_cards
from callbacks.data_parts import files, loaded, report
from callbacks.data_rows import register_rows
from callbacks.shared import register_page
from callbacks.state import Context, State
from callbacks.upload import register_upload
from data.evidence import Weight
from layouts.data import PAGE, QUESTION, Ids, layout
from layouts.ui.cards import kpi_strip
from layouts.ui.files_card import files_card
from layouts.ui.grid import grid
from layouts.ui.loaded_card import loaded_card
from layouts.ui.page_head import page_head
from layouts.ui.quality_card import Report, findings, quality_card
from layouts.ui.still import CONTENT

FILLED = (Ids.HEAD, Ids.CARDS, Ids.TABLES, Ids.QUALITY, Ids.FILES, Ids.OVERLAPS)
DERIVED = "A derived table only gives another one's rows under its own names, and is not counted"


def register(app: Dash, context: Context) -> None:
    """Register the page, its callbacks, and the address of the rows behind its findings."""
    register_page(app, context, PAGE, layout, {part: Output(part, CONTENT) for part in FILLED}, render)
    register_rows(app, context)
    register_upload(app, context)


def render(state: State) -> Mapping[str, Any]:
    """Every part of the page about the version in view."""
    found, overlaps = report(state), overlap_cards(state)
    return {
        Ids.HEAD: page_head(QUESTION, _answer(state, found)),
        Ids.CARDS: kpi_strip(cards(state, found)),
        Ids.TABLES: loaded_card(loaded(state), exact_count(state.snapshot.rows, state.currency), DERIVED),
        Ids.QUALITY: quality_card(found),
        Ids.FILES: files_card(*files(state)),
        Ids.OVERLAPS: grid(overlaps) if overlaps else None,
    }


def _answer(state: State, found: Report) -> Words:
    rows = f"{exact_count(state.snapshot.rows, state.currency)} rows"
    days = state.snapshot.days
    fresh = [" up to ", Strong(day(days.end))] if days else [", which carry no dates"]
    wrong, look = (_weighing(found, weight) for weight in (Weight.WRONG, Weight.LOOK))
    errors = f"{findings(wrong)} that cannot be right" if wrong else "no errors found"
    return (rows, *fresh, f": {errors}", f", {findings(look)} worth a look" if look else "", ".")


def _weighing(found: Report, weight: Weight) -> int:
    return sum(one.weight == weight for one in found.reported)

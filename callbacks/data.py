"""Fills the data page."""

from collections.abc import Mapping
from typing import Any

from dash import Dash, Output

from analytics.numbers import day, exact_count
from analytics.wording import Strong
from callbacks.shared import register_page
from callbacks.state import Context, State
from callbacks.upload import register_upload
from layouts.data import PAGE, QUESTION, Ids, layout
from layouts.ui.cards import Kpi, kpi_strip
from layouts.ui.page_head import page_head
from layouts.ui.still import CONTENT


def register(app: Dash, context: Context) -> None:
    """Register the page and its callbacks."""
    outputs = {"head": Output(Ids.HEAD, CONTENT), "cards": Output(Ids.CARDS, CONTENT)}
    register_page(app, context, PAGE, layout, outputs, render)
    register_upload(app, context)


def render(state: State) -> Mapping[str, Any]:
    """Every part of the page about the version in view."""
    rows = sum(facts.rows for facts in state.snapshot.tables.values() if not facts.derived_from)
    said = ("Loaded ", Strong(f"{exact_count(rows, state.currency)} rows"), f" on {day(state.snapshot.loaded_at)}.")
    cards = [Kpi("Rows", "Rows of every table that was loaded.", exact_count(rows, state.currency))]
    return {"head": page_head(QUESTION, said), "cards": kpi_strip(cards)}

"""The tables that are loaded, as a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from layouts.ui.attributes import attributes
from layouts.ui.chart_card import head
from layouts.ui.table import Heading, Row, table

HEADINGS = (
    Heading("Table", number=False),
    Heading("From", number=False),
    Heading("One row is", number=False),
    Heading("Rows"),
    Heading("First day"),
    Heading("Newest day"),
    Heading("Currency", number=False),
)


@dataclass(frozen=True)
class Loaded:
    """A table in words."""

    name: str
    rows: str
    first: str
    newest: str
    currency: str
    row: str
    source: str


def loaded_card(tables: Sequence[Loaded], rows: str, caption: str) -> Component:
    """The card; `rows` is how many there are in all."""
    lines = [
        Row(one.name, one.source, [one.source, one.row, one.rows, one.first, one.newest, one.currency])
        for one in tables
    ]
    totals = ["All tables", "", "", rows, "", "", ""]
    return html.Section(
        [
            html.Div(html.Div(head("What is loaded", caption)), className="nm-listing-head"),
            table("Tables loaded", HEADINGS, lines, totals),
        ],
        className="nm-card nm-listing nm-loaded",
        **attributes(aria_label="Tables loaded"),
    )

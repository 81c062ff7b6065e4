"""Totals that several tables give of the same thing, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from layouts.ui.attributes import attributes
from layouts.ui.chart_card import head


@dataclass(frozen=True)
class Claim:
    """What a table gives, in words: its name, the column, the days it is about, the total, and how it differs."""

    table: str
    column: str
    days: str
    total: str
    differs: str


def overlap_card(title: str, caption: str, claims: Sequence[Claim]) -> Component:
    """The card of one total: a line a table."""
    lines = [html.Tr([_name(claim), html.Td(claim.total), html.Td(claim.differs)]) for claim in claims]
    headings = [html.Th(label, scope="col") for label in ("Table", "Total", "Beside the first")]
    return html.Section(
        [
            html.Div(head(title, caption)),
            html.Table(
                [html.Caption(title, className="nm-sr"), html.Thead(html.Tr(headings)), html.Tbody(lines)],
                className="nm-claims",
            ),
        ],
        className="nm-card nm-span-4",
        **attributes(aria_label=title),
    )


def _name(claim: Claim) -> Component:
    return html.Th([claim.table, html.Span(f"{claim.column}, {claim.days}")], scope="row")

"""What stands in place of a page or its sections when the rows are not there."""

from collections.abc import Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from layouts.ui import chart_card
from layouts.ui.notices import empty
from layouts.ui.page import Page
from layouts.ui.page_head import page_head


def missing_table(page: str, table: str) -> Component:
    """The page whose table is not loaded: which file it needs."""
    why = f"{page} is computed from {table}, and no file with its headings is loaded."
    return html.Div([html.H1(f"This page needs {table}"), html.P(why)], className="nm-page-notice")


def needs(title: str, *tables: str) -> dict[str, object]:
    """What a chart card holds when none of the tables that it could be read from is loaded."""
    why = f"No file with the headings of {' or '.join(tables)} is loaded. The rest of the page stands."
    return {
        "head": chart_card.head(title, "Not loaded"),
        "figure": chart_card.BLANK,
        "note": empty(f"This chart needs {' or '.join(tables)}", why),
        "twin": None,
    }


def nothing_in_view(path: str, *, dated: bool = True) -> Component:
    """What stands instead of the figures, below the page's heading, when no row is in view."""
    why = "No row is left by these filters and dates. Take a filter away, or choose other dates."
    if not dated:
        why = "No row is left by these filters. Take a filter away."
    reset = dcc.Link("Reset the filters", href=path, className="nm-link")
    return html.Div(
        [html.H2("Nothing in this view", className="nm-card-title"), html.P(why), reset], className="nm-empty"
    )


def nothing(page: Page, charts: Sequence[str], *, dated: bool = True) -> dict[str, Any]:
    """What a page with a head, cards and `charts` gives its outputs when no row is in view."""
    return {
        "head": page_head(page.question, ()),
        "cards": nothing_in_view(page.destination.path, dated=dated),
        "hidden": True,
        **{chart: chart_card.blank() for chart in charts},
    }

"""What stands in place of a page or its sections when the rows are not there."""

from dash import dcc, html
from dash.development.base_component import Component


def missing_table(page: str, table: str) -> Component:
    """The page whose table is not loaded: which file it needs."""
    why = f"{page} is computed from {table}, and no file with its headings is loaded."
    return html.Div([html.H1(f"This page needs {table}"), html.P(why)], className="nm-page-notice")


def nothing_in_view(path: str) -> Component:
    """What stands instead of the figures, below the page's heading, when no row is in view."""
    why = "No row is left by these filters and dates. Take a filter away, or choose other dates."
    reset = dcc.Link("Reset the filters", href=path, className="nm-link")
    return html.Div(
        [html.H2("Nothing in this view", className="nm-card-title"), html.P(why), reset], className="nm-empty"
    )

"""What stands in place of a page or its sections when the rows are not there."""

from dash import dcc
from dash.development.base_component import Component

from layouts.ui.notices import empty


def missing_table(page: str, table: str) -> Component:
    """The page whose table is not loaded: which file it needs."""
    why = f"{page} is computed from {table}, and no file with its headings is loaded."
    return empty(f"This page needs {table}", why)


def nothing_in_view(path: str) -> Component:
    """What stands instead of the figures when no row is in view."""
    why = "No row is left by these filters and dates. Take a filter away, or choose other dates."
    return empty("Nothing in this view", why, dcc.Link("Reset the filters", href=path, className="nm-link"))

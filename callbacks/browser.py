"""What the browser does by itself: the link and its controls, clicks on marks, tables of charts, local choices."""

from collections.abc import Iterable

from dash import ALL, ClientsideFunction, Dash, Input, Output
from dash import State as Given

from layouts.ui.breakdown import BY
from layouts.ui.ids import Ids, asked_id, choice_id, nav_id, pill_id
from layouts.ui.still import CONTENT

LOCATION = "_pages_location"


def register_link(app: Dash) -> None:
    """Tie the controls of whatever page is open to the link, in the browser."""
    app.clientside_callback(
        ClientsideFunction("link", "follow"),
        Output(Ids.VIEW, "data"),
        Input(choice_id(ALL), "value"),
        Given(choice_id(ALL), "id"),
        Given(Ids.RULES, "data"),
        Given(Ids.VIEW, "data"),
    )
    # A page has an input of its own, or each change would be reported as an error by the callbacks of all others.
    app.clientside_callback(
        ClientsideFunction("link", "ask"),
        Output(asked_id(ALL), "data"),
        Input(Ids.VIEW, "data", allow_optional=True),
        Input(Ids.VERSION, "data", allow_optional=True),
        Input(Ids.THEME, "data"),
        Given(Ids.RULES, "data", allow_optional=True),
        Given(asked_id(ALL), "id"),
        Given(asked_id(ALL), "data"),
    )
    app.clientside_callback(
        ClientsideFunction("link", "carry"),
        Output(nav_id(ALL, ALL), "href"),
        Input(Ids.VIEW, "data", allow_optional=True),
        Input(Ids.RULES, "data", allow_optional=True),
        Given(nav_id(ALL, ALL), "id"),
    )


def register_shell(app: Dash) -> None:
    """Mark the page one is on, count the filters in force, and say when something failed, in the browser."""
    app.clientside_callback(ClientsideFunction("ui", "page"), Output(Ids.PAGE, "children"), Input(LOCATION, "pathname"))
    app.clientside_callback(
        ClientsideFunction("ui", "filters"), Output(Ids.FILTERS, "children"), Input(pill_id(ALL), CONTENT)
    )
    app.clientside_callback(ClientsideFunction("ui", "failure"), Input(Ids.FAILURE, "data"))


def register_charts(app: Dash, names: Iterable[str]) -> None:
    """Let the browser show the figures of a page's charts as tables and write them as files.

    One callback for all of them: what each costs a page on every change does not grow with its charts.
    """
    app.clientside_callback(ClientsideFunction("twins", "remember"), *(Input(f"{name}-twin", "data") for name in names))


def register_sorted(app: Dash, name: str) -> None:
    """Let the browser bring the column into sight by which the table `name` is sorted."""
    app.clientside_callback(ClientsideFunction("ui", "sorted"), Input(f"{name}-rows", CONTENT))


def register_toggle(app: Dash, figure: str, *keys: str) -> None:
    """Let a click on a mark of a figure filter the page by it, by one filter for each of its names."""
    app.clientside_callback(
        ClientsideFunction("link", "toggle"),
        Output(figure, "clickData"),
        Input(figure, "clickData"),
        *(Given(choice_id(key), "id") for key in keys),
        prevent_initial_call=True,
    )


def register_local(app: Dash, name: str, function: str, *keys: str) -> None:
    """Let the browser draw a chart from what it was sent, the table beside it, and choices that need no server."""
    app.clientside_callback(
        ClientsideFunction("local", function),
        Output(f"{name}-figure", "figure"),
        Input(f"{name}-base", "data"),
        *(Input(choice_id(key), "value") for key in keys),
        Given(f"{name}-twin", "data"),
        prevent_initial_call=True,
    )


def register_breakdown(app: Dash, figure: str) -> None:
    """Let a click on a mark filter the page by what its figures are broken down by."""
    app.clientside_callback(
        ClientsideFunction("link", "toggleBy"),
        Output(figure, "clickData"),
        Input(figure, "clickData"),
        Given(choice_id(BY), "value"),
        prevent_initial_call=True,
    )

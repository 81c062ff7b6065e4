"""The whole of a table as a file, read only when somebody asks for it."""

from collections.abc import Callable, Mapping

from dash import ClientsideFunction, Dash, Input, Output
from dash import State as Given
from dash.exceptions import PreventUpdate

from callbacks.opening import open_state
from callbacks.state import Context, State
from layouts.ui.ids import Ids
from layouts.ui.page import Page
from layouts.ui.theme import Theme


def register_file(
    app: Dash, context: Context, page: Page, name: str, file: Callable[[State], Mapping[str, object]]
) -> None:
    """Let the button of the table `name` write what `file` gives for the view and the version that the page shows."""

    @app.callback(
        Output(f"{name}-whole", "data"),
        Input(f"{name}-csv", "n_clicks"),
        Given(Ids.VIEW, "data"),
        Given(Ids.VERSION, "data"),
        prevent_initial_call=True,
    )
    def whole(clicks: object, query: object, version: object) -> Mapping[str, object]:
        if not clicks:
            raise PreventUpdate
        return file(open_state(context, page, _text(query), _text(version) or None, Theme.LIGHT))

    app.clientside_callback(ClientsideFunction("twins", "save"), Input(f"{name}-whole", "data"))


def _text(given: object) -> str:
    return given if isinstance(given, str) else ""

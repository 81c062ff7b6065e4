"""A small app with every kind of callback, protected as the product is."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import dash
import pytest
from dash import ALL, MATCH, ClientsideFunction, Input, Output, State, dcc, html
from flask import Response
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from settings import Settings
from web import failures
from web.secure import protect
from web.values import texts

Open = Callable[..., FlaskClient]
AGAIN = "note.children@b127e79e73bc3d5c523f11128766eae3465627f858ec8a4f109e0de70ad0a637"
WATCHED = "c3098d89335b7846e64ca12c28d5688eb5601cf214d2409ca636f4816b64be2e"


class Client(FlaskClient):
    """Reads every answer to its end, so that files are closed."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:  # noqa: ANN401
        return super().open(*args, **{"buffered": True, **kwargs})


def shell() -> html.Div:
    return html.Div(
        [
            dcc.Store(id=failures.STORE),
            dcc.Input(id="period", value="all"),
            dcc.Dropdown(id="channels", multi=True),
            html.P(id="total"),
            html.P(id="note"),
            html.P(id="chosen"),
            html.P(id="client"),
            *(dcc.Input(id={"kind": "pick", "name": name}) for name in ("é", "b")),
            *(html.P(id={"kind": "echo", "name": name}) for name in ("é", "b")),
            dash.page_container,
        ]
    )


def register(app: dash.Dash) -> None:
    @app.callback(
        output={"total": Output("total", "children"), "note": Output("note", "children")},
        inputs={"period": Input("period", "value"), "channels": Input("channels", "value")},
        state={"search": State("_pages_location", "search")},
    )
    def section(period: str, channels: list[str] | None, search: str | None) -> dict[str, str]:
        if period == "fail":
            raise ValueError("the password is hunter2")
        return {"total": period.upper(), "note": ", ".join(channels or ()) + (search or "")}

    @app.callback(Output("chosen", "children"), Input({"kind": "pick", "name": ALL}, "value"))
    def together(values: list[str | None]) -> str:
        return "".join(value or "" for value in values)

    @app.callback(Output({"kind": "echo", "name": MATCH}, "children"), Input({"kind": "pick", "name": MATCH}, "value"))
    def echo(value: str) -> str:
        return value.strip()

    @app.callback(
        Output("note", "children", allow_duplicate=True), Input("chosen", "children"), prevent_initial_call=True
    )
    def again(chosen: str) -> str:
        return chosen

    @app.callback(Input("total", "children"))
    def watched(total: str) -> None:
        dash.set_props("note", {"children": total + "!"})

    app.clientside_callback(ClientsideFunction("nm", "twice"), Output("client", "children"), Input("period", "value"))


def example(settings: Settings, assets: Path, loaded: bool = True) -> dash.Dash:
    app = dash.Dash(
        "example",
        use_pages=True,
        pages_folder="",
        assets_folder=str(assets),
        suppress_callback_exceptions=True,
        include_pages_meta=False,
        on_error=failures.on_error,
    )
    dash.register_page("home", path="/", layout=html.H1("Home"))
    dash.register_page("campaigns", path="/campaigns", layout=lambda **query: html.H1(f"Campaigns {query}"))
    dash.register_page("not_found_404", path="/404", layout=html.H1("Not found"))
    app.layout = shell()
    register(app)
    accepts = {"channels.value": texts}
    protect(app, settings, ready=lambda: loaded, version=lambda: "v1" if loaded else None, accepts=accepts)
    return app


@pytest.fixture
def open_app(tmp_path: Path) -> Iterator[Open]:
    """Opens a client of a protected app: `open_app(password="…")`; no page outlives the test."""
    kept = dict(dash.page_registry)

    def start(loaded: bool = True, **settings: object) -> FlaskClient:
        dash.page_registry.clear()
        assets = tmp_path / "assets"
        assets.mkdir(exist_ok=True)
        (assets / "style.css").write_text("p{color:red}" * 200)
        app = example(Settings(state=tmp_path / "state", **settings), assets, loaded)  # type: ignore[arg-type]
        return Client(app.server, Response)

    yield start
    dash.page_registry.clear()
    dash.page_registry.update(kept)


@pytest.fixture
def client(open_app: Open) -> FlaskClient:
    return open_app()

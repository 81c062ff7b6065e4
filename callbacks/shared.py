"""What every page has: its opening from a link, the filter bar, the sentence, the freshness."""

from collections.abc import Callable, Mapping
from typing import Any, cast
from urllib.parse import urlencode

import dash
from dash import Dash, Input
from dash.development.base_component import Component
from flask import current_app, request

from callbacks.frame import frame, frame_outputs
from callbacks.opening import MissingTableError, open_state
from callbacks.state import Context, State
from data import pointer
from data.pointer import NoSnapshot
from layouts import PAGES
from layouts.ui import notices
from layouts.ui.ids import Ids, asked_id
from layouts.ui.missing import missing_table
from layouts.ui.page import Opening, Page
from layouts.ui.picture import data_uri
from layouts.ui.shell import shell
from layouts.ui.theme import Theme

EXTENSION = "novamart"


def register_page(
    app: Dash,
    context: Context,
    page: Page,
    layout: Callable[[Opening], Component],
    outputs: Mapping[str, Any],
    render: Callable[[State], Mapping[str, Any]],
) -> None:
    """Give a page its path, and fill it and what surrounds it in one request for every change of its view."""
    # Dash keeps one list of pages for every app of a process, so a page looks up whose request it answers.
    app.server.extensions[EXTENSION] = context
    dash.register_page(
        page.destination.name,
        path=page.destination.path,
        name=page.destination.name,
        title=lambda: f"{page.destination.name} · {_context().settings.brand}",
        layout=lambda **query: _open(_context(), page, layout, query),
    )

    @app.callback(
        output={"page": dict(outputs), "frame": frame_outputs(page)},
        inputs={"asked": Input(asked_id(page.destination.path), "data")},
        prevent_initial_call=True,
    )
    def update(asked: object) -> dict[str, Any]:
        state = _asked(context, page, asked)
        return {"page": dict(render(state)), "frame": frame(state)}


def register_section(
    app: Dash,
    context: Context,
    page: Page,
    outputs: Mapping[str, Any],
    render: Callable[[State], Mapping[str, Any]],
) -> None:
    """Fill a part of a page in a request of its own, so that what takes longer does not hold up the rest."""

    @app.callback(
        output=dict(outputs),
        inputs={"asked": Input(asked_id(page.destination.path), "data")},
        prevent_initial_call=True,
    )
    def update(asked: object) -> dict[str, Any]:
        return dict(render(_asked(context, page, asked)))


def register_not_found() -> None:
    """Register the page for paths that lead nowhere."""
    dash.register_page(
        "not_found_404",
        path="/404",
        layout=lambda **_: _shelled(_context(), notices.not_found("this address"), reads=False),
    )


def _open(context: Context, page: Page, layout: Callable[[Opening], Component], query: Mapping[str, Any]) -> Component:
    try:
        state = open_state(context, page, urlencode(query, doseq=True), None, _theme())
    except NoSnapshot:
        refused = pointer.refused(context.settings.state)
        trouble = f"The files were not loaded: {refused}" if refused else ""
        return _shelled(context, notices.loading_page(trouble=trouble), reads=False)
    except MissingTableError as missing:
        return _shelled(context, missing_table(page.destination.name, str(missing)), reads=False)
    return _shelled(context, layout(state.opening), reads=True)


def _shelled(context: Context, content: Component, *, reads: bool) -> Component:
    brand, logo = context.settings.brand, context.settings.logo
    destinations = [page.destination for page in PAGES]
    return shell(
        brand=brand,
        logo=data_uri(logo) if logo else None,
        destinations=destinations,
        content=content,
        theme=_theme(),
        reads=reads,
    )


def _context() -> Context:
    return cast("Context", current_app.extensions[EXTENSION])


def _asked(context: Context, page: Page, asked: object) -> State:
    """The state that the browser asks for by theme, version and query, each empty where somebody else sent less."""
    lines = asked.split("\n", 2) if isinstance(asked, str) else []
    theme, version, query = [*lines, "", "", ""][:3]
    return open_state(context, page, query, version or None, theme)


def _theme() -> Theme:
    return Theme.parse(request.cookies.get(Ids.THEME))

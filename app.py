"""Where the parts meet: settings, store, pages, and what protects them."""

import base64
import mimetypes
import os
from collections.abc import Mapping
from pathlib import Path

import dash
from dash import Dash
from dash.development.base_component import Component
from flask import Flask

from callbacks import overview
from callbacks.shared import page_theme, register_link
from callbacks.state import Context
from data.store import NoSnapshot, Store
from layouts import PAGES
from layouts.ui import notices
from layouts.ui.index import index_string
from layouts.ui.shell import shell
from layouts.ui.theme import style_sheet
from settings import Settings
from web.failures import on_error
from web.secure import protect
from web.start import settings_or_exit

PAGE_CALLBACKS = (overview,)
LOADED_APART = r"boot\.js|vendor/.*"


def create_app(settings: Settings, store: Store) -> Dash:
    """The application: every page with its callbacks, in its shell."""
    app = Dash(
        __name__,
        use_pages=True,
        pages_folder="",
        title=settings.brand,
        update_title="",
        index_string=index_string(brand=settings.brand, accent=settings.accent),
        suppress_callback_exceptions=True,
        assets_ignore=LOADED_APART,
        on_error=on_error,
    )
    app.layout = lambda: _shell(settings)
    context = Context(settings, store)
    for page in PAGE_CALLBACKS:
        page.register(app, context)
    dash.register_page("not_found_404", path="/404", layout=lambda **_: notices.not_found())
    register_link(app)
    return app


def create_server(environment: Mapping[str, str] = os.environ) -> Flask:
    """The WSGI application, protected; ends the process with one line where the settings cannot be served."""
    settings = settings_or_exit(environment)
    store = Store(settings.state)
    app = create_app(settings, store)
    style = style_sheet(settings.accent)
    return protect(
        app, settings, ready=lambda: _version(store) is not None, version=lambda: _version(store), style=style
    )


def _shell(settings: Settings) -> Component:
    logo = _data_uri(settings.logo) if settings.logo else None
    destinations = [page.destination for page in PAGES]
    return shell(
        brand=settings.brand, logo=logo, destinations=destinations, content=dash.page_container, theme=page_theme()
    )


def _data_uri(path: Path) -> str:
    kind = mimetypes.guess_type(path.name)[0] or "image/png"
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"


def _version(store: Store) -> str | None:
    try:
        return store.snapshot().version
    except NoSnapshot:
        return None

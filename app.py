"""Where the parts meet: settings, store, pages, and what protects them."""

import os
from collections.abc import Mapping
from html import escape
from pathlib import Path

import dash
from dash import Dash
from flask import Flask

from callbacks import attribution, campaigns, cfo, cmo, customers, data, geography, leads, overview, products
from callbacks.browser import register_link, register_shell
from callbacks.shared import register_not_found
from callbacks.state import Context
from data import jobs
from data.pointer import NoSnapshot
from data.store import Store
from layouts.ui.index import index_string
from layouts.ui.style_sheet import system_style_sheet
from settings import Settings
from web.failures import on_error
from web.secure import protect
from web.start import settings_or_exit

PAGE_CALLBACKS = (overview, campaigns, products, geography, customers, attribution, leads, cmo, cfo, data)
ASSETS = Path(__file__).parent / "assets"
LOADED_APART = r"boot\.js|vendor/.*"


def create_app(settings: Settings, store: Store) -> Dash:
    """The application: every page with its callbacks, in its shell."""
    app = Dash(
        __name__,
        use_pages=True,
        pages_folder="",
        include_pages_meta=False,
        title=escape(settings.brand),
        update_title="",
        index_string=index_string(brand=settings.brand, accent=settings.accent, url=_lasting),
        suppress_callback_exceptions=True,
        assets_ignore=LOADED_APART,
        on_error=on_error,
    )
    app.layout = dash.page_container
    context = Context(settings, store)
    for page in PAGE_CALLBACKS:
        page.register(app, context)
    register_not_found()
    register_link(app)
    register_shell(app)
    return app


def create_server(environment: Mapping[str, str] = os.environ) -> Flask:
    """The WSGI application, protected; ends the process with one line where the settings cannot be served."""
    settings = settings_or_exit(environment)
    store = Store(settings.state)
    app = create_app(settings, store)
    style = system_style_sheet(settings.accent)
    return protect(
        app,
        settings,
        ready=lambda: _version(store) is not None,
        version=lambda: _version(store),
        step=lambda: _step(settings),
        style=style,
    )


def _version(store: Store) -> str | None:
    try:
        return store.snapshot().version
    except NoSnapshot:
        return None


def _step(settings: Settings) -> str:
    """Where a job that loads is, for whoever asks: no name of a file is told."""
    job = jobs.status(settings.state)
    return f", step {job.done + 1} of {job.of}" if job and job.running and job.of else ""


def _lasting(asset: str) -> str:
    return f"/assets/{asset}?m={(ASSETS / asset).stat().st_mtime}"

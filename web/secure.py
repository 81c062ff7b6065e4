"""Everything between the network and the app, in the order in which a request meets it."""

import secrets
from collections.abc import Callable
from types import MappingProxyType

import dash
from flask import Flask
from flask.typing import BeforeRequestCallable
from flask_compress import Compress

from settings import Settings
from web import bundles, failures, guard, headers, health, origin, routes, uploads
from web.gate import gate
from web.values import Accepts

BODY = 1024**2
CALLBACK_BODY = 256 * 1024
NO_EXTRA: Accepts = MappingProxyType({})


def protect(
    app: dash.Dash,
    settings: Settings,
    *,
    ready: Callable[[], bool],
    version: Callable[[], str | None],
    step: Callable[[], str] = str,
    accepts: Accepts = NO_EXTRA,
    style: str = "",
) -> Flask:
    """Make the server of an app safe to serve, and return it; call last, when layout and callbacks are in place.

    A request meets: size, host, password, other sites, health or payload, then Dash. `ready`, `step` and `version`
    answer /readyz and /version. `accepts` says per "id.property" what a callback takes besides plain values. `style`
    sets the --nm- variables of the login page.
    """
    server: Flask = app.server
    key = settings.secret_key or secrets.token_hex(32)
    server.secret_key = key
    own = _settle(app)
    routes.limit(app, BODY, {routes.endpoint(app, routes.CALLBACK): CALLBACK_BODY, **uploads.limits(settings)})
    origin.refuse_foreign_hosts(server, settings)
    if stands := gate(settings, key, style):
        stands.install(server)
    origin.refuse_other_sites(server)
    health.install(server, ready, version, step)
    routes.install(app)
    guard.install(app, accepts)
    server.before_request_funcs[None] += own
    headers.install(server, app.csp_hashes())
    bundles.install(app, settings.state / bundles.FOLDER)
    _compress(server)
    failures.install(server)
    return server


def _settle(app: dash.Dash) -> list[BeforeRequestCallable]:
    """Let Dash finish its setup now, not in the first request, where other threads would meet it half done.

    Returns the hooks that did it, taken off the server.
    """
    with app.server.test_request_context():
        app.server.preprocess_request()
    hooks: list[BeforeRequestCallable] = app.server.before_request_funcs.pop(None, [])
    return hooks


def _compress(server: Flask) -> None:
    server.config.update(COMPRESS_ALGORITHM=["br", "gzip"], COMPRESS_STREAMS=False)
    Compress(server)

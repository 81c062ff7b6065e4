"""Dash's own routes, by name, and the truth about paths that are no page."""

from collections.abc import Mapping

import dash
from flask import Flask, Response, abort, request
from werkzeug.exceptions import MethodNotAllowed

CALLBACK = "_dash-update-component"
PAGE = "<path:path>"
MISSING = "not_found_404"
SUITES = "_dash-component-suites/<string:package_name>/<path:fingerprinted_path>"


def endpoint(app: dash.Dash, name: str) -> str:
    """The endpoint under which Dash registers a route of that name."""
    return f"{app.config.routes_pathname_prefix}{name}"


def assets(app: dash.Dash) -> str:
    """The endpoint under which Dash serves the assets folder."""
    return f"{app.config.routes_pathname_prefix.replace('/', '_').replace('.', '_')}dash_assets.static"


def install(app: dash.Dash) -> None:
    """Answer 404 for a path that is no page (the body is still the page that says so), 405 for reading callbacks."""
    server: Flask = app.server
    callback, page = endpoint(app, CALLBACK), endpoint(app, PAGE)

    def refuse_reading() -> None:
        if request.path == callback and request.method != "POST":
            raise MethodNotAllowed(["POST"], "Callbacks take POST only.")

    def tell_missing(response: Response) -> Response:
        if request.endpoint == page and response.status_code == 200 and not _known(app, request.path):
            response.status_code = 404
        return response

    server.before_request(refuse_reading)
    server.after_request(tell_missing)


def limit(app: dash.Dash, body: int, others: Mapping[str, int]) -> None:
    """Refuse a body above `body` bytes, or what `others` say of a path, before it is read."""
    server: Flask = app.server
    server.config["MAX_CONTENT_LENGTH"] = body

    def refuse_large() -> None:
        most = others.get(request.path, body)
        request.max_content_length = most
        if (request.content_length or 0) > most:
            abort(413, f"The body may have at most {most} bytes.")

    server.before_request(refuse_large)


def _known(app: dash.Dash, path: str) -> bool:
    pages = (page for name, page in dash.page_registry.items() if name != MISSING)
    return app.strip_relative_path(path) in {page["path"].strip("/") for page in pages}

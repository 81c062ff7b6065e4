"""What a person sees when something fails: a short reference, whose cause is in the log."""

import logging
import secrets

from dash import set_props
from flask import Flask, Response, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, InternalServerError

STORE = "failure"
HEADER = "X-Request-ID"


def on_error(error: Exception) -> None:
    """Answer an exception inside a callback: log its cause, show its reference, leave the outputs as they are.

    For `Dash(on_error=on_error)`. The layout holds a `dcc.Store` with the id STORE, whose data becomes
    `{"reference": "4f1a"}`.
    """
    set_props(STORE, {"data": {"reference": log(error)}})


def log(error: BaseException) -> str:
    """Write the traceback to the log under a new reference, and return the reference."""
    reference = secrets.token_hex(2)
    logging.getLogger(__name__).error("Reference %s", reference, exc_info=error)
    return reference


def install(server: Flask) -> None:
    """Answer every error in plain text: Dash's renderer stops at a JSON error body, and nobody should read a trace."""
    server.config["PROPAGATE_EXCEPTIONS"] = False
    server.register_error_handler(HTTPException, _refused)
    server.register_error_handler(Exception, _failed)


def _refused(error: HTTPException) -> ResponseReturnValue:
    if error.code is None or error.code < 400:
        return error.get_response()
    reference = secrets.token_hex(2)
    logging.getLogger(__name__).info("Reference %s: %s %r: %s", reference, request.method, request.path, error)
    return _answer(error, reference)


def _failed(error: Exception) -> Response:
    return _answer(InternalServerError("Something failed here. The log has the cause."), log(error))


def _answer(error: HTTPException, reference: str) -> Response:
    response = Response(f"{error.description}\nReference: {reference}\n", error.code, mimetype="text/plain")
    kept = {name: value for name, value in error.get_headers() if name in {"Allow", "Retry-After"}}
    response.headers.update({**kept, HEADER: reference})
    return response

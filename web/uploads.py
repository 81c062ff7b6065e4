"""The route by which a file comes in: streamed as it is, past the callbacks, and only from a page of this site."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from flask import Flask, Response, abort, current_app, jsonify, request, send_file
from flask.typing import ResponseReturnValue
from itsdangerous import BadData, URLSafeTimedSerializer
from werkzeug.exceptions import HTTPException, LengthRequired

from settings import MEGABYTE, Settings

PATH = "/uploads"
REJECTED = f"{PATH}/rejected"
HEADER = "X-Upload-Token"
SALT = "uploads"
LASTS_SECONDS = 12 * 3_600
STALLED_SECONDS = 60.0
SOCKET = "gunicorn.socket"


class Stream(Protocol):
    """What a request sends."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""


Receive = Callable[[str, int, Stream], str]
Find = Callable[[str], Path | None]


class InsufficientStorage(HTTPException):
    """507: the server has no room for what is sent."""

    code = 507
    name = "Insufficient Storage"


def install(server: Flask, settings: Settings, receive: Receive, rejected: Find) -> None:
    """Take `POST /uploads?name=…` with a file as its body, where that is allowed.

    `receive` keeps it and answers with its name; it raises HTTPException for what is not taken. `rejected` finds the
    file of rows that were rejected, for `GET /uploads/rejected?name=…`.
    """

    def take() -> ResponseReturnValue:
        _refuse_unless(settings.uploads)
        _check_token()
        if request.content_length is None:
            raise LengthRequired("The size of the file must be said.")
        # Whoever stops sending would hold a thread for as long as the connection stands.
        if connection := request.environ.get(SOCKET):
            connection.settimeout(STALLED_SECONDS)
        return jsonify(name=receive(request.args.get("name", ""), request.content_length, request.stream)), 201

    def show() -> Response:
        found = rejected(request.args.get("name", "")) if settings.uploads else None
        _refuse_unless(found)
        return send_file(Path(str(found)).absolute(), "text/csv", as_attachment=True, max_age=0)

    server.add_url_rule(PATH, PATH, take, methods=["POST"])
    server.add_url_rule(REJECTED, REJECTED, show, methods=["GET"])


def rejected_rows(name: str) -> str:
    """Where the rejected rows are that were kept under that name."""
    return f"{REJECTED}?name={quote(name)}"


def limits(settings: Settings) -> dict[str, int]:
    """The bytes that a body may have here."""
    return {PATH: settings.upload_mb * MEGABYTE} if settings.uploads else {}


def token() -> str:
    """What a page sends along with a file, to show that this server made it within twelve hours."""
    return _signed().dumps(None)


def _refuse_unless(given: object) -> None:
    if not given:
        abort(404, "There is no such thing here.")


def _check_token() -> None:
    try:
        _signed().loads(request.headers.get(HEADER, ""), max_age=LASTS_SECONDS)
    except BadData:
        abort(403, "This page has been open for too long. Reload it, and bring in the file again.")


def _signed() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), SALT)

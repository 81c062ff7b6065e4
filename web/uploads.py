"""The route by which a file comes in: streamed as it is, past the callbacks, and only from a page of this site."""

from collections.abc import Callable
from typing import Protocol

from flask import Flask, abort, current_app, jsonify, request
from flask.typing import ResponseReturnValue
from itsdangerous import BadData, URLSafeTimedSerializer
from werkzeug.exceptions import HTTPException, LengthRequired

from settings import MEGABYTE, Settings

PATH = "/uploads"
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


class InsufficientStorage(HTTPException):
    """507: the server has no room for what is sent."""

    code = 507
    name = "Insufficient Storage"


def install(server: Flask, settings: Settings, receive: Receive) -> None:
    """Take `POST /uploads?name=…` with a file as its body, where that is allowed.

    `receive` keeps it and answers with its name; it raises HTTPException for what is not taken.
    """

    def take() -> ResponseReturnValue:
        if not settings.uploads:
            abort(404, "Bringing in files is switched off here.")
        _check_token()
        if request.content_length is None:
            raise LengthRequired("The size of the file must be said.")
        # Whoever stops sending would hold a thread for as long as the connection stands.
        if connection := request.environ.get(SOCKET):
            connection.settimeout(STALLED_SECONDS)
        return jsonify(name=receive(request.args.get("name", ""), request.content_length, request.stream)), 201

    server.add_url_rule(PATH, SALT, take, methods=["POST"])


def limits(settings: Settings) -> dict[str, int]:
    """The bytes that a body may have here."""
    return {PATH: settings.upload_mb * MEGABYTE} if settings.uploads else {}


def token() -> str:
    """What a page sends along with a file, to show that this server made it within twelve hours."""
    return _signed().dumps(None)


def _check_token() -> None:
    try:
        _signed().loads(request.headers.get(HEADER, ""), max_age=LASTS_SECONDS)
    except BadData:
        abort(403, "This page has been open for too long. Reload it, and bring in the file again.")


def _signed() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), SALT)

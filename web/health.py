"""What a platform asks: is the process alive, may it get traffic, which version of the data does it serve."""

from collections.abc import Callable

from flask import Flask, Response

ALIVE = "healthz"
READY = "readyz"
VERSION = "version"


def install(
    server: Flask, ready: Callable[[], bool], version: Callable[[], str | None], step: Callable[[], str]
) -> None:
    """Add /healthz, /readyz (503 and its step while the data loads) and /version (empty while there is none)."""
    server.add_url_rule(f"/{ALIVE}", ALIVE, lambda: _plain("ok"))
    server.add_url_rule(f"/{READY}", READY, lambda: _plain("ready") if ready() else _plain(f"loading{step()}", 503))
    server.add_url_rule(f"/{VERSION}", VERSION, lambda: _plain(version() or ""))


def _plain(text: str, status: int = 200) -> Response:
    return Response(text, status, mimetype="text/plain")

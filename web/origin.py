"""Who may ask: under which host name, and from which site."""

import re

from flask import Flask, abort, request

from settings import LOOPBACK, Settings

PORT = re.compile(r":\d+$")
READING = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_SITE = frozenset({"same-origin", "none"})


def refuse_foreign_hosts(server: Flask, settings: Settings) -> None:
    """Refuse foreign host names where nothing else guards the data.

    A page elsewhere can point its own host name at 127.0.0.1 and read what answers there. A password stops that, and
    so does the host name; with neither wanted, NOVAMART_PUBLIC says so.
    """
    if settings.on_loopback and not (settings.password or settings.public):
        server.before_request(_check_host)


def refuse_other_sites(server: Flask) -> None:
    """Refuse writes that another site's page sends."""
    server.before_request(_check_site)


def _check_host() -> None:
    if PORT.sub("", request.host).strip("[]") not in LOOPBACK:
        abort(400, "This server answers to localhost only. Set NOVAMART_PASSWORD or NOVAMART_PUBLIC=1 to open it.")


def _check_site() -> None:
    if request.method not in READING and not _from_here():
        abort(403, "This request came from another site.")


def _from_here() -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in OWN_SITE
    origin = request.headers.get("Origin")
    return origin is None or origin.partition("://")[2] == request.host

"""One shared password before every route; a signed session remembers who gave it."""

import hmac
import math
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import quote

from flask import Flask, Response, redirect, request, session
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import TooManyRequests, Unauthorized

from settings import Settings
from web import headers, health, login
from web.attempts import Attempts

LOGIN = "login"
ANSWER = "login-answer"
LOGOUT = "logout"
OPEN = frozenset({LOGIN, ANSWER, health.ALIVE, health.READY})
PASS = "pass"  # noqa: S105
EVERYBODY = "everybody"
WRONG = "That is not the password."
INSECURE = "This page came over plain HTTP, where the sign-in is not kept. Open it with https://."


@dataclass(frozen=True)
class Gate:
    """Lets those in who gave `password`; `secure` cookies travel over HTTPS only.

    A session is open for 8 hours and ends at once when the password or the key changes. Failures are counted per
    address (10 in a minute) and over all addresses (100), which also bounds what is remembered.
    """

    password: str
    key: str
    brand: str
    secure: bool
    style: str = ""
    each: Attempts = field(default_factory=lambda: Attempts(limit=10, window=60))
    every: Attempts = field(default_factory=lambda: Attempts(limit=100, window=60))

    def install(self, server: Flask) -> None:
        """Stand before every route of the server but OPEN, and add the routes /login and /logout."""
        server.config.update(
            SESSION_COOKIE_NAME="__Host-novamart" if self.secure else "novamart",
            SESSION_COOKIE_SECURE=self.secure,
            SESSION_COOKIE_HTTPONLY=True,
            SESSION_COOKIE_SAMESITE="Lax",
            SESSION_COOKIE_PATH="/",
            SESSION_REFRESH_EACH_REQUEST=False,
            PERMANENT_SESSION_LIFETIME=timedelta(hours=8),
        )
        server.before_request(self._stop)
        server.add_url_rule(f"/{LOGIN}", LOGIN, self._show, methods=["GET"])
        server.add_url_rule(f"/{LOGIN}", ANSWER, self._check, methods=["POST"])
        server.add_url_rule(f"/{LOGOUT}", LOGOUT, self._leave, methods=["POST"])

    @property
    def proof(self) -> str:
        """What a session carries: it says nothing about the password, and changes with it."""
        return hmac.digest(self.key.encode(), self.password.encode(), "sha256").hex()

    def _stop(self) -> ResponseReturnValue | None:
        if request.endpoint in OPEN or self._signed_in():
            return None
        if _navigates():
            return redirect(f"/{LOGIN}?next={quote(request.full_path.rstrip('?'))}")
        raise Unauthorized("Sign in first.")

    def _signed_in(self) -> bool:
        return hmac.compare_digest(str(session.get(PASS, "")).encode(), self.proof.encode())

    def _show(self) -> ResponseReturnValue:
        return self._page(INSECURE if self.secure and not headers.over_https() else "")

    def _check(self) -> ResponseReturnValue:
        address = _address()
        wait = max(self.each.wait(address), self.every.wait(EVERYBODY))
        if wait:
            raise TooManyRequests("Too many wrong passwords. Try again in a minute.", retry_after=math.ceil(wait))
        if not hmac.compare_digest(request.form.get("password", "").encode(), self.password.encode()):
            self.each.failed(address)
            self.every.failed(EVERYBODY)
            return self._page(WRONG, 401)
        session.permanent = True
        session[PASS] = self.proof
        return redirect(_next(), 303)

    def _leave(self) -> ResponseReturnValue:
        session.clear()
        return redirect(f"/{LOGIN}", 303)

    def _page(self, notice: str, status: int = 200) -> Response:
        action = f"/{LOGIN}?next={quote(_next())}"
        return Response(login.page(self.brand, action, notice, self.style), status)


def gate(settings: Settings, key: str, style: str = "") -> Gate | None:
    """The gate that the settings ask for, if any."""
    if settings.password is None:
        return None
    return Gate(settings.password, key, settings.brand, secure=not settings.on_loopback, style=style)


def _navigates() -> bool:
    """Whether a person opens a page, rather than a script asking for something."""
    asked = request.headers.get("Sec-Fetch-Mode", "navigate")
    return request.method == "GET" and asked == "navigate" and "text/html" in request.headers.get("Accept", "")


def _address() -> str:
    """Who asks: the connection, and the address that the nearest proxy saw."""
    return f"{request.remote_addr} {request.headers.get('X-Forwarded-For', '').rpartition(',')[2].strip()}"


def _next() -> str:
    """Where to go after signing in: a path of this site and nothing else."""
    wanted = request.args.get("next", "/")
    own = wanted.startswith("/") and not wanted.startswith("//") and "\\" not in wanted and wanted.isprintable()
    return wanted if own else "/"

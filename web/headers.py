"""The headers of every answer."""

from collections.abc import Sequence

from flask import Flask, Response, request

YEAR = 31_536_000
FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def policy(scripts: Sequence[str]) -> str:
    """The content security policy; `scripts` are the hashes of the inline scripts it lets run.

    Styles may be inline because Plotly and the grid set them; nothing needs eval.
    """
    directives = {
        "default-src": ("'self'",),
        "script-src": ("'self'", *scripts),
        "style-src": ("'self'", "'unsafe-inline'"),
        "img-src": ("'self'", "data:", "blob:"),
        "font-src": ("'self'", "data:"),
        "connect-src": ("'self'",),
        "worker-src": ("'self'", "blob:"),
        "object-src": ("'none'",),
        "base-uri": ("'none'",),
        "form-action": ("'self'",),
        "frame-ancestors": ("'none'",),
    }
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def over_https() -> bool:
    """Whether the browser came over HTTPS, here or at the proxy in front."""
    return request.is_secure or request.headers.get("X-Forwarded-Proto", "").startswith("https")


def install(server: Flask, scripts: Sequence[str]) -> None:
    """Put the headers on every answer; what says nothing about caching is not stored."""
    fixed = {**FIXED, "Content-Security-Policy": policy(scripts)}

    def add(response: Response) -> Response:
        response.headers.update(fixed)
        response.headers.setdefault("Cache-Control", "no-store")
        if over_https():
            response.headers["Strict-Transport-Security"] = f"max-age={YEAR}"
        return response

    server.after_request(add)

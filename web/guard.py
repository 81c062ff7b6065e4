"""Stands before Dash's callbacks: a payload that no registered callback takes never reaches one."""

import json
import re
from collections.abc import Mapping
from itertools import accumulate
from typing import NoReturn

import dash
from flask import abort, request

from web import routes
from web.payload import PayloadError, Shape, shapes
from web.values import Accepts, plain

DEEPEST = 24
TEXT = re.compile(rb'"(?:[^"\\]|\\.)*"?', re.DOTALL)
NO_BRACKET = re.compile(rb"[^][{}]+")
STEPS = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}


def install(app: dash.Dash, accepts: Accepts) -> None:
    """Refuse with 400, 404 or 415 what the callbacks registered so far do not take; call after the last one."""
    callback = routes.endpoint(app, routes.CALLBACK)
    expected = shapes(app.callback_map, {**_router(), **accepts})

    def guard() -> None:
        if request.endpoint == callback:
            _check(expected)

    app.server.before_request(guard)


def parse(body: bytes) -> dict[str, object]:
    """The JSON object in a body, strictly: UTF-8, no NaN, no key twice, at most 24 levels; raises PayloadError."""
    if _depth(body) > DEEPEST:
        raise PayloadError(f"Nested deeper than {DEEPEST} levels.")
    try:
        found = json.loads(body.decode(), parse_constant=_no_number, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise PayloadError("Expected JSON.") from error
    if not isinstance(found, dict):
        raise PayloadError("Expected a JSON object.")
    return found


def _check(expected: Mapping[str, Shape]) -> None:
    if not request.is_json:
        abort(415, "Expected application/json.")
    try:
        payload = parse(request.get_data())
        output = payload.get("output")
        if not isinstance(output, str) or output not in expected:
            abort(404, "No callback has this output.")
        expected[output].check(payload)
    except PayloadError as error:
        abort(400, str(error))


def _depth(body: bytes) -> int:
    brackets = NO_BRACKET.sub(b"", TEXT.sub(b"", body))
    return max(accumulate(STEPS[bracket] for bracket in brackets), default=0)


def _no_number(name: str) -> NoReturn:
    raise PayloadError(f"{name} is no JSON.")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise PayloadError("A key stands there twice.")
    return found


def _router() -> Accepts:
    """What the page router takes; anything else makes it fail."""
    return {
        "_pages_location.pathname": lambda path: isinstance(path, str) and path.startswith("/") and len(path) < 2048,
        "_pages_location.search": lambda query: query is None or (isinstance(query, str) and plain(query)),
    }

"""What a browser sends to the callbacks of the example app, and how to break it."""

import copy
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.conftest import AGAIN, WATCHED

Payload = dict[str, Any]
PICKS = [{"id": {"kind": "pick", "name": name}, "property": "value", "value": name} for name in ("é", "b")]

SECTION: Payload = {
    "output": "..total.children...note.children..",
    "outputs": [{"id": "total", "property": "children"}, {"id": "note", "property": "children"}],
    "inputs": [
        {"id": "period", "property": "value", "value": "all"},
        {"id": "channels", "property": "value", "value": ["Email"]},
    ],
    "changedPropIds": ["period.value"],
    "parsedChangedPropsIds": ["period.value"],
    "state": [{"id": "_pages_location", "property": "search", "value": "?a=1"}],
}
TOGETHER: Payload = {
    "output": "chosen.children",
    "outputs": {"id": "chosen", "property": "children"},
    "inputs": [PICKS],
    "changedPropIds": ['{"kind":"pick","name":"é"}.value'],
    "parsedChangedPropsIds": [{"kind": "pick", "name": "é"}],
}
ECHO: Payload = {
    "output": '{"kind":"echo","name":["MATCH"]}.children',
    "outputs": {"id": {"kind": "echo", "name": "é"}, "property": "children"},
    "inputs": [PICKS[0]],
    "changedPropIds": ['{"kind":"pick","name":"é"}.value'],
    "parsedChangedPropsIds": [{"kind": "pick", "name": "é"}],
}
SHARED: Payload = {
    "output": AGAIN,
    "outputs": {"id": "note", "property": AGAIN.removeprefix("note.")},
    "inputs": [{"id": "chosen", "property": "children", "value": "x"}],
    "changedPropIds": ["chosen.children"],
    "parsedChangedPropsIds": ["chosen.children"],
}
SIDE: Payload = {
    "output": WATCHED,
    "inputs": [{"id": "total", "property": "children", "value": "x"}],
    "changedPropIds": ["total.children"],
    "parsedChangedPropsIds": ["total.children"],
}
ROUTER: Payload = {
    "output": ".._pages_content.children..._pages_store.data..",
    "outputs": [{"id": "_pages_content", "property": "children"}, {"id": "_pages_store", "property": "data"}],
    "inputs": [
        {"id": "_pages_location", "property": "pathname", "value": "/campaigns"},
        {"id": "_pages_location", "property": "search", "value": "?period=2024"},
    ],
    "changedPropIds": ["_pages_location.pathname"],
    "parsedChangedPropsIds": ["_pages_location.pathname"],
}
TAKEN = {"section": SECTION, "together": TOGETHER, "echo": ECHO, "shared": SHARED, "side": SIDE, "router": ROUTER}


def answer_to(client: FlaskClient, payload: object) -> TestResponse:
    return client.post("/_dash-update-component", json=payload)


def changed(payload: Payload, path: tuple[str | int, ...], value: object) -> Payload:
    """The payload with another value at the path."""
    copied = copy.deepcopy(payload)
    place: Any = copied
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return copied


def without(payload: Payload, path: tuple[str | int, ...]) -> Payload:
    """The payload with nothing at the path."""
    copied = copy.deepcopy(payload)
    place: Any = copied
    for step in path[:-1]:
        place = place[step]
    del place[path[-1]]
    return copied


def places(value: object) -> list[tuple[str | int, ...]]:
    """Every path into a JSON value."""
    steps: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        steps = list(value.items())
    elif isinstance(value, list):
        steps = list(enumerate(value))
    return [path for step, below in steps for path in ((step,), *((step, *rest) for rest in places(below)))]

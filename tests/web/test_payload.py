import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from dash import ALL, Dash, Input, Output, State, html

from web.payload import PayloadError, Shape, shapes
from web.values import texts

PICK = {"kind": "pick", "name": "b"}
SENT: Mapping[str, Any] = {
    "outputs": {"id": "total", "property": "children"},
    "inputs": [{"id": "channels", "property": "value", "value": ["Email"]}, [{"id": PICK, "property": "value"}]],
    "state": [{"id": "period", "property": "value", "value": "all"}],
    "changedPropIds": ["channels.value"],
}
Change = Callable[[dict[str, Any]], None]


@pytest.fixture
def shape() -> Shape:
    app = Dash("example")
    app.layout = html.Div()

    @app.callback(
        Output("total", "children"),
        Input("channels", "value"),
        Input({"kind": "pick", "name": ALL}, "value"),
        State("period", "value"),
    )
    def total(channels: list[str], picks: list[str], period: str) -> str:
        return period

    app._setup_server()
    return shapes(app.callback_map, {"channels.value": texts})["total.children"]


def sent() -> dict[str, Any]:
    copied: dict[str, Any] = json.loads(json.dumps(SENT))
    return copied


def test_what_the_callback_was_registered_with_is_taken(shape: Shape) -> None:
    shape.check(sent())
    shape.check(sent() | {"changedPropIds": ['{"kind":"pick","name":"b"}.value']})


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda payload: payload.update(more=1), "A field that no callback takes"),
        (lambda payload: payload["outputs"].update(id="note"), "another component or property"),
        (lambda payload: payload["outputs"].update(value=1), "id, property and value"),
        (lambda payload: payload["inputs"].pop(), "Expected 2 components"),
        (lambda payload: payload["inputs"][0].update(value={"a": 1}), "another kind of value"),
        (lambda payload: payload["inputs"][1][0]["id"].update(kind="x"), "another component or property"),
        (lambda payload: payload["inputs"].__setitem__(1, {}), "takes a list"),
        (lambda payload: payload["state"][0].update(value=["a"]), "another kind of value"),
        (lambda payload: payload["changedPropIds"].append("period.value"), "no input"),
        (lambda payload: payload.update(parsedChangedPropsIds="x"), "the ids of what changed"),
    ],
)
def test_anything_else_is_refused(change: Change, why: str, shape: Shape) -> None:
    payload = sent()
    change(payload)
    with pytest.raises(PayloadError, match=why):
        shape.check(payload)


def test_what_runs_in_the_browser_has_no_shape() -> None:
    assert shapes({"client.children": {"output": Output("client", "children"), "inputs": [], "state": []}}, {}) == {}

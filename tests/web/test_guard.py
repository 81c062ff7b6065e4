import json
import random
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.conftest import Open
from tests.web.payloads import (
    ECHO,
    PICKS,
    ROUTER,
    SECTION,
    TAKEN,
    TOGETHER,
    Payload,
    answer_to,
    changed,
    places,
    without,
)
from web.guard import parse
from web.payload import PayloadError

ROUNDS = 4000
SEED = 7
FORGED: tuple[Any, ...] = (
    None, True, 0, -1, 2**60, 1e308, 0.5, "", "/", "?", "x" * 5000, "note.children", "é", "\x00", [], {}, [[]],
    ["a"], [None], {"id": "period"}, {"id": ["ALL"], "property": "value"}, {"a": {"b": [1]}}, PICKS, PICKS[0],
    "client.children", "_pages_dummy.children", "_pages_location", '{"kind":"pick","name":["ALL"]}',
)  # fmt: skip
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.text(), below, max_size=3),
    max_leaves=8,
)


def refused(client: FlaskClient, payload: object, status: int = 400) -> bool:
    answer = answer_to(client, payload)
    return (answer.status_code, answer.mimetype) == (status, "text/plain")


@pytest.mark.parametrize("name", TAKEN)
def test_what_the_browser_sends_is_taken(client: FlaskClient, name: str) -> None:
    assert answer_to(client, TAKEN[name]).status_code == 200


def test_the_answer_is_the_callbacks(client: FlaskClient) -> None:
    assert json.loads(answer_to(client, SECTION).text)["response"] == {
        "total": {"children": "ALL"},
        "note": {"children": "Email?a=1"},
    }
    assert json.loads(answer_to(client, TOGETHER).text)["response"] == {"chosen": {"children": "éb"}}


@pytest.mark.parametrize(
    "body", ["", "[", "nul", "[]", "null", "5", '"x"', "\xff", "9" * 5000, '{"output":"a","output":"b"}']
)
def test_a_body_that_is_no_object_is_refused(client: FlaskClient, body: str) -> None:
    answer = client.post("/_dash-update-component", data=body.encode("latin-1"), content_type="application/json")
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")


def test_nesting_is_counted_before_parsing_and_not_in_texts() -> None:
    deepest = b'{"a":' + b"[" * 23 + b"]" * 23 + b"}"
    assert list(parse(deepest)) == ["a"]
    with pytest.raises(PayloadError, match="24 levels"):
        parse(deepest.replace(b"[]", b"[[]]"))
    text = '"\\' + "[" * 30
    assert parse(json.dumps({"a": text}).encode()) == {"a": text}


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_a_body_of_another_kind_is_refused(client: FlaskClient, kind: str) -> None:
    answer = client.post("/_dash-update-component", data=json.dumps(SECTION), content_type=kind)
    assert (answer.status_code, answer.mimetype) == (415, "text/plain")


@pytest.mark.parametrize("output", [None, 5, [], {}, "none.children", "client.children", "_pages_dummy.children"])
def test_an_output_that_no_callback_here_has_is_not_found(client: FlaskClient, output: object) -> None:
    assert refused(client, {**SECTION, "output": output}, 404)
    assert refused(client, without(SECTION, ("output",)), 404)


@pytest.mark.parametrize(
    "payload",
    [
        changed(SECTION, ("outputs", 0, "id"), "chosen"),
        changed(SECTION, ("outputs", 0, "property"), "style"),
        changed(SECTION, ("outputs",), {"id": "total", "property": "children"}),
        changed(ECHO, ("outputs", "id", "kind"), "pick"),
        changed(ECHO, ("outputs", "id", "more"), "x"),
        changed(ECHO, ("inputs", 0, "id"), '{"kind":"pick","name":"é"}'),
        changed(ECHO, ("inputs", 0, "id", "name"), ["ALL"]),
        changed(TOGETHER, ("inputs", 0), PICKS[0]),
        changed(TOGETHER, ("inputs", 0, 1, "id", "name"), None),
        changed(SECTION, ("inputs", 0, "id"), "channels"),
        changed(SECTION, ("inputs",), SECTION["inputs"][:1]),
        changed(SECTION, ("inputs",), SECTION["inputs"] * 2),
        changed(SECTION, ("state",), []),
        without(SECTION, ("state",)),
        changed(SECTION, ("more",), 1),
        changed(SECTION, ("inputs", 0, "more"), 1),
        changed(SECTION, ("changedPropIds",), ["total.children"]),
        changed(SECTION, ("changedPropIds",), "period.value"),
        changed(ROUTER, ("inputs", 0, "value"), "campaigns"),
        changed(ROUTER, ("inputs", 0, "value"), None),
    ],
)
def test_a_payload_that_fits_no_callback_is_refused(client: FlaskClient, payload: Payload) -> None:
    assert refused(client, payload)


@pytest.mark.parametrize("value", [["a"], {}, {"a": 1}, "x" * 4097, 2**53 + 1, "\ud800"])
def test_a_value_that_no_control_sends_is_refused(client: FlaskClient, value: object) -> None:
    assert refused(client, changed(SECTION, ("inputs", 0, "value"), value))


@pytest.mark.parametrize("value", ["x", [1], [["x"]], {"a": "b"}])
def test_what_a_control_takes_besides_is_declared(client: FlaskClient, value: object) -> None:
    assert answer_to(client, changed(SECTION, ("inputs", 1, "value"), None)).status_code == 200
    assert refused(client, changed(SECTION, ("inputs", 1, "value"), value))


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_a_number_that_is_none_is_refused(client: FlaskClient, number: str) -> None:
    body = json.dumps(SECTION).replace('"all"', number)
    answer = client.post("/_dash-update-component", data=body, content_type="application/json")
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")


def test_thousands_of_forged_payloads_never_break_it(client: FlaskClient) -> None:
    pick = random.Random(SEED)
    seen: dict[int, int] = {}
    for _ in range(ROUNDS):
        answer = answer_to(client, forge(pick))
        seen[answer.status_code] = seen.get(answer.status_code, 0) + 1
        assert answer.status_code in {200, 204} or answer.mimetype == "text/plain"
    assert set(seen) <= {200, 204, 400, 404}
    assert {200, 400, 404} <= set(seen)


def forge(pick: random.Random) -> Payload:
    payload = pick.choice(list(TAKEN.values()))
    for _ in range(pick.randint(1, 3)):
        path = pick.choice(places(payload) or [("output",)])
        payload = without(payload, path) if pick.random() < 0.2 else changed(payload, path, pick.choice(FORGED))
    return payload


def test_nor_does_whatever_else_is_sent(open_app: Open) -> None:
    client = open_app()

    @settings(max_examples=300, database=None, suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(list(TAKEN.values())), st.data(), json_values)
    def send(payload: Payload, data: st.DataObject, value: object) -> None:
        path = data.draw(st.sampled_from(places(payload)))
        answer = client.post(
            "/_dash-update-component", data=json.dumps(changed(payload, path, value)), content_type="application/json"
        )
        assert answer.status_code < 500
        assert answer.status_code < 400 or answer.mimetype == "text/plain"

    send()

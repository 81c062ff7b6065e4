"""How the tests ask the page's callback, as its browser does, and read what it answers."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from flask import Response
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from layouts.ui.ids import Ids
from layouts.ui.still import CONTENT

Payload = dict[str, Any]
CALLBACK = "/_dash-update-component"
DEPENDENCIES = "/_dash-dependencies"
KPI_VALUE = "nm-kpi-value"
APART = ("credit-head", "lead-training-head", "data-upload-words")


class Client(FlaskClient):
    """Reads every answer to its end, so that files are closed."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:  # noqa: ANN401
        return super().open(*args, **{"buffered": True, **kwargs})

    def ask(self, query: str = "", version: object = None, theme: object = "light", page: str = "overview") -> "Answer":
        """What a page answers for a link: its first section, and the rest where that is one of its own."""
        answers = [
            self.post(CALLBACK, json=asked)
            for asked in sections(self.get(DEPENDENCIES).json or [], query, version, theme, page)
        ]
        assert [answer.status_code for answer in answers] == [200] * len(answers), answers[0].text
        bodies = [answer.json or {} for answer in answers]
        return Answer({**bodies[0], "response": {k: v for body in bodies for k, v in body["response"].items()}}, page)

    def file(self, table: str, query: object, version: object = None) -> Payload:
        """What is written of a table when its button is pressed, for a link."""
        answer = self.post(CALLBACK, json=pressed(table, query, version))
        assert answer.status_code == 200, answer.text
        twin: Payload = (answer.json or {})["response"][f"{table}-whole"]["data"]
        return twin

    def route(self, path: str, search: object = "") -> TestResponse:
        """What the router of the pages answers for an address."""
        return self.post(CALLBACK, json=routed(path, search))


class Answer:
    """What the callback of a page gave back."""

    def __init__(self, body: Mapping[str, Any], page: str = "overview") -> None:
        self.body = body
        self.page = page

    @property
    def failed(self) -> bool:
        """Whether it failed."""
        return not self.body["response"]

    def part(self, id_: str, prop: str = CONTENT) -> Any:  # noqa: ANN401
        """One of its outputs."""
        return self.body["response"][id_][prop]

    def words(self, id_: str) -> str:
        """The words of one of its outputs, with ordinary spaces."""
        return words(self.part(id_))

    @property
    def figures(self) -> list[str]:
        """The values of the KPI strip."""
        return [re.sub(r" ?×", " ×", words(node)) for node in having(self.part(f"{self.page}-cards"), KPI_VALUE)]

    @property
    def version(self) -> str:
        """The version that the freshness names."""
        return self.words(Ids.FRESHNESS).rpartition("Version ")[2]


def section(
    dependencies: Sequence[Mapping[str, Any]], query: object, version: object, theme: object, page: str = "overview"
) -> Payload:
    """The request for a page's first section."""
    return sections(dependencies, query, version, theme, page)[0]


def sections(
    dependencies: Sequence[Mapping[str, Any]], query: object, version: object, theme: object, page: str
) -> list[Payload]:
    """The requests for a page's sections, made from what the server says of its callbacks."""
    known = [known for known in dependencies if not known["clientside_function"]]
    first = next(known for known in known if f"{page}-head" in known["output"])
    asked = [other for other in known if other["inputs"] == first["inputs"] and other is not first]
    rest = [] if _apart(first) else [other for other in asked if not _apart(other)]
    return [_payload(known, query, version, theme) for known in (first, *rest)]


def _apart(known: Mapping[str, Any]) -> bool:
    """Whether it fills what is asked for by itself in the tests."""
    return any(name in known["output"] for name in APART)


def _payload(known: Mapping[str, Any], query: object, version: object, theme: object) -> Payload:
    output, asked = known["output"], f"{known['inputs'][0]['id']}.data"
    return {
        "output": output,
        "outputs": [_address(name) for name in output.strip(".").split("...")],
        "inputs": [{**_address(asked), "value": f"{theme}\n{version or ''}\n{query}"}],
        "changedPropIds": [asked],
    }


def pressed(table: str, query: object, version: object = None, clicks: object = 1) -> Payload:
    """The request for the whole of a table."""
    given = ((Ids.VIEW, query), (Ids.VERSION, version))
    return {
        "output": f"{table}-whole.data",
        "outputs": {"id": f"{table}-whole", "property": "data"},
        "inputs": [{"id": f"{table}-csv", "property": "n_clicks", "value": clicks}],
        "state": [{"id": id_, "property": "data", "value": value} for id_, value in given],
        "changedPropIds": [f"{table}-csv.n_clicks"],
    }


def changed_input(
    dependencies: Sequence[Mapping[str, Any]], output: str, inputs: Sequence[str], changed: str, value: object
) -> Payload:
    """The request for the callback with that output in which one of its inputs changed to a value."""
    whole = next(known["output"] for known in dependencies if output in known["output"])
    return {
        "output": whole,
        "outputs": [_address(name) for name in whole.strip(".").split("...")],
        "inputs": [{**_address(name), "value": value if name == changed else None} for name in inputs],
        "changedPropIds": [changed],
    }


def routed(path: str, search: object) -> Payload:
    """The request for the page at an address."""
    given = {"pathname": path, "search": search}
    outputs = ("_pages_content.children", "_pages_store.data")
    return {
        "output": f"..{'...'.join(outputs)}..",
        "outputs": [_address(name) for name in outputs],
        "inputs": [{"id": "_pages_location", "property": name, "value": value} for name, value in given.items()],
        "changedPropIds": ["_pages_location.pathname"],
    }


def inside(component: Mapping[str, Any]) -> Any:  # noqa: ANN401
    """What a component sent as JSON holds."""
    return component["props"].get(CONTENT, component["props"].get("children"))


def nodes(tree: object) -> Iterator[dict[str, Any]]:
    """Every component of a tree sent as JSON, in document order."""
    if isinstance(tree, dict) and "props" in tree:
        yield tree
        yield from nodes(inside(tree))
    elif isinstance(tree, list):
        for child in tree:
            yield from nodes(child)


def having(tree: object, kind: str) -> list[dict[str, Any]]:
    """The components of a class."""
    return [node for node in nodes(tree) if kind in str(node["props"].get("className", "")).split()]


def words(tree: object) -> str:
    """The words of a tree sent as JSON, with ordinary spaces."""
    if isinstance(tree, dict) and "props" in tree:
        return words(inside(tree))
    if isinstance(tree, list):
        return "".join(words(child) for child in tree)
    return "" if tree is None else str(tree).replace("\u00a0", " ")


def name_of(id_: str | Mapping[str, object]) -> str:
    """An id as the browser writes it."""
    return id_ if isinstance(id_, str) else json.dumps(id_, sort_keys=True, separators=(",", ":"))


def client_of(server: Any) -> Client:  # noqa: ANN401
    """A client of an app's server."""
    return Client(server, Response)


def _address(name: str) -> dict[str, Any]:
    id_, _, prop = name.rpartition(".")
    return {"id": json.loads(id_) if id_.startswith("{") else id_, "property": prop}

"""How the tests bring files in through the app, press the buttons of its cards and wait for its jobs."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from werkzeug.test import TestResponse

from app import create_server
from layouts.ui.still import CONTENT
from tests.callbacks.asking import CALLBACK, DEPENDENCIES, Client, changed_input, client_of, nodes, words

NAME = "data-upload"
SAID, PREVIEW, FILES, ZONE = (f"{NAME}-{part}" for part in ("said", "preview", "files", "zone"))
INPUTS = (f"{NAME}-asked.data", f"{NAME}-clock.n_intervals", '{"page":"/data","type":"asked"}.data')
PATIENCE = 120.0


def server_of(state: Path, uploads: str = "on", **settings: str) -> Client:
    """A client of a server on that state where uploads are on, or off."""
    environment = {f"NOVAMART_{name.upper()}": value for name, value in settings.items()}
    return client_of(create_server({"NOVAMART_STATE": str(state), "NOVAMART_UPLOADS": uploads, **environment}))


class Cards:
    """An answer of the cards."""

    def __init__(self, response: dict[str, Any]) -> None:
        self._response = response

    @property
    def said(self) -> str:
        """How far things are, or what is in the way."""
        return words(self._response[SAID][CONTENT])

    @property
    def preview(self) -> str:
        """What was found."""
        return words(self._response[PREVIEW][CONTENT])

    @property
    def brought(self) -> str:
        """What is published of what was brought in."""
        return words(self._response[FILES][CONTENT])

    @property
    def versions(self) -> str:
        """The versions."""
        return words(self._response["data-versions"][CONTENT])

    @property
    def closed(self) -> bool:
        """Whether nothing can be brought in."""
        return bool(self._response[ZONE]["hidden"])

    @property
    def waits(self) -> bool:
        """Whether the clock runs."""
        return not self._response[f"{NAME}-clock"]["disabled"]

    @property
    def token(self) -> str:
        """What is sent along with a file."""
        return str(self._response[f"{NAME}-token"]["data"])

    def buttons(self, verb: str) -> Sequence[dict[str, Any]]:
        """The buttons that ask for something."""
        drawn = [self._response[part][CONTENT] for part in (SAID, PREVIEW, FILES, "data-versions")]
        return [node["props"] for tree in drawn for node in nodes(tree) if node["props"].get("data-upload") == verb]


def filled(client: Client) -> Cards:
    """Fill the cards with their page."""
    return _cards(client, INPUTS[2], "light\n\n")


def tick(client: Client) -> Cards:
    """Let the clock tick."""
    return _cards(client, INPUTS[1], 1)


def press(client: Client, verb: object, name: str = "", given: str = "") -> Cards:
    """Ask for something, as a button does, or a form with what was given in it."""
    return _cards(client, INPUTS[0], f"{verb}\n{name}\n{given}\n1")


def asked(client: Client, value: object) -> TestResponse:
    """Ask for whatever that is."""
    return client.post(CALLBACK, json=payload(client, INPUTS[0], value))


def waited(client: Client) -> Cards:
    """Let the clock tick until it rests."""
    deadline = time.monotonic() + PATIENCE
    while (cards := tick(client)).waits and time.monotonic() < deadline:
        time.sleep(0.2)
    return cards


def bring(client: Client, name: str, text: str) -> Cards:
    """Send a file and wait until it was checked."""
    answer = send(client, name, text.encode(), filled(client).token)
    assert answer.status_code == 201, answer.text
    press(client, "arrived")
    return waited(client)


def send(client: Client, name: str, body: bytes, token: str) -> TestResponse:
    """Send a file."""
    return client.post("/uploads", query_string={"name": name}, data=body, headers={"X-Upload-Token": token})


def payload(client: Client, changed: str, value: object) -> dict[str, Any]:
    """The request in which that input changed to a value."""
    return changed_input(client.get(DEPENDENCIES).json or [], f"{PREVIEW}.{CONTENT}", INPUTS, changed, value)


def _cards(client: Client, changed: str, value: object) -> Cards:
    answer = client.post(CALLBACK, json=payload(client, changed, value))
    assert answer.status_code == 200, answer.text
    return Cards((answer.json or {})["response"])

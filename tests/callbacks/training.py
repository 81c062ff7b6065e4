"""How the tests press the button of the training card, and wait for its clock."""

import time
from pathlib import Path
from typing import Any

from app import create_server
from layouts.ui.still import CONTENT
from tests.callbacks.asking import CALLBACK, DEPENDENCIES, Client, changed_input, client_of, words

SAID, START, CLOCK = "lead-training-said", "lead-training-start", "lead-training-clock"
ASKED = '{"page":"/leads","type":"asked"}'
PATIENCE = 120.0


def server_of(state: Path, training: str = "on") -> Client:
    """A client of a server on that state where training is on, or off."""
    return client_of(create_server({"NOVAMART_STATE": str(state), "NOVAMART_TRAINING": training}))


class Card:
    """An answer of the training card."""

    def __init__(self, response: dict[str, Any]) -> None:
        self._response = response

    @property
    def said(self) -> str:
        """How far the job is, or what went wrong."""
        return words(self._response[SAID][CONTENT])

    @property
    def head(self) -> str:
        """What was trained."""
        return words(self._response["lead-training-head"][CONTENT])

    @property
    def may_start(self) -> bool:
        """Whether there is a button."""
        return not self._response[START]["hidden"]

    @property
    def waits(self) -> bool:
        """Whether its clock runs."""
        return not self._response[CLOCK]["disabled"]

    @property
    def done(self) -> bool:
        """Whether the page is to fill itself anew."""
        return "lead-training-done" in self._response


def press(client: Client, clicks: object = 1) -> Card:
    """Press the button."""
    return _card(client, f"{START}.n_clicks", clicks)


def tick(client: Client) -> Card:
    """Let the clock tick."""
    return _card(client, f"{CLOCK}.n_intervals", 1)


def filled(client: Client, asked: object = "light\n\n") -> Card:
    """Fill the card with its page."""
    return _card(client, f"{ASKED}.data", asked)


def waited(client: Client) -> Card:
    """Let the clock tick until it rests."""
    deadline = time.monotonic() + PATIENCE
    while (card := tick(client)).waits and time.monotonic() < deadline:
        time.sleep(0.2)
    return card


def payload(client: Client, changed: str, value: object) -> dict[str, Any]:
    """The request in which that input changed to a value."""
    inputs = (f"{START}.n_clicks", f"{CLOCK}.n_intervals", f"{ASKED}.data")
    return changed_input(client.get(DEPENDENCIES).json or [], SAID, inputs, changed, value)


def _card(client: Client, changed: str, value: object) -> Card:
    answer = client.post(CALLBACK, json=payload(client, changed, value))
    assert answer.status_code == 200, answer.text
    return Card((answer.json or {})["response"])

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from dash import Dash, html

from callbacks import browser
from tests.callbacks.asking import DEPENDENCIES

ASSETS = Path(__file__).parents[2] / "assets"
EVERY: tuple[Callable[[Dash], None], ...] = (
    browser.register_link,
    browser.register_shell,
    lambda app: browser.register_charts(app, ["trend", "ranking"]),
    lambda app: browser.register_toggle(app, "cross-figure", "category", "region"),
    lambda app: browser.register_local(app, "tree", "open", "at"),
    lambda app: browser.register_breakdown(app, "ranking-figure"),
)


def told(*register: Callable[[Dash], None]) -> list[dict[str, Any]]:
    """What a browser is told of an app's callbacks."""
    app = Dash("browser")
    app.layout = html.Div()
    for one in register:
        one(app)
    found: list[dict[str, Any]] = app.server.test_client().get(DEPENDENCIES).json or []
    return found


@pytest.mark.parametrize("register", EVERY)
def test_the_browser_answers_each_without_the_server(register: Callable[[Dash], None]) -> None:
    found = told(register)
    assert found
    for callback in found:
        assert callback["clientside_function"]["namespace"] in {"link", "ui", "twins", "local"}


def test_a_change_of_charts_is_one_callback_however_many_there_are() -> None:
    (callback,) = told(EVERY[2])
    assert [given["id"] for given in callback["inputs"]] == ["trend-twin", "ranking-twin"]


def test_a_click_is_told_once_and_knows_a_filter_for_each_name_of_its_mark() -> None:
    (callback,) = told(EVERY[3])
    assert callback["output"] == "cross-figure.clickData"
    assert [given["id"] for given in callback["inputs"]] == ["cross-figure"]
    keys = [re.findall(r'"key":"(\w+)"', given["id"]) for given in callback["state"]]
    assert keys == [["category"], ["region"]]
    assert callback["prevent_initial_call"]


def test_a_local_choice_draws_again_from_what_was_sent() -> None:
    (callback,) = told(EVERY[4])
    assert callback["output"] == "tree-figure.figure"
    assert callback["inputs"][0] == {"id": "tree-base", "property": "data"}
    assert '"key":"at"' in callback["inputs"][1]["id"]


def test_the_scripts_have_every_function_that_is_named() -> None:
    scripts = "".join(path.read_text() for path in ASSETS.glob("*.js"))
    named = {callback["clientside_function"]["function_name"] for callback in told(*EVERY)}
    assert {"follow", "ask", "carry", "toggle", "toggleBy", "remember"} <= named
    assert [name for name in named if not re.search(rf"\b{name}\b *[(,:=]", scripts)] == []

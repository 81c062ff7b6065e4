"""The whole app through its door: requests of its own page, hostile ones, and pages without data."""

import json
import logging
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dash
import pytest
from dash import ALL
from werkzeug.test import TestResponse

from app import create_server
from data import jobs, pointer
from layouts import PAGES
from tests.callbacks.asking import (
    CALLBACK,
    DEPENDENCIES,
    Answer,
    Client,
    client_of,
    name_of,
    nodes,
    routed,
    section,
    words,
)
from tests.data.publishing import CAMPAIGN_ROWS, publish_rows
from tests.web.payloads import Payload, changed, places, without

PIXEL = b"\x89PNG\r\n\x1a\n"
PATHS = tuple(page.destination.path for page in PAGES)
ROUNDS = 250
SEED = 11
FORGED: tuple[Any, ...] = (
    None, True, 0, -1, 2**60, 0.5, "", "?", "x" * 5000, "\x00", [], {}, [["a"]], {"id": "view"}, "../../etc/passwd",
    "view.data", "theme", "channel=Email", {"a": {"b": [1]}}, "20240101T000000000000-0123456789abcdef",
)  # fmt: skip
HOSTILE = (
    "?pathname_=x&self=1&query=2&context=3&page=4&layout=5&args=6&kwargs=7",
    "?channel=Email&channel=Email&channel=Direct&period=all&period=2024",
    "?%00=%00&channel=%00&from=%00",
    "?channel=%ED%A0%80&channel=%FF",
    "?from=0001-01-01&to=9999-12-31",
    "?from=2024-13-01&to=2024-02-30",
    "?channel=' OR 1=1;--&region=<script>alert(1)</script>&metric=__class__",
    "?basis=paid&channel=Direct",
    "?period=fy-9999-00&compare=&grain=&sort=&split=",
    "?" + "channel=" + "x" * 4000,
    "??&&==%%%",
)


@pytest.fixture(scope="module", autouse=True)
def pages() -> Iterator[None]:
    """No page outlives these tests: Dash keeps one list of them for the process."""
    kept = dict(dash.page_registry)
    yield
    dash.page_registry.clear()
    dash.page_registry.update(kept)


@pytest.fixture(scope="module")
def client(sample_state: Path) -> Client:
    return opened(sample_state)


def opened(state: Path, **settings: str) -> Client:
    environment = {f"NOVAMART_{name.upper()}": value for name, value in settings.items()}
    return client_of(create_server({"NOVAMART_STATE": str(state), **environment}))


def ids(tree: object) -> set[str]:
    return {name_of(node["props"]["id"]) for node in nodes(tree) if "id" in node["props"]}


def page_of(client: Client, search: object = "", path: str = "/") -> object:
    return json.loads(client.route(path, search).text)["response"]["_pages_content"]["children"]


def drawn(answer: Answer) -> list[object]:
    return [part for parts in answer.body["response"].values() for part in parts.values()]


def sound(answer: TestResponse) -> bool:
    refused = answer.status_code in {400, 404} and answer.mimetype == "text/plain"
    return (answer.status_code in {200, 204} or refused) and "Traceback" not in answer.text


def test_two_apps_in_a_process_each_show_their_own_brand_and_data(sample_state: Path, tmp_path: Path) -> None:
    first, second = opened(sample_state, brand="First"), opened(tmp_path, brand="Second")
    assert "First" in words(page_of(first))
    assert "Second" not in words(page_of(first))
    assert "Loading your data" in words(page_of(second))
    assert json.loads(first.route("/").text)["response"]["_pages_store"]["data"]["title"].endswith(" · First")
    assert len(first.ask().figures) == 6


def test_every_id_that_a_callback_names_is_on_the_page(client: Client) -> None:
    callbacks = client.get(DEPENDENCIES).json or []
    trees = [client.get("/_dash-layout").json]
    for path in PATHS:
        trees += [page_of(client, path=path), *drawn(client.ask(page=path.strip("/") or "overview"))]
    found = set().union(*map(ids, trees))
    named = {one["id"] for known in callbacks for one in (*known["inputs"], *known["state"])}
    named |= {name.rpartition(".")[0] for known in callbacks for name in outputs(known)}
    assert "view" in named
    assert {name for name in named if not matched(name, found)} == set()


def outputs(known: dict[str, Any]) -> list[str]:
    return [name for name in known["output"].strip(".").split("...") if "." in name]


def matched(name: str, found: set[str]) -> bool:
    if not name.startswith("{"):
        return name in found
    wanted = json.loads(name)
    return any(fits(wanted, json.loads(one)) for one in found if one.startswith("{"))


def fits(wanted: dict[str, Any], one: dict[str, Any]) -> bool:
    return wanted.keys() == one.keys() and all(wanted[key] in ([ALL.name], one[key]) for key in wanted)


@pytest.mark.parametrize("path", PATHS)
def test_no_id_stands_on_the_page_twice(client: Client, path: str) -> None:
    found = [name_of(node["props"]["id"]) for node in nodes(page_of(client, path=path)) if "id" in node["props"]]
    assert len(found) == len(set(found))


@pytest.mark.parametrize(("path", "status"), [("/", 200), ("/nothing", 404), ("/nothing/here", 404), ("/404", 404)])
def test_a_path_that_is_no_page_is_a_page_with_status_404(client: Client, path: str, status: int) -> None:
    assert client.get(path).status_code == status
    content = words(json.loads(client.route(path).text)["response"]["_pages_content"]["children"])
    assert ("There is no such page" in content) == (status == 404)


def test_without_a_snapshot_the_page_waits_and_the_server_is_alive_but_not_ready(tmp_path: Path) -> None:
    client = opened(tmp_path)
    assert [client.get(path).status_code for path in ("/", "/healthz", "/readyz")] == [200, 200, 503]
    assert client.get("/version").text == ""
    assert "Loading your data" in words(page_of(client))
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    assert client.get("/readyz").status_code == 200
    assert "Loading your data" not in words(page_of(client))


def test_while_it_waits_a_page_says_why_files_were_refused_and_the_server_at_which_step_it_is(tmp_path: Path) -> None:
    client = opened(tmp_path)
    pointer.refuse(tmp_path, "a.csv: 2 of 3 rows would be lost")
    assert "The files were not loaded: a.csv: 2 of 3 rows would be lost" in words(page_of(client))

    def work(tell: jobs.Tell) -> str:
        tell("reading secret.csv", 1, 3)
        return client.get("/readyz").text

    assert jobs.run("ensure", tmp_path, work) == "loading, step 2 of 3"
    assert client.get("/readyz").text == "loading"


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    publish_rows(tmp_path, funnel_data=({"stage": "Visit", "visitors": 10},))
    assert "This page needs campaign_performance" in words(page_of(opened(tmp_path)))


def test_the_customers_are_left_out_where_they_are_not_loaded(tmp_path: Path) -> None:
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    assert opened(tmp_path).ask("period=all").figures == ["₹390.05", "₹150.30", "2.5 ×", "4.5", "₹42.94"]


def test_the_brand_and_the_logo_are_the_settings(sample_state: Path, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(PIXEL)
    client = opened(sample_state, brand="Asha & <Sons>", logo=str(logo), accent="#7A1FA2")
    page = page_of(client)
    assert {node["props"]["src"] for node in nodes(page) if node["type"] == "Img"} == {
        "data:image/png;base64,iVBORw0KGgo="
    }
    assert "Asha & <Sons>" in words(page)
    assert "Asha &amp; &lt;Sons&gt;" in client.get("/").text
    assert client.ask("period=all").part("trend-twin", "data")["file"].startswith("asha-sons-revenue-by-week")


@pytest.mark.parametrize("search", HOSTILE)
def test_a_hostile_link_opens_the_page_and_is_answered(client: Client, search: str) -> None:
    page = client.route("/", search)
    assert (page.status_code, "sideUpdate" in page.text) == (200, False)
    answer = client.ask(search[1:])
    assert not answer.failed
    assert "nan" not in words(answer.part("overview-cards"))
    assert client.get(f"/{search}").status_code == 200


def test_a_link_of_ten_kilobytes_is_refused_or_ignored_with_a_notice(client: Client) -> None:
    assert client.route("/", "?" + "a" * 10_000).status_code == 400
    notices = words(page_of(client, "?channel=" + "é" * 3000))
    assert "longer than 4,096 characters and was ignored" in notices


@pytest.mark.parametrize("value", [5, True, 0.5, None, "../../etc/passwd", "\x00", "20240101T000000000000-" + "0" * 16])
def test_a_value_that_no_browser_sends_is_no_failure(
    client: Client, value: object, caplog: pytest.LogCaptureFixture
) -> None:
    expected = client.ask()
    with caplog.at_level(logging.ERROR):
        for given in ({"query": value}, {"version": value}, {"theme": value}):
            answer = client.ask(**given)  # type: ignore[arg-type]
            assert (answer.figures, answer.version) == (expected.figures, expected.version)
    assert not caplog.records


def test_forged_payloads_are_refused_or_answered(client: Client) -> None:
    pick = random.Random(SEED)
    whole = section(client.get(DEPENDENCIES).json or [], "period=2024", None, "dark")
    seen = set()
    for _ in range(ROUNDS):
        answer = client.post(CALLBACK, json=forge(pick, pick.choice([whole, routed("/", "?period=all")])))
        assert sound(answer), answer.text
        seen.add(answer.status_code)
    assert {200, 400, 404} <= seen


def forge(pick: random.Random, payload: Payload) -> Payload:
    path = pick.choice(places(payload))
    return without(payload, path) if pick.random() < 0.2 else changed(payload, path, pick.choice(FORGED))

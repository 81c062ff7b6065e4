"""What every page has, through the app's own routes."""

from pathlib import Path

import pytest

from app import create_server
from layouts import PAGES
from tests.callbacks.asking import APART, DEPENDENCIES, Client, client_of, name_of, nodes, words


@pytest.fixture(scope="module")
def client(sample_state: Path) -> Client:
    return client_of(create_server({"NOVAMART_STATE": str(sample_state)}))


def props(client: Client, search: str = "") -> dict[str, dict[str, object]]:
    """The properties of every part of the page that has an id."""
    page = (client.route("/", search).json or {})["response"]["_pages_content"]["children"]
    return {name_of(node["props"]["id"]): node["props"] for node in nodes(page) if "id" in node["props"]}


def choice(key: str) -> str:
    return name_of({"type": "choice", "key": key})


def test_a_link_sets_the_controls_of_its_page(client: Client) -> None:
    filters = "channel=Email&channel=Direct&region=West&compare=none&basis=paid"
    found = props(client, f"?{filters}&grain=month&split=channel&metric=cpa&sort=name")
    keys = ("channel", "region", "compare", "basis", "grain", "split", "metric", "sort", "type")
    assert {key: found[choice(key)]["value"] for key in keys} == {
        "channel": ["Direct", "Email"],
        "region": ["West"],
        "compare": "none",
        "basis": "paid",
        "grain": "month",
        "split": "channel",
        "metric": "cpa",
        "sort": "name",
        "type": [],
    }


def test_dates_set_the_date_fields_and_the_custom_period(client: Client) -> None:
    found = props(client, "?from=2026-01-05&to=2026-02-03")
    assert [found[choice(key)]["value"] for key in ("period", "from", "to")] == ["custom", "2026-01-05", "2026-02-03"]


def test_the_page_hands_the_browser_its_canonical_view_and_its_rules(client: Client) -> None:
    found = props(client, "?region=West&device=Mobile&channel=Fax&channel=Email&grain=week")
    assert found["view"]["data"] == "channel=Email&device=Mobile&region=West"
    rules = found["rules"]["data"]
    assert isinstance(rules, dict)
    assert rules["carried"][:3] == ["audience", "device", "segment"]
    assert rules["shared"] == ["period", "from", "to", "compare", "channel", "region", "type", "basis"]
    assert (rules["defaults"]["channel"], rules["defaults"]["grain"]) == ([], "week")


def test_what_was_ignored_of_the_link_is_said_on_the_page(client: Client) -> None:
    page = (client.route("/", "?channel=Fax").json or {})["response"]["_pages_content"]["children"]
    assert "“channel=Fax” in the link is not available here and was ignored." in words(page)


@pytest.mark.parametrize(("cookie", "theme"), [("dark", "dark"), ("light", "light"), ("nonsense", "light")])
def test_the_theme_is_the_one_kept_in_the_browser(client: Client, cookie: str, theme: str) -> None:
    client.set_cookie("theme", cookie)
    assert props(client)["theme"]["data"] == theme
    client.delete_cookie("theme")


def test_the_page_carries_the_version_it_opened_with(client: Client) -> None:
    assert props(client)["version"]["data"] == client.get("/version").text


def test_a_change_of_the_view_is_a_request_for_what_is_seen_first_and_one_for_what_takes_longer(client: Client) -> None:
    callbacks = [known for known in client.get(DEPENDENCIES).json or [] if not known["clientside_function"]]
    on_view = [known for known in callbacks if any("asked" in given["id"] for given in known["inputs"])]
    firsts = [known["output"].strip(".").partition("...")[0].removesuffix(".content") for known in on_view]
    pages = [page.destination.path.strip("/") or "overview" for page in PAGES]
    rests = [f"{page}-insights" for page in ("campaigns", "customers", "leads")]
    assert sorted(firsts) == sorted([*(f"{page}-head" for page in pages), *rests, "cloud-head", *APART])

import pytest

from tests.web.conftest import Open


@pytest.mark.parametrize("host", ["localhost", "localhost:8050", "127.0.0.1:8050", "[::1]:8050"])
def test_this_machine_may_ask(open_app: Open, host: str) -> None:
    assert open_app().get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example:8050",
        "10.0.0.1",
        "[",
        "a b",
        "[::1",
        "localhost:x",
    ],
)
def test_without_a_password_no_other_host_name_is_answered(open_app: Open, host: str) -> None:
    answer = open_app().get("/", headers={"Host": host})
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
    assert host not in answer.text


@pytest.mark.parametrize("settings", [{"public": True}, {"host": "0.0.0.0"}])
def test_a_public_server_answers_to_any_name(open_app: Open, settings: dict[str, object]) -> None:
    assert open_app(**settings).get("/", headers={"Host": "dashboard.example"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://["},
        {"Origin": "http://localhost.evil.example"},
    ],
)
def test_another_site_may_not_write(open_app: Open, headers: dict[str, str]) -> None:
    answer = open_app().post("/_dash-update-component", json={}, headers=headers)
    assert (answer.status_code, answer.mimetype) == (403, "text/plain")


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://localhost"}, {}])
def test_its_own_pages_may(open_app: Open, headers: dict[str, str]) -> None:
    assert open_app().post("/_dash-update-component", json={}, headers=headers).status_code == 404


def test_links_from_other_sites_open(open_app: Open) -> None:
    assert open_app().get("/campaigns", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200

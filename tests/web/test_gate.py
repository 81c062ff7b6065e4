import re

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import Open

PASSWORD = "correct horse é"
HTML = {"Accept": "text/html", "Sec-Fetch-Mode": "navigate"}


@pytest.fixture
def guarded(open_app: Open) -> FlaskClient:
    return open_app(password=PASSWORD)


def sign_in(client: FlaskClient, password: str = PASSWORD, after: str = "/") -> int:
    return client.post("/login", query_string={"next": after}, data={"password": password}).status_code


def test_no_route_answers_a_stranger(guarded: FlaskClient) -> None:
    rules = guarded.application.url_map.iter_rules()
    paths = {re.sub("<[^>]*>", "x", rule.rule) for rule in rules} | {
        "//",
        "/nope",
        "/_dash-layout/",
        "/assets/style.css",
    }
    answers = {path: guarded.get(path).status_code for path in paths}
    assert {path for path, status in answers.items() if status == 200} == {"/login", "/healthz", "/readyz"}
    assert set(answers.values()) == {200, 401}


@pytest.mark.parametrize("path", ["/_dash-update-component", "/logout", "/assets/style.css"])
def test_no_method_helps(guarded: FlaskClient, path: str) -> None:
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "HEAD"):
        assert guarded.open(path, method=method).status_code in {401, 405}


def test_a_forged_payload_does_not_help_either(guarded: FlaskClient) -> None:
    forged = {"inputs": [{"id": "x", "property": "pathname", "value": "/healthz"}]}
    answer = guarded.post("/_dash-update-component", json=forged)
    assert (answer.status_code, answer.mimetype) == (401, "text/plain")


def test_a_link_leads_through_the_password_to_its_page(guarded: FlaskClient) -> None:
    sent = guarded.get("/campaigns?period=2024&channel=Email", headers=HTML)
    assert (sent.status_code, sent.location) == (302, "/login?next=/campaigns%3Fperiod%3D2024%26channel%3DEmail")
    form = guarded.get(sent.location)
    action = re.findall('action="([^"]*)"', form.text)[0]
    answer = guarded.post(action, data={"password": PASSWORD})
    assert (answer.status_code, answer.location) == (303, "/campaigns?period=2024&channel=Email")
    assert guarded.get(answer.location).status_code == 200


def test_a_wrong_password_is_told_and_kept_out(guarded: FlaskClient) -> None:
    answer = guarded.post("/login?next=/campaigns", data={"password": "x"})
    assert answer.status_code == 401
    assert "That is not the password." in answer.text
    assert "next=/campaigns" in answer.text
    assert guarded.get("/_dash-layout").status_code == 401


@pytest.mark.parametrize(
    "wanted",
    [
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "https:evil.example",
        "/\r\nX: y",
        "/\t/evil",
        "//[",
        "",
        "x",
    ],
)
def test_signing_in_never_leads_elsewhere(guarded: FlaskClient, wanted: str) -> None:
    answer = guarded.post("/login", query_string={"next": wanted}, data={"password": PASSWORD})
    assert (answer.status_code, answer.location) == (303, "/")


def test_after_ten_wrong_passwords_one_has_to_wait(guarded: FlaskClient) -> None:
    assert [sign_in(guarded, "wrong") for _ in range(10)] == [401] * 10
    answer = guarded.post("/login", data={"password": PASSWORD})
    assert (answer.status_code, answer.mimetype) == (429, "text/plain")
    assert 0 < int(answer.headers["Retry-After"]) <= 60


def test_nor_may_a_hundred_addresses_take_turns(guarded: FlaskClient) -> None:
    for place in range(100):
        headers = {"X-Forwarded-For": f"10.0.0.{place}"}
        assert guarded.post("/login", data={"password": "wrong"}, headers=headers).status_code == 401
    answer = guarded.post("/login", data={"password": PASSWORD}, headers={"X-Forwarded-For": "10.0.1.1"})
    assert answer.status_code == 429


def test_leaving_closes_the_session(guarded: FlaskClient) -> None:
    assert sign_in(guarded) == 303
    assert guarded.get("/_dash-layout").status_code == 200
    assert guarded.get("/logout").status_code == 404
    assert guarded.post("/logout").location == "/login"
    assert guarded.get("/_dash-layout").status_code == 401


def test_the_cookie_is_for_this_site_only(open_app: Open) -> None:
    answer = open_app(password=PASSWORD).post("/login", data={"password": PASSWORD})
    near = answer.headers["Set-Cookie"]
    assert near.startswith("novamart=")
    assert "HttpOnly" in near
    assert "SameSite=Lax" in near
    assert "Secure" not in near
    far = open_app(password=PASSWORD, host="0.0.0.0", secret_key="k" * 32)
    answer = far.post("/login", data={"password": PASSWORD}, base_url="https://dashboard.example")
    assert answer.headers["Set-Cookie"].startswith("__Host-novamart=")
    assert "Secure" in answer.headers["Set-Cookie"]
    assert far.get("/_dash-layout", base_url="https://dashboard.example").status_code == 200


def test_over_plain_http_the_page_says_that_signing_in_will_not_hold(open_app: Open) -> None:
    far = open_app(password=PASSWORD, host="0.0.0.0", secret_key="k" * 32)
    assert "https://" in far.get("/login", base_url="http://10.0.0.1").text
    assert "https://" not in far.get("/login", headers={"X-Forwarded-Proto": "https"}).text


def test_workers_share_sessions_and_a_new_password_ends_them(open_app: Open) -> None:
    one = open_app(password=PASSWORD, secret_key="k" * 32)
    assert sign_in(one) == 303
    cookie = one.get_cookie("novamart")
    assert cookie is not None
    for password, status in ((PASSWORD, 200), ("another", 401)):
        other = open_app(password=password, secret_key="k" * 32)
        other.set_cookie("novamart", cookie.value)
        assert other.get("/_dash-layout").status_code == status


def test_a_session_that_was_tampered_with_is_none(guarded: FlaskClient) -> None:
    guarded.set_cookie("novamart", "eyJwYXNzIjoieCJ9.aSH.x")
    assert guarded.get("/_dash-layout").status_code == 401


def test_the_brand_is_shown_as_text(open_app: Open) -> None:
    text = open_app(password=PASSWORD, brand="<script>alert(1)</script>").get("/login").text
    assert "<script" not in text
    assert "&lt;script&gt;" in text

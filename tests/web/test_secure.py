from pathlib import Path

from flask.testing import FlaskClient

from tests.web.conftest import Open
from web.secure import BODY


def test_what_is_not_a_file_is_compressed_on_the_way(client: FlaskClient) -> None:
    answer = client.get("/_dash-dependencies", headers={"Accept-Encoding": "gzip, br"})
    assert answer.headers["Content-Encoding"] == "br"
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert "Content-Encoding" not in client.get("/_dash-dependencies").headers


def test_a_request_meets_size_then_host_then_password_then_other_sites(open_app: Open) -> None:
    guarded = open_app(password="correct horse battery staple")
    foreign = {"Host": "evil.example", "Sec-Fetch-Site": "cross-site"}
    assert guarded.post("/login", data=b"x" * (BODY + 1), headers=foreign).status_code == 413
    assert guarded.post("/_dash-update-component", json={}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 401
    alone = open_app()
    assert alone.get("/campaigns", headers=foreign).status_code == 400
    assert alone.post("/_dash-update-component", json={}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_sessions_are_signed_with_a_key_that_is_set_or_made_up(tmp_path: Path, open_app: Open) -> None:
    assert open_app(secret_key="k" * 32).application.secret_key == "k" * 32
    made_up = [open_app().application.secret_key for _ in range(2)]
    assert len(set(made_up)) == 2
    assert all(len(str(key)) == 64 for key in made_up)


def test_dash_has_finished_its_setup_before_the_first_request(client: FlaskClient) -> None:
    assert client.application.before_request_funcs[None]
    before = list(client.application.before_request_funcs[None])
    client.get("/")
    assert client.application.before_request_funcs[None] == before

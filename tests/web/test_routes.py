import io

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize("path", ["/", "/campaigns", "/campaigns?period=2024"])
def test_a_page_is_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/nope", "/console", "/_mcp", "/app.py", "/.env", "/campaigns/1", "/404"])
def test_any_other_path_is_not_but_dash_still_draws_the_page_that_says_so(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (404, "text/html")
    assert "_dash-renderer" in answer.text


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH"])
def test_callbacks_are_only_posted_to(client: FlaskClient, method: str) -> None:
    answer = client.open("/_dash-update-component", method=method)
    assert (answer.status_code, answer.headers["Allow"], answer.mimetype) == (405, "POST", "text/plain")


@pytest.mark.parametrize(("path", "most"), [("/_dash-update-component", 256 * 1024), ("/healthz", 1024**2)])
def test_a_large_body_is_refused_unread(client: FlaskClient, path: str, most: int) -> None:
    answer = client.post(path, data=b"[" * (most + 1), content_type="application/json")
    assert (answer.status_code, answer.mimetype) == (413, "text/plain")


def test_of_a_large_body_that_hides_its_length_no_more_is_read(client: FlaskClient) -> None:
    body = io.BytesIO(b"[" * 1024**2)
    client.post(
        "/_dash-update-component",
        input_stream=body,
        content_type="application/json",
        headers={"Transfer-Encoding": "chunked"},
        environ_overrides={"wsgi.input_terminated": True},
    )
    assert body.tell() == 256 * 1024


@pytest.mark.parametrize("body", ["[" * 100_000, '{"a":' * 40_000, '"' + "\\\\" * 100_000])
def test_a_deep_or_broken_body_is_refused(client: FlaskClient, body: str) -> None:
    answer = client.post("/_dash-update-component", data=body, content_type="application/json")
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")

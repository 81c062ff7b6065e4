import json
import logging

import pytest
from flask.testing import FlaskClient

from tests.web.payloads import SECTION, answer_to, changed


def test_a_callback_that_fails_shows_a_reference_and_logs_the_cause(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    answer = answer_to(client, changed(SECTION, ("inputs", 0, "value"), "fail"))
    assert answer.status_code == 200
    shown = json.loads(answer.text)
    reference = shown["sideUpdate"]["failure"]["data"]["reference"]
    assert shown["response"] == {}
    assert len(reference) == 4
    assert f"Reference {reference}" in caplog.text
    assert "hunter2" in caplog.text
    assert "hunter2" not in answer.text


def test_a_request_that_fails_answers_a_reference_in_plain_text(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise ValueError("the password is hunter2")

    client.application.view_functions["/_dash-layout"] = fail  # type: ignore[assignment]
    answer = client.get("/_dash-layout")
    assert (answer.status_code, answer.mimetype) == (500, "text/plain")
    assert f"Reference: {answer.headers['X-Request-ID']}" in answer.text
    assert "hunter2" not in answer.text
    assert "Traceback" not in answer.text
    assert f"Reference {answer.headers['X-Request-ID']}" in caplog.text
    assert "hunter2" in caplog.text


def test_what_was_refused_has_a_reference_too(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        answer = client.get("/assets/none.css")
    assert (answer.status_code, answer.mimetype) == (404, "text/plain")
    assert f"Reference {answer.headers['X-Request-ID']}: GET '/assets/none.css'" in caplog.text

import io
from pathlib import Path
from unittest.mock import patch

import pytest
from flask import Flask
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from itsdangerous.timed import TimestampSigner

from settings import Settings
from web import failures
from web.uploads import HEADER, LASTS_SECONDS, SALT, InsufficientStorage, Stream, install, limits, rejected_rows, token

KEY = "k" * 32
KEPT: dict[str, bytes] = {}
FOUND: dict[str, Path] = {}


def receive(name: str, size: int, stream: Stream) -> str:
    if name == "full.csv":
        raise InsufficientStorage("No room.")
    KEPT[name] = stream.read(size)
    return name


@pytest.fixture
def client() -> FlaskClient:
    KEPT.clear()
    return served(uploads=True)


def served(uploads: bool) -> FlaskClient:
    server = Flask("example")
    server.secret_key = KEY
    install(server, Settings(uploads=uploads), receive, lambda name: FOUND.get(name))
    failures.install(server)
    return server.test_client()


def signed(client: FlaskClient) -> dict[str, str]:
    with client.application.app_context():
        return {HEADER: token()}


def test_a_file_with_a_token_is_kept_under_its_name(client: FlaskClient) -> None:
    answer = client.post("/uploads?name=M%C3%A4rz%20(1).csv", data=b"1,2\n", headers=signed(client))
    assert (answer.status_code, answer.json) == (201, {"name": "März (1).csv"})
    assert KEPT == {"März (1).csv": b"1,2\n"}


def test_where_it_is_off_there_is_no_such_thing() -> None:
    client = served(uploads=False)
    answer = client.post("/uploads?name=a.csv", data=b"x", headers=signed(client))
    assert (answer.status_code, answer.mimetype) == (404, "text/plain")
    assert limits(Settings()) == {}


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
def test_nothing_else_is_answered(client: FlaskClient, method: str) -> None:
    assert client.open("/uploads", method=method, headers=signed(client)).status_code == 405


@pytest.mark.parametrize(
    "forged",
    [
        {},
        {HEADER: ""},
        {HEADER: "x" * 4000},
        {HEADER: "bnVsbA.aaaa.bbbb"},
        {HEADER: str(URLSafeTimedSerializer("another key", SALT).dumps(None))},
        {HEADER: str(URLSafeTimedSerializer(KEY, "session").dumps(None))},
    ],
)
def test_without_a_token_of_this_server_nothing_is_read(client: FlaskClient, forged: dict[str, str]) -> None:
    body = io.BytesIO(b"x" * 100)
    answer = client.post("/uploads?name=a.csv", input_stream=body, content_length=100, headers=forged)
    assert (answer.status_code, answer.mimetype, body.tell()) == (403, "text/plain", 0)
    assert "Reload" in answer.text


def test_a_token_lasts_as_long_as_a_session_may(client: FlaskClient) -> None:
    with patch.object(TimestampSigner, "get_timestamp", return_value=1_000):
        early = signed(client)
    for late, status in ((LASTS_SECONDS, 201), (LASTS_SECONDS + 1, 403)):
        with patch.object(TimestampSigner, "get_timestamp", return_value=1_000 + late):
            assert client.post("/uploads?name=a.csv", data=b"x", headers=early).status_code == status


def test_a_file_of_unknown_size_is_not_taken(client: FlaskClient) -> None:
    answer = client.post(
        "/uploads?name=a.csv",
        input_stream=io.BytesIO(b"x"),
        headers={**signed(client), "Transfer-Encoding": "chunked"},
        environ_overrides={"wsgi.input_terminated": True},
    )
    assert (answer.status_code, KEPT) == (411, {})


def test_why_a_file_is_not_kept_is_the_first_line(client: FlaskClient) -> None:
    answer = client.post("/uploads?name=full.csv", data=b"x", headers=signed(client))
    assert (answer.status_code, answer.text.splitlines()[0]) == (507, "No room.")


def test_who_stops_sending_is_not_waited_for(client: FlaskClient) -> None:
    waits: list[float] = []

    class Connection:
        def settimeout(self, seconds: float) -> None:
            waits.append(seconds)

    given = {"gunicorn.socket": Connection()}
    client.post("/uploads?name=a.csv", data=b"x", headers=signed(client), environ_overrides=given)
    assert waits == [60.0]


def test_rejected_rows_come_as_a_file_and_nothing_else_does(client: FlaskClient, tmp_path: Path) -> None:
    FOUND["a b.csv"] = tmp_path / "a.rejected.csv"
    FOUND["a b.csv"].write_text("line,expected\n")
    answer = client.get(rejected_rows("a b.csv"), buffered=True)
    assert (answer.status_code, answer.text) == (200, "line,expected\n")
    assert answer.headers["Content-Disposition"] == "attachment; filename=a.rejected.csv"
    assert client.get(rejected_rows("other.csv")).status_code == 404
    assert served(uploads=False).get(rejected_rows("a b.csv")).status_code == 404


def test_a_file_may_be_as_large_as_is_set() -> None:
    assert limits(Settings(uploads=True, upload_mb=3)) == {"/uploads": 3_000_000}

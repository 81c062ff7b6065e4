import resource
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from data.uploads import uploads
from settings import Settings
from tests.callbacks.uploading import filled, server_of
from tests.data.publishing import CAMPAIGN_ROWS, publish_rows
from tests.serving import Serve, Server, serving
from web.uploads import HEADER

KEY = "k" * 32
PATIENCE = 30.0
SMALL = 4_000_000
UNSAID = f"POST /uploads?name=a.csv HTTP/1.1\r\n{HEADER}: {{token}}\r\nTransfer-Encoding: chunked"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A real server that takes files of at most a megabyte."""
    state = tmp_path_factory.mktemp("state")
    publish_rows(state, campaign_performance=CAMPAIGN_ROWS)
    log = tmp_path_factory.mktemp("log") / "log"
    environment = {"NOVAMART_UPLOADS": "on", "NOVAMART_UPLOAD_MB": "1", "NOVAMART_SECRET_KEY": KEY}
    with serving(state, log, until="/healthz", **environment) as running:
        yield running


@pytest.fixture(scope="module")
def token(server: Server) -> str:
    """A token that any worker takes, made by another one."""
    return filled(server_of(server.state, secret_key=KEY)).token


def names(server: Server) -> set[str]:
    return {path.name for path in server.state.glob("uploads/*/*")}


def raw(server: Server, head: str, body: bytes = b"", *, end: bool = False) -> bytes:
    """The first bytes of the answer to a request written by hand; `end` closes our side of the connection."""
    address = urlsplit(server.url)
    with socket.create_connection((str(address.hostname), int(address.port or 0)), timeout=PATIENCE) as connection:
        connection.sendall(f"{head}\r\nHost: {address.netloc}\r\n".encode() + b"\r\n" + body)
        if end:
            connection.shutdown(socket.SHUT_WR)
        try:
            return connection.recv(4096)
        except ConnectionResetError:
            return b""


def posted(token: str, size: object, name: str = "a.csv", *more: str) -> str:
    lines = [f"POST /uploads?name={name} HTTP/1.1", f"{HEADER}: {token}", f"Content-Length: {size}", *more]
    return "\r\n".join(lines)


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer else 0


def test_a_file_comes_in_through_any_worker(server: Server, token: str) -> None:
    before = names(server)
    for number in range(6):
        assert status(raw(server, posted(token, 3, f"w{number}.csv"), b"1,2")) == 201
    assert names(server) - before == {f"w{number}.csv" for number in range(6)}


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (posted("", 3), b"1,2", 403),
        (posted("forged.token.here", 3), b"1,2", 403),
        (posted("{token}", 3, "a.csv", "Sec-Fetch-Site: cross-site"), b"1,2", 403),
        (posted("{token}", 3, "a.csv", "Origin: https://evil.example"), b"1,2", 403),
        (posted("{token}", 0), b"", 400),
        (posted("{token}", 1_000_001), b"", 413),
        (posted("{token}", 10**30), b"", 413),
        (posted("{token}", -1), b"", 400),
        (posted("{token}", "x"), b"", 400),
        (posted("{token}", 3, "a.exe"), b"1,2", 415),
        (posted("{token}", 3, "%00"), b"1,2", 415),
        (posted("{token}", 3, "..%2F..%2Fdataset.toml"), b"1,2", 415),
        (posted("{token}", 3, "%ED%A0%80"), b"1,2", 415),
        (UNSAID, b"3\r\n1,2\r\n0\r\n\r\n", 411),
        (f"POST /uploads HTTP/1.1\r\n{HEADER}: {{token}}\r\nContent-Length: 3", b"1,2", 415),
        ("PUT /uploads?name=a.csv HTTP/1.1\r\nContent-Length: 3", b"1,2", 405),
        ("GET /uploads HTTP/1.1", b"", 404),
        ("POST /uploads/a.csv HTTP/1.1\r\nContent-Length: 3", b"1,2", 405),
    ],
)  # fmt: skip
def test_what_is_not_meant_is_refused_and_nothing_is_kept(
    server: Server, token: str, head: str, body: bytes, expected: int
) -> None:
    before = names(server)
    answer = raw(server, head.replace("{token}", token), body)
    assert status(answer) == expected
    assert b"Traceback" not in answer
    assert names(server) == before


def elsewhere(server: Server) -> set[Path]:
    """The files of its state beside those brought in, locks and the bundles made when they are first asked for."""
    found = (path for path in server.state.rglob("*") if path.is_file() and path.suffix != ".lock")
    return {path for path in found if {"files", "bundles"}.isdisjoint(path.parts)}


@pytest.mark.parametrize("kept", ["..%2F..%2Fjob.csv", "%2Fetc%2Fpasswd.csv", "..%5Cx.csv", "a%0D%0Ab.csv"])
def test_a_name_never_leads_elsewhere(server: Server, token: str, kept: str) -> None:
    before = elsewhere(server)
    assert status(raw(server, posted(token, 3, kept), b"1,2")) == 201
    assert elsewhere(server) == before


@pytest.mark.parametrize("end", [True, False])
def test_of_a_connection_that_is_cut_nothing_is_kept(server: Server, token: str, end: bool) -> None:
    before = names(server)
    if end:
        raw(server, posted(token, 1000, "cut.csv"), b"x" * 500, end=True)
    else:
        address = urlsplit(server.url)
        with socket.create_connection((str(address.hostname), int(address.port or 0))) as connection:
            head = posted(token, 1000, "cut.csv", f"Host: {address.netloc}")
            connection.sendall(f"{head}\r\n\r\n".encode() + b"x" * 500)
    deadline = time.monotonic() + PATIENCE
    while names(server) != before and time.monotonic() < deadline:
        time.sleep(0.05)
    assert names(server) == before
    assert server.status("/healthz") == 200


def test_what_follows_the_file_is_no_part_of_it(server: Server, token: str) -> None:
    raw(server, posted(token, 3, "longer.csv"), b"1,2EXTRA")
    assert (server.state / "uploads" / "files" / "longer.csv").read_bytes() == b"1,2"


def test_a_disk_that_fills_is_told_and_nothing_is_kept(
    serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_rows(tmp_path / "state", campaign_performance=CAMPAIGN_ROWS)
    plain = subprocess.Popen

    def limited(*arguments: object, **given: object) -> "subprocess.Popen[bytes]":
        largest = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL))  # noqa: E731
        return plain(*arguments, **given, preexec_fn=largest)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(subprocess, "Popen", limited)
    full = serve(tmp_path / "state", "/healthz", NOVAMART_UPLOADS="on", NOVAMART_SECRET_KEY=KEY)
    monkeypatch.undo()
    given = filled(server_of(full.state, secret_key=KEY)).token
    assert status(raw(full, posted(given, SMALL + 1), b"x" * (SMALL + 1))) == 507
    assert names(full) == set()
    assert status(raw(full, posted(given, 3), b"1,2")) == 201
    assert uploads(Settings(state=full.state)).held().staged

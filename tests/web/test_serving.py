"""What only a real gunicorn shows."""

import json
import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.serving import PATIENCE, ROOT, Serve, Server, free_port, without_ours

BROTLI = {"Accept-Encoding": "br", "Accept": "text/html"}
ROUTER = {
    "output": ".._pages_content.children..._pages_store.data..",
    "outputs": [{"id": "_pages_content", "property": "children"}, {"id": "_pages_store", "property": "data"}],
    "inputs": [
        {"id": "_pages_location", "property": "pathname", "value": "/"},
        {"id": "_pages_location", "property": "search", "value": ""},
    ],
    "changedPropIds": ["_pages_location.pathname"],
}


def fetch(address: str, payload: object = None, **headers: str) -> tuple[int, dict[str, str], bytes]:
    body = None if payload is None else json.dumps(payload).encode()
    request = urllib.request.Request(address, body, {**BROTLI, "Content-Type": "application/json", **headers})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read()


def test_the_page_arrives_with_its_headers(server: Server) -> None:
    status, headers, _ = fetch(f"{server.url}/")
    assert (status, headers["Content-Encoding"]) == (200, "br")
    assert "script-src 'self' 'sha256-" in headers["Content-Security-Policy"]


def test_its_scripts_and_styles_were_compressed_beside_it(server: Server) -> None:
    page = fetch(f"{server.url}/", **{"Accept-Encoding": "identity"})[2].decode()
    paths = set(re.findall(r'(?:src|href)="(/[^"]+\.(?:js|css)[^"]*)"', page))
    assert len(paths) > 8
    deadline = time.monotonic() + PATIENCE
    while paths and time.monotonic() < deadline:
        paths = {path for path in paths if fetch(server.url + path)[1].get("Content-Encoding") != "br"}
        time.sleep(0.2)
    assert not paths


def test_the_first_callbacks_of_fresh_workers_all_succeed(serve: Serve, sample_state: Path) -> None:
    fresh = serve(sample_state, until="/healthz")
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda _: fetch(f"{fresh.url}/_dash-update-component", ROUTER), range(32)))
    assert {status for status, _, _ in answers} == {200}


def test_it_says_where_it_is_in_one_line(server: Server) -> None:
    lines = [line for line in server.log.read_text().splitlines() if "ready on" in line]
    assert lines == [f"NovaMart is ready on {server.url}"]


def test_workers_share_the_sessions_of_a_password(serve: Serve, sample_state: Path) -> None:
    guarded = serve(sample_state, until="/healthz", NOVAMART_PASSWORD="open sesame")
    assert fetch(f"{guarded.url}/_dash-layout", Accept="*/*")[0] == 401
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    with opener.open(f"{guarded.url}/login", b"password=open+sesame") as page:
        assert page.status == 200
    statuses = set()
    for _ in range(12):
        with opener.open(f"{guarded.url}/_dash-layout") as answer:
            statuses.add(answer.status)
    assert statuses == {200}


@pytest.mark.parametrize("arguments", [[], ["--bind", "0.0.0.0:0"]])
def test_ones_own_data_is_not_served_to_everybody_unasked(tmp_path: Path, arguments: list[str]) -> None:
    bind = {} if arguments else {"BIND": "0.0.0.0"}
    ended = subprocess.run(
        [sys.executable, "-m", "gunicorn", *arguments, "app:create_server()"],
        cwd=ROOT,
        env={**without_ours(), **bind, "NOVAMART_DATA": str(tmp_path), "PORT": str(free_port())},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (ended.returncode, ended.stdout) == (78, "")
    assert re.fullmatch(r"NOVAMART_DATA would be open to everybody .* NOVAMART_PASSWORD, .*\n", ended.stderr)


def test_a_port_alone_opens_nothing() -> None:
    assert "BIND=0.0.0.0" in (ROOT / "Procfile").read_text()
    names = [name for name in os.listdir(ROOT) if name.endswith(".py") and "0.0.0.0" in (ROOT / name).read_text()]
    assert names == []

import gzip
import re
from pathlib import Path

import brotli
import dash
import pytest
from flask.testing import FlaskClient

from settings import Settings
from tests.web.conftest import Open, example
from web import bundles

YEAR = "31536000"
BROTLI = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.fixture
def script(client: FlaskClient) -> str:
    paths: list[str] = re.findall('src="([^"]+html_components[^"]+)"', client.get("/").text)
    return paths[0]


def compress(tmp_path: Path) -> None:
    """Do what the build does, for one script and one style."""
    folder = Path(dash.__file__).parent
    paths = [folder / "html" / "dash_html_components.min.js", tmp_path / "assets" / "style.css"]
    bundles.build(paths, tmp_path / "state" / bundles.FOLDER)


def test_a_suite_is_sent_as_it_is_until_it_is_compressed(client: FlaskClient, script: str, tmp_path: Path) -> None:
    plain = client.get(script, headers=BROTLI)
    assert "Content-Encoding" not in plain.headers
    compress(tmp_path)
    small = client.get(script, headers=BROTLI)
    assert small.headers["Content-Encoding"] == "br"
    assert brotli.decompress(small.data) == plain.data
    assert len(small.data) < len(plain.data) / 5
    assert small.mimetype == plain.mimetype == "text/javascript"


@pytest.mark.parametrize(
    ("accepted", "encoding"), [("gzip", "gzip"), ("br;q=0, gzip", "gzip"), ("", None), ("zstd", None)]
)
def test_the_browser_gets_what_it_takes(
    client: FlaskClient, script: str, tmp_path: Path, accepted: str, encoding: str | None
) -> None:
    compress(tmp_path)
    answer = client.get(script, headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding") == encoding
    body = gzip.decompress(answer.data) if encoding else answer.data
    assert b"DashHtmlComponents" in body or b"dash_html_components" in body


def test_what_has_a_fingerprint_is_kept_for_good(client: FlaskClient, script: str) -> None:
    for path in (script, "/assets/style.css?m=1"):
        answer = client.get(path)
        control = answer.headers["Cache-Control"]
        assert {"public", f"max-age={YEAR}", "immutable"} == set(control.split(", "))
        assert "Accept-Encoding" in answer.headers["Vary"]


def test_what_has_none_is_asked_for_each_time(client: FlaskClient, tmp_path: Path) -> None:
    compress(tmp_path)
    answer = client.get("/assets/style.css", headers=BROTLI)
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.headers["Content-Encoding"] == "br"
    again = client.get("/assets/style.css", headers={**BROTLI, "If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    (tmp_path / "assets" / "style.css").write_text("p{color:blue}")
    changed = client.get("/assets/style.css", headers={**BROTLI, "If-None-Match": answer.headers["ETag"]})
    assert (changed.status_code, changed.data) == (200, b"p{color:blue}")


@pytest.mark.parametrize(
    "path",
    [
        "/_dash-component-suites/dash/dash.py",
        "/_dash-component-suites/dash/../../settings.py",
        "/_dash-component-suites/dash/%2e%2e/flask/app.py",
        "/_dash-component-suites/os/path.py",
        "/_dash-component-suites/<script>/x.js",
        "/assets/../conftest.py",
        "/assets/%2e%2e/conftest.py",
        "/assets/..%2f..%2fetc/passwd",
        "/assets/none.css",
    ],
)
def test_nothing_else_is_sent(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "def " not in answer.text


def test_building_again_writes_what_changed_and_drops_what_nobody_wants(tmp_path: Path) -> None:
    source, folder = tmp_path / "a.js", tmp_path / "bundles"
    source.write_text("let a = 1;" * 100)
    assert (bundles.build([source], folder), bundles.build([source], folder)) == (2, 0)
    before = set(folder.iterdir())
    source.write_text("let b = 2;" * 100)
    assert bundles.build([source], folder) == 2
    assert len(set(folder.iterdir())) == 2
    assert not before & set(folder.iterdir())


def test_the_build_knows_every_file_the_app_may_ask_for(open_app: Open, tmp_path: Path) -> None:
    open_app()
    app = example(Settings(state=tmp_path), tmp_path / "assets")
    names = {path.name for path in bundles.files(app)}
    assert {"plotly.min.js", "async-graph.js", "dash_renderer.min.js", "style.css"} <= names
    assert not any(name.endswith(".map") for name in names)

import hashlib
import re
from base64 import b64encode

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize("path", ["/", "/nope", "/healthz", "/_dash-layout", "/assets/style.css", "/assets/none.css"])
def test_every_answer_carries_them(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "unsafe-eval" not in headers["Content-Security-Policy"]
    assert "Strict-Transport-Security" not in headers


def test_only_the_inline_scripts_of_the_page_may_run(client: FlaskClient) -> None:
    page = client.get("/")
    text = re.sub("<!--.*?-->", "", page.text, flags=re.DOTALL)
    scripts = re.findall(r"<script(?:(?! src=)[^>])*>(.*?)</script>", text, re.DOTALL)
    run = [script for script in scripts if script and not script.startswith("{")]
    hashes = {f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in run}
    policy = dict(part.split(" ", 1) for part in page.headers["Content-Security-Policy"].split("; "))
    assert set(policy["script-src"].split()) == {"'self'", *hashes}
    assert len(hashes) == 2


def test_what_carries_data_is_not_stored(client: FlaskClient) -> None:
    paths = ("/", "/_dash-layout", "/_dash-dependencies", "/nope")
    assert {client.get(path).headers["Cache-Control"] for path in paths} == {"no-store"}


def test_https_stays_https(client: FlaskClient) -> None:
    answer = client.get("/healthz", headers={"X-Forwarded-Proto": "https"})
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"

"""The product as benches meet it: a server with everything built, and a Chromium."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from data import warehouse
from settings import Settings
from tests.browsing import idle
from tests.serving import ROOT, Server, serving, without_ours
from tools import chromium

DRAWN = """() => {
  const plots = [...document.querySelectorAll(".js-plotly-plot")];
  return plots.length > 0 && plots.every(plot => plot.data?.length && plot.querySelector(".main-svg"));
}"""


@contextmanager
def site() -> Iterator[Server]:
    """A server on the sample, its snapshot and compressed bundles built beforehand."""
    with tempfile.TemporaryDirectory() as folder:
        state = Path(folder, "state")
        warehouse.ensure(Settings(state=state))
        bundles = {**without_ours(), "NOVAMART_STATE": str(state)}
        subprocess.run([sys.executable, "-m", "web.bundles"], cwd=ROOT, env=bundles, check=True, stdout=sys.stderr)
        with serving(state, Path(folder, "log")) as server:
            yield server


@contextmanager
def browser() -> Iterator[Browser]:
    """A Chromium without a window."""
    path = chromium.find(os.environ)
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=path) as started:
        yield started


def opened(page: Page, server: Server, path: str = "/") -> Page:
    """The page at a path, open, drawn and at rest."""
    page.goto(f"{server.url}{path}")
    page.wait_for_function(DRAWN)
    return idle(page)

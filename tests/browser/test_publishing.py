"""Publishing while the site is in use: two real workers, readers that never stop, publishers that die."""

import json
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Page, expect

from data import pointer
from tests.browsing import idle
from tests.callbacks.asking import CALLBACK, DEPENDENCIES, Answer, Payload, section
from tests.data.writing import campaign, write
from tests.serving import ROOT, Server, serving, without_ours

READERS = 6
LOOKS = 24
PATIENCE = 60.0
KPIS = ".nm-kpi-value"
BIG = 40_000


@dataclass(frozen=True)
class Site:
    """A server, and the folder of files that is published to it."""

    server: Server
    folder: Path

    def write(self, revenue: int) -> Path:
        """Replace the campaign file by one row with this revenue."""
        return write(self.folder / "campaigns.csv", campaign({"revenue": str(revenue)}))

    def start(self) -> "subprocess.Popen[bytes]":
        """Start a publisher of the folder."""
        environment = {**without_ours(), "NOVAMART_STATE": str(self.server.state)}
        command = [sys.executable, "-m", "data", "publish", str(self.folder)]
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def publish(self, revenue: int) -> str:
        """Publish a campaign file with this revenue and return its version."""
        self.write(revenue)
        publisher = self.start()
        said, _ = publisher.communicate()
        assert publisher.returncode == 0, said.decode()
        return self.current

    @property
    def current(self) -> str:
        """The version in force."""
        return pointer.current(self.server.state) or ""

    def version(self) -> str:
        """The version that a worker says it serves."""
        with urllib.request.urlopen(f"{self.server.url}/version", timeout=30) as answer:
            assert answer.status == 200
            return str(answer.read().decode())

    def payload(self, version: str | None = None) -> Payload:
        """The request for the overview over all dates."""
        with urllib.request.urlopen(self.server.url + DEPENDENCIES, timeout=30) as answer:
            return section(json.load(answer), "period=all", version, "light")

    def ask(self, payload: Payload) -> tuple[str, str]:
        """The version and the revenue that a worker's one answer shows."""
        headers = {"Content-Type": "application/json"}
        asked = urllib.request.Request(self.server.url + CALLBACK, json.dumps(payload).encode(), headers)
        with urllib.request.urlopen(asked, timeout=30) as sent:
            assert sent.status == 200
            answer = Answer(json.load(sent))
        return answer.version, answer.figures[0]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder, state = tmp_path_factory.mktemp("files"), tmp_path_factory.mktemp("state")
    write(folder / "campaigns.csv", campaign({"revenue": "100"}))
    log = tmp_path_factory.mktemp("server") / "log"
    with serving(state, log, NOVAMART_DATA=str(folder), WEB_CONCURRENCY="2") as running:
        yield Site(running, folder)


def short(version: str) -> str:
    """A version as the page names it."""
    return version.rpartition("-")[2][:8]


def until(true: Callable[[], bool]) -> None:
    """Wait until something is true; fails when it never is."""
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.1)


def everywhere(site: Site, version: str) -> bool:
    """Whether every worker serves the version, asked often and at once so that each has its turn."""
    with ThreadPoolExecutor(READERS) as readers:
        return set(readers.map(lambda _: site.version(), range(LOOKS))) == {version}


def test_readers_never_see_an_error_or_two_versions_in_one_answer(site: Site) -> None:
    shown = {short(site.current): "₹100.00"}
    payloads = [site.payload(), site.payload(site.current)]
    over, answers, versions = Event(), [], []

    def read(place: int) -> None:
        while not over.is_set():
            answers.append(site.ask(payloads[place % 2]))
            versions.append(site.version())

    with ThreadPoolExecutor(READERS) as readers:
        reading = [readers.submit(read, place) for place in range(READERS)]
        try:
            for revenue in (200, 300):
                shown[short(site.publish(revenue))] = f"₹{revenue}.00"
            until(lambda: everywhere(site, site.current))
        finally:
            over.set()
        for one in reading:
            one.result()
    assert {shown[version] for version, _ in answers} >= {"₹300.00"}
    assert all(shown[version] == revenue for version, revenue in answers)
    assert {short(version) for version in versions} <= shown.keys()
    assert site.ask(site.payload()) == (short(site.current), "₹300.00")


def test_an_open_page_moves_to_new_figures_by_itself_and_keeps_its_view(site: Site, page: Page) -> None:
    site.publish(400)
    until(lambda: everywhere(site, site.current))
    page.goto(f"{site.server.url}/?channel=Email&period=all")
    expect(page.locator(KPIS).first).to_have_text("₹400.00")
    idle(page).evaluate("window.untouched = true")
    version = site.publish(500)
    expect(page.locator(KPIS).first).to_have_text("₹500.00", timeout=PATIENCE * 1000)
    expect(page.locator("#freshness")).to_contain_text(short(version))
    idle(page)
    assert page.evaluate("window.untouched")
    assert page.url.endswith("/?channel=Email&period=all")
    page.locator("summary[id*=compare]").click()
    page.get_by_label("Nothing", exact=True).click()
    idle(page)
    expect(page.locator(KPIS).first).to_have_text("₹500.00")


def test_a_publisher_that_is_killed_leaves_what_was_in_force(site: Site) -> None:
    before = site.current
    until(lambda: everywhere(site, before))
    shown = site.ask(site.payload())
    rows = ({"revenue": "1", "campaign_id": f"C{number}"} for number in range(BIG))
    write(site.folder / "campaigns.csv", campaign(*rows))
    publisher = site.start()
    until(lambda: any((site.server.state / pointer.SCRATCH).glob("*.duckdb")) or publisher.poll() is not None)
    publisher.send_signal(signal.SIGKILL)
    publisher.communicate()
    assert publisher.returncode == -signal.SIGKILL
    assert (site.current, site.ask(site.payload())) == (before, shown)
    version = site.publish(600)
    until(lambda: everywhere(site, version))
    assert site.ask(site.payload()) == (short(version), "₹600.00")
    assert not (site.server.state / pointer.SCRATCH).exists()


def test_a_bad_file_leaves_what_was_in_force_and_names_itself(site: Site) -> None:
    before = site.current
    until(lambda: everywhere(site, before))
    shown = site.ask(site.payload())
    again = write(site.folder / "again.csv", site.write(700).read_text())
    publisher = site.start()
    said, _ = publisher.communicate()
    again.unlink()
    assert publisher.returncode == 2
    assert b"Traceback" not in said
    assert b"again.csv" in said
    assert (site.current, site.ask(site.payload())) == (before, shown)

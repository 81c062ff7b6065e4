"""What opening the overview costs a browser, the first time and again."""

from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext

from tests.benchmarks.site import browser, opened, site
from tests.benchmarks.timing import Cell, Timing, table
from tests.serving import Server

TITLE = "Opening the overview in Chromium on this machine (ms, median / p95)"
HEADINGS = ("load", "requests", "kB", "at rest", "main thread", "of it scripts")
RUNS = 5


@dataclass
class Load:
    """One load: what came over the network and how long the browser was busy."""

    requests: int = 0
    transferred: float = 0
    at_rest: float = 0
    tasks: float = 0
    scripts: float = 0

    def finished(self, event: dict[str, float]) -> None:
        """Count a response; one from the browser's cache has no bytes."""
        self.requests += 1
        self.transferred += event["encodedDataLength"]


def run() -> str:
    """Load with an empty cache and again with a full one, in a profile of its own each time."""
    with site() as server, browser() as chromium:
        pairs = [_pair(chromium, server) for _ in range(RUNS)]
    cold, repeat = zip(*pairs, strict=True)
    return table(HEADINGS, [_row("first", cold), _row("again", repeat)])


def _pair(chromium: Browser, server: Server) -> tuple[Load, Load]:
    with chromium.new_context(viewport={"width": 1440, "height": 1091}) as context:
        return _load(context, server), _load(context, server)


def _load(context: BrowserContext, server: Server) -> Load:
    page, load = context.new_page(), Load()
    devtools = context.new_cdp_session(page)
    devtools.on("Network.loadingFinished", load.finished)
    devtools.send("Network.enable")
    devtools.send("Performance.enable")
    load.at_rest = opened(page, server).evaluate("() => performance.now()")
    told = {metric["name"]: metric["value"] for metric in devtools.send("Performance.getMetrics")["metrics"]}
    load.tasks, load.scripts = 1000 * told["TaskDuration"], 1000 * told["ScriptDuration"]
    page.close()
    return load


def _row(name: str, loads: tuple[Load, ...]) -> list[Cell | Timing]:
    return [
        name,
        loads[-1].requests,
        loads[-1].transferred / 1000,
        Timing.of([load.at_rest for load in loads]),
        Timing.of([load.tasks for load in loads]),
        Timing.of([load.scripts for load in loads]),
    ]

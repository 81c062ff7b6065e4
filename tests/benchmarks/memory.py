"""What the server's processes hold in memory, shared pages counted once (PSS)."""

import time
from collections.abc import Iterator

import psutil  # type: ignore[import-untyped]

from tests.benchmarks.site import browser, opened, site
from tests.benchmarks.timing import table

TITLE = "Memory of the server after page views (MB, PSS)"
HEADINGS = ("process", "memory")
VIEWS = 20
PATIENCE = 60


def run() -> str:
    """Open the overview often enough for every worker to have served it."""
    with site() as server, browser() as chromium:
        _wait_for_jobs(server.process.pid)
        for _ in range(VIEWS):
            with chromium.new_context() as context:
                opened(context.new_page(), server)
        held = [(name, _megabytes(process)) for name, process in _processes(server.process.pid)]
    return table(HEADINGS, [*held, ("together", sum(size for _, size in held))])


def _processes(pid: int) -> Iterator[tuple[str, psutil.Process]]:
    master = psutil.Process(pid)
    yield "master", master
    yield from (("worker", child) for child in master.children())


def _megabytes(process: psutil.Process) -> float:
    return float(process.memory_full_info().pss) / 1e6


def _wait_for_jobs(pid: int) -> None:
    """Until every process besides the master is one of its forks: what it starts besides them ends by itself."""
    master, deadline = psutil.Process(pid), time.monotonic() + PATIENCE
    while time.monotonic() < deadline and any(child.cmdline() != master.cmdline() for child in master.children()):
        time.sleep(0.2)

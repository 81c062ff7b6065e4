"""Finds a Chromium for the browser tests, or installs one; `python -m tools.chromium` prints its path."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MACOS = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
PATIENCE = 900
REMEDY = "No Chromium could be installed. Install Chromium or Chrome, or name it: make test CHROMIUM=/path/to/chrome"


def find(environment: Mapping[str, str]) -> str | None:
    """The path of a Chromium that starts: the one CHROMIUM names, else the system's, else Playwright's own."""
    return next((path for path in _candidates(environment) if path and starts(path)), None)


def starts(path: str) -> bool:
    """Whether it is a browser that runs: on Ubuntu `chromium` may be a note that says to install a snap."""
    return "Chrom" in _output([path, "--version"])


def installations(administrator: Sequence[str] | None) -> list[list[str]]:
    """The commands that can bring a Chromium, best first; `administrator` is what a command needs in front, if any."""
    playwright = [sys.executable, "-m", "playwright", "install", "chromium"]
    if administrator is None or not shutil.which("apt-get"):
        return [playwright]
    apt = [*administrator, "apt-get"]
    system = [*apt, "install", "--yes", "--no-install-recommends", "chromium"]
    return [[*apt, "update"], system, [*playwright, "--with-deps"], playwright]


def administrator() -> list[str] | None:
    """What makes a command run as root without a question: nothing for root, sudo where it asks nothing, else None."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "--non-interactive"]
    return sudo if _output([*sudo, "id", "--user"]).strip() == "0" else None


def ensure(look: Callable[[], str | None], install: Callable[[list[str]], object], ways: list[list[str]]) -> str | None:
    """The path that `look` finds, after as few of the `ways` to install as it takes; None if none of them helped."""
    for way in ways:
        if found := look():
            return found
        install(way)
    return look()


def main() -> None:
    """Print the path of a Chromium that starts, installing one if need be; else say what to do and exit with 1."""
    found = ensure(lambda: find(os.environ), _install, installations(administrator()))
    if found is None:
        sys.exit(REMEDY)
    sys.stdout.write(found + "\n")


def _candidates(environment: Mapping[str, str]) -> Iterator[str | None]:
    if named := environment.get("CHROMIUM"):
        yield shutil.which(named, path=environment.get("PATH"))
        return
    for name in (*NAMES, MACOS):
        yield shutil.which(name, path=environment.get("PATH"))
    yield _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _install(command: list[str]) -> None:
    sys.stderr.write(f"No Chromium yet, trying: {' '.join(command)}\n")
    _output(command)


def _output(command: list[str]) -> str:
    """What a command says; nothing if it fails. It can ask no question."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        return subprocess.run(  # noqa: S603 - the commands are the constants above and the developer's own CHROMIUM
            command, env=quiet, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=PATIENCE, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return ""


if __name__ == "__main__":
    main()

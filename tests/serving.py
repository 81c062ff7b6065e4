"""A real gunicorn for tests: on a free port, answering when the test begins, gone when it ends."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PATIENCE = 180.0
OURS = ("NOVAMART_", "PORT", "BIND", "WEB_CONCURRENCY")

Serve = Callable[..., "Server"]


class ServerError(RuntimeError):
    """The server ended or never got ready; carries its log."""


@dataclass(frozen=True)
class Server:
    """A running server: its address, its state folder, its process and where it writes its log."""

    url: str
    state: Path
    process: subprocess.Popen[bytes]
    log: Path

    def status(self, path: str) -> int | None:
        """The HTTP status it answers for a path; None when it does not answer."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=5) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            with error:
                return error.code
        except OSError:
            return None


@contextmanager
def serving(state: Path, log: Path, *, until: str = "/readyz", **environment: str) -> Iterator[Server]:
    """A server on `state` with these environment variables, once it answers 200 for the path `until`."""
    port = free_port()
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "app:create_server()"],
            cwd=ROOT,
            env={**without_ours(), "NOVAMART_STATE": str(state), "PORT": str(port), **environment},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    server = Server(f"http://127.0.0.1:{port}", state, process, log)
    try:
        _wait(server, until)
        yield server
    finally:
        stop(process)


def without_ours() -> dict[str, str]:
    """This environment without the settings of the product."""
    return {name: value for name, value in os.environ.items() if not name.startswith(OURS)}


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a process, gently if it lets us."""
    process.terminate()
    try:
        process.wait(timeout=30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _wait(server: Server, path: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while server.status(path) != 200:
        if server.process.poll() is not None or time.monotonic() > deadline:
            raise ServerError(f"{server.url}{path} is not there:\n{server.log.read_text(errors='replace')}")
        time.sleep(0.1)

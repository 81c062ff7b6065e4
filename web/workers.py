"""What gunicorn's processes do around serving."""

import subprocess
import sys
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import replace
from pathlib import Path

from flask import Flask

from settings import LOOPBACK, Settings
from web.start import refuse, stop

ROOT = Path(__file__).parent.parent
FIRST_PAGES = ("/", "/_dash-dependencies")
LOCAL = "https://localhost"
ENSURE_DATA = ("-m", "data", "ensure")
COMPRESS_BUNDLES = ("-m", "web.bundles")
WATCH_DATA = ("-m", "data", "watch")

Address = tuple[str, int] | str


def address(settings: Settings) -> str:
    """Where the settings say to listen, as gunicorn writes it."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"{host}:{settings.port}"


def adopt(listening: Sequence[Address], settings: Settings, environment: MutableMapping[str, str]) -> None:
    """Hold the addresses given to gunicorn itself (--bind) to the same rule, and tell them to the workers.

    A socket file is for a proxy on this machine.
    """
    places = [place for place in listening if not isinstance(place, str)]
    for host, port, *_ in sorted(places, key=lambda place: place[0] not in LOOPBACK):
        environment["BIND"], environment["PORT"] = host, str(port)
        if reason := refuse(replace(settings, host=host, port=port)):
            stop(reason)


def start_jobs(settings: Settings, environment: Mapping[str, str]) -> list[subprocess.Popen[bytes]]:
    """Build what is missing, and watch the data where that is set, beside the workers: page views wait for none."""
    watched = [WATCH_DATA] if settings.watch and settings.data else []
    return [
        subprocess.Popen([sys.executable, *job], cwd=ROOT, env={**environment})  # noqa: S603
        for job in (ENSURE_DATA, COMPRESS_BUNDLES, *watched)
    ]


def warm(server: Flask, settings: Settings) -> bool:
    """Answer the first requests before there are any, so that no visitor pays for them; whether all went well."""
    client = server.test_client()
    if settings.password:
        client.post("/login", data={"password": settings.password}, base_url=LOCAL)
    return all(client.get(path, base_url=LOCAL).status_code < 400 for path in FIRST_PAGES)

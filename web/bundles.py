"""Scripts and styles: compressed once, ahead of time, and sent as files that browsers keep for good.

`python -m web.bundles` compresses them; until it has, they go out as they are.
"""

import gzip
import hashlib
import importlib
import mimetypes
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import brotli
import dash
from dash.fingerprint import check_fingerprint
from flask import Response, abort, request, send_file
from werkzeug.security import safe_join

from web import headers, routes
from web.start import settings_or_exit

FOLDER = "bundles"
ASSETS = Path(__file__).parent.parent / "assets"
PACKAGES = ("dash_bootstrap_components",)
TEXT = frozenset({".css", ".js", ".json", ".mjs", ".svg"})
ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.compress(body, quality=10),
    "gzip": lambda body: gzip.compress(body, compresslevel=9, mtime=0),
}


def install(app: dash.Dash, folder: Path) -> None:
    """Send the component suites and the assets from files; `folder` is where the compressed ones are.

    An address with a fingerprint (or ?m=, as Dash writes for assets) never changes its content.
    """

    def suite(package_name: str, fingerprinted_path: str) -> Response:
        path, lasting = check_fingerprint(fingerprinted_path)
        if path not in app.registered_paths.get(package_name, ()):
            abort(404, "No such file.")
        return send(_package(package_name) / path, folder, lasting)

    def asset(filename: str) -> Response:
        path = safe_join(app.config.assets_folder, filename)
        if path is None or not Path(path).is_file():
            abort(404, "No such file.")
        return send(Path(path), folder, "m" in request.args)

    app.server.view_functions[routes.endpoint(app, routes.SUITES)] = suite
    app.server.view_functions[routes.assets(app)] = asset


def send(path: Path, folder: Path, lasting: bool) -> Response:
    """Send a file in the smallest form that there is in `folder` and that the browser takes.

    Browsers keep it for a year if `lasting`, and ask each time whether it changed otherwise.
    """
    digest = _digest(path, path.stat().st_mtime_ns)
    encoding, body = next(_encoded(digest, folder), ("", path))
    response = send_file(
        body.absolute(),
        mimetypes.guess_type(path.name)[0] or "application/octet-stream",
        etag=f"{digest[:32]}{encoding}",
        max_age=headers.YEAR if lasting else None,
    )
    response.vary.add("Accept-Encoding")
    response.cache_control.immutable = lasting
    if encoding:
        response.headers["Content-Encoding"] = encoding
    return response


def files(app: dash.Dash) -> list[Path]:
    """Every text file that the app may send, once its setup is done."""
    suites = (_package(name) / path for name, paths in app.registered_paths.items() for path in paths)
    assets = Path(app.config.assets_folder).rglob("*")
    return sorted(path for path in {*suites, *assets} if path.suffix in TEXT and path.is_file())


def build(paths: Iterable[Path], folder: Path) -> int:
    """Compress what is not compressed yet, drop what nobody asks for any more; returns how many files it wrote."""
    folder.mkdir(parents=True, exist_ok=True)
    sources = {
        folder / f"{_digest(path, path.stat().st_mtime_ns)}.{name}": (path, name) for path in paths for name in ENCODERS
    }
    missing = sorted(
        (target for target in sources if not target.exists()), key=lambda to: sources[to][0].stat().st_size
    )
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda target: _write(target, *sources[target]), missing))
    for old in set(folder.iterdir()) - set(sources):
        old.unlink(missing_ok=True)
    return len(missing)


def _write(target: Path, source: Path, encoding: str) -> None:
    beside = target.with_suffix(f"{target.suffix}.{os.getpid()}")
    beside.write_bytes(ENCODERS[encoding](source.read_bytes()))
    beside.replace(target)


def _encoded(digest: str, folder: Path) -> Iterator[tuple[str, Path]]:
    for encoding in ENCODERS:
        path = folder / f"{digest}.{encoding}"
        if request.accept_encodings[encoding] > 0 and path.is_file():
            yield encoding, path


@cache
def _digest(path: Path, changed: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@cache
def _package(name: str) -> Path:
    return Path(str(importlib.import_module(name).__file__)).parent


def main() -> None:
    """Compress the scripts and styles of the app into the state folder, leaving the processor to those who serve."""
    os.nice(10)
    folder = settings_or_exit(os.environ).state / FOLDER
    for package in PACKAGES:
        importlib.import_module(package)
    app = dash.Dash(__name__, assets_folder=str(ASSETS), title=FOLDER)
    app.layout = dash.html.Div()
    with app.server.test_request_context():
        app.server.preprocess_request()
    found = files(app)
    sys.stdout.write(f"{build(found, folder)} of {len(found) * len(ENCODERS)} compressed files written to {folder}\n")


if __name__ == "__main__":
    main()

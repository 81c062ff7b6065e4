"""The folder of snapshots: a file per version, one for what was trained on it, and a pointer to the one in force."""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CURRENT = "CURRENT"
HELD = "ROLLED_BACK"
REFUSED = "REFUSED"
LOCK = "publish.lock"
SCRATCH = ".publishing"
WAREHOUSE, TRAINED = "warehouse", "trained"
VERSION = re.compile(r"\d{8}T\d{12}-[0-9a-f]{16}")


class NoSnapshot(LookupError):  # noqa: N818
    """There is no snapshot that can be read: none was published yet, or not for this release."""


def path(state: Path, version: str) -> Path:
    """The file of a version."""
    return _file(state, WAREHOUSE, version)


def trained(state: Path, version: str) -> Path:
    """The file of what was trained on a version."""
    return _file(state, TRAINED, version)


def current(state: Path) -> str | None:
    """The version in force; None where there is none."""
    try:
        version = (state / CURRENT).read_text(encoding="ascii").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        return None
    return version if VERSION.fullmatch(version) and path(state, version).exists() else None


def versions(state: Path) -> list[str]:
    """The versions kept, oldest first; the last is in force."""
    newest = current(state)
    if newest is None:
        return []
    return [version for version in _found(state, WAREHOUSE) if version <= newest]


def promote(state: Path, built: Path, version: str) -> None:
    """Put a finished file in force: whatever interrupts this leaves either the old version or the new one."""
    settle(built, path(state, version))
    pointer = state / f"{CURRENT}.new"
    pointer.write_text(version, encoding="ascii")
    _flush(pointer)
    pointer.replace(state / CURRENT)
    _flush(state)
    sweep(state)


def settle(built: Path, place: Path) -> None:
    """Put a finished file in its place, whatever was there; whatever interrupts this leaves one of the two."""
    _flush(built)
    built.replace(place)
    _flush(place.parent)


def sweep(state: Path, kept: int = 2) -> None:
    """Delete all but the last `kept` versions and what was trained on them; readers that have one open keep it."""
    keep = versions(state)[-kept:]
    for kind in (WAREHOUSE, TRAINED):
        for version in _found(state, kind):
            if version not in keep:
                _file(state, kind, version).unlink(missing_ok=True)


def hold(state: Path, mark: str | None) -> None:
    """Remember the identity of the files that were rolled back, or forget it."""
    _note(state / HELD, mark)


def held(state: Path) -> str | None:
    """The identity of the files that were rolled back, if they are the last that were published."""
    return _noted(state / HELD)


def refuse(state: Path, why: str | None) -> None:
    """Remember why the files as they are now could not be published, or forget it."""
    _note(state / REFUSED, why)


def refused(state: Path) -> str | None:
    """Why the files could not be published when that was last tried; None where they could."""
    return _noted(state / REFUSED)


@contextmanager
def exclusive(state: Path) -> Iterator[Path]:
    """Wait to be the only publisher and get an empty scratch folder; what a killed publisher left is swept."""
    state.mkdir(parents=True, exist_ok=True)
    with (state / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        scratch = state / SCRATCH
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir()
        sweep(state)
        try:
            yield scratch
        finally:
            shutil.rmtree(scratch, ignore_errors=True)


def _file(state: Path, kind: str, version: str) -> Path:
    return state / f"{kind}-{version}.duckdb"


def _found(state: Path, kind: str) -> list[str]:
    names = (file.stem.removeprefix(f"{kind}-") for file in state.glob(f"{kind}-*.duckdb"))
    return sorted(name for name in names if VERSION.fullmatch(name))


def _note(file: Path, said: str | None) -> None:
    if said is None:
        file.unlink(missing_ok=True)
        return
    written = file.with_name(f"{file.name}.new")
    written.write_text(said, encoding="utf-8")
    _flush(written)
    written.replace(file)


def _noted(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        return None


def _flush(target: Path) -> None:
    handle = os.open(target, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

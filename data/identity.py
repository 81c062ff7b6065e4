"""What a version is known by: when it was loaded, and what it was loaded from."""

import hashlib
import os
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from data import dataset, meta, sample
from data.problem import Unusable
from data.sources import find, oldest_first
from data.uploads import origin
from settings import Settings

STAMP = "%Y%m%dT%H%M%S%f"


def identity(sources: Sequence[Path], settings: Settings) -> str:
    """Sixteen hex digits for the files' paths, content and order, how they are read, and the layout they get."""
    digest = hashlib.sha256(repr((meta.layout(), settings.date_format, settings.currency)).encode())
    for path in [*_declared(sources), *(source.path for source in oldest_first(find(sources).files))]:
        digest.update(repr((os.path.realpath(path), _content(path))).encode())
    return digest.hexdigest()[:16]


def _declared(sources: Sequence[Path]) -> tuple[Path, ...]:
    try:
        return dataset.read(sources).files
    except Unusable:
        return ()


def _content(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return "unreadable"


def is_of(version: str, mark: str) -> bool:
    """Whether a version was loaded from what has that identity."""
    return mark_of(version) == mark


def mark_of(version: str) -> str:
    """The identity in the name of a version."""
    return version.rpartition("-")[2]


def moment_after(present: str | None) -> datetime:
    """Now, or just after the version in force where the clock was set back: versions sort by time."""
    now = datetime.now(UTC)
    if present is None:
        return now
    previous = datetime.strptime(present.partition("-")[0], STAMP).replace(tzinfo=UTC)
    return max(now, previous + timedelta(microseconds=1))


def basis(settings: Settings) -> list[Path]:
    """What decides what a start serves: the files of the settings, else the code that writes the sample."""
    return origin(settings) or sorted(Path(sample.__file__).parent.glob("*.py"))

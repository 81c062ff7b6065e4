"""Watching the files of the settings: what changes is published as a job, once it stays as it is from look to look."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data import jobs, sources
from settings import DATASET, Settings

PUBLISH = "ensure"

Look = frozenset[tuple[str, int, int]]


@dataclass
class Watch:
    """What was seen last, and what of it a job was started for last."""

    settings: Settings
    _before: Look | None = None
    _handed: Look | None = None

    def look(self) -> bool:
        """Look at the files once; whether a job was started, for something else and as it was the time before.

        Where another job runs, or none can be started, the next look tries again.
        """
        now = seen(self.settings.data) if self.settings.data else frozenset()
        settled, self._before = now == self._before, now
        if not settled or now == self._handed:
            return False
        try:
            jobs.start([PUBLISH], self.settings.state)
        except (jobs.Busy, OSError):
            return False
        self._handed = now
        return True


def seen(data: Path) -> Look:
    """Path, size and time of change of each file that is loaded, and of the dataset.toml beside them."""
    said = (data if data.is_dir() else data.parent) / DATASET
    return frozenset(_stamps([*(source.path for source in sources.find([data]).files), said]))


def _stamps(paths: list[Path]) -> Iterator[tuple[str, int, int]]:
    for path in paths:
        try:
            about = path.stat()
        except OSError:
            continue
        yield str(path), about.st_size, about.st_mtime_ns

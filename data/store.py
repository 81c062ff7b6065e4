"""The store: which published version answers, and when it moves to the next."""

import logging
import time
from collections.abc import Callable
from pathlib import Path
from threading import Lock, Thread

import pandas as pd

from data import pointer
from data.attached import Limits, QueryTimeout
from data.cache import Cache
from data.pointer import NoSnapshot
from data.snapshot import Snapshot

__all__ = ["NoSnapshot", "QueryTimeout", "Snapshot", "Store"]

CACHE_BYTES = 32_000_000
SECONDS_BETWEEN_LOOKS = 1.0
KEPT_OPEN = 2


class Store:
    """Hands out snapshots to readers, opens a new version beside the old one, and keeps the last two open.

    Nothing is opened before the first snapshot is asked for, so it may be made before a fork.
    """

    def __init__(
        self,
        state: Path,
        *,
        memory_limit: str = "128MB",
        threads: int = 1,
        timeout_seconds: float = 10.0,
        cache_bytes: int = CACHE_BYTES,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._state = state
        self._limits = Limits(memory_limit, threads, timeout_seconds)
        self._cache: Cache[pd.DataFrame] = Cache(cache_bytes, _bytes)
        self._clock = clock
        self._open: dict[str, Snapshot] = {}
        self._newest: Snapshot | None = None
        self._opening = Lock()
        self._next_look = 0.0

    def snapshot(self, version: str | None = None) -> Snapshot:
        """The named version while it is kept, else the one in force.

        Only the first call, and one that names a version not open yet, wait for a file to open; otherwise a new
        version is opened in the background. Raises NoSnapshot where there is none.
        """
        self._look()
        return self._named(version) or self._newest or self._first()

    def _look(self) -> None:
        newest, now = self._newest, self._clock()
        if newest is None or now < self._next_look or self._opening.locked():
            return
        self._next_look = now + SECONDS_BETWEEN_LOOKS
        version = pointer.current(self._state)
        if version not in (None, newest.version):
            # Not a daemon: one that is in the engine when Python exits aborts the process.
            Thread(target=self._try, args=[version]).start()

    def _named(self, version: str | None) -> Snapshot | None:
        if version is None:
            return None
        opened = self._open.get(version)
        return opened or (self._try(version) if version in pointer.versions(self._state) else None)

    def _first(self) -> Snapshot:
        version = pointer.current(self._state)
        if version is None:
            raise NoSnapshot(f"nothing is published in {self._state} yet")
        return self._advance(version)

    def _try(self, version: str) -> Snapshot | None:
        try:
            return self._advance(version)
        except NoSnapshot as error:
            logging.getLogger(__name__).error("The version before goes on: %s", error)
            return None

    def _advance(self, version: str) -> Snapshot:
        with self._opening:
            found = self._open.get(version) or Snapshot(
                pointer.path(self._state, version), version, self._limits, self._cache
            )
            opened = self._open | {version: found}
            self._open = {kept: opened[kept] for kept in sorted(opened)[-KEPT_OPEN:]}
            self._newest = self._open[max(self._open)]
            return found


def _bytes(frame: pd.DataFrame) -> int:
    return int(frame.memory_usage(deep=True).sum())

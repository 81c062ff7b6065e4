"""The file in which a job says how far it is."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

STATUS = "job.json"


@dataclass(frozen=True)
class Status:
    """What a job is doing, or what came of it: a `result` or an `error` once it has ended. Times are in UTC."""

    command: str
    started: datetime
    doing: str = ""
    done: int = 0
    of: int = 0
    ended: datetime | None = None
    result: str = ""
    error: str = ""

    @property
    def running(self) -> bool:
        """Whether it goes on."""
        return self.ended is None


class Log:
    """Writes down how far a job is."""

    def __init__(self, state: Path, command: str) -> None:
        self._state = state
        self._keep(Status(command, datetime.now(UTC)))

    def tell(self, doing: str, done: int, of: int) -> None:
        """Say what was just done, how many steps are, and of how many."""
        self._keep(replace(self._status, doing=doing, done=done, of=of))

    def end(self, result: str = "", error: str = "") -> None:
        """Say what came of it."""
        self._keep(replace(self._status, ended=datetime.now(UTC), result=result, error=error))

    def _keep(self, status: Status) -> None:
        self._status = status
        _write(self._state / STATUS, status)


def read(state: Path) -> Status | None:
    """What was written last; None where nothing was, or not by this release."""
    try:
        told = json.loads((state / STATUS).read_text(encoding="utf-8"))
        times = {name: datetime.fromisoformat(told[name]) for name in ("started", "ended") if told[name]}
        return Status(**told | times)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def written(state: Path) -> datetime:
    """When something was written last, in UTC."""
    return datetime.fromtimestamp((state / STATUS).stat().st_mtime, UTC)


def _write(file: Path, status: Status) -> None:
    beside = file.with_suffix(".new")
    beside.write_text(json.dumps(asdict(status), default=datetime.isoformat), encoding="utf-8")
    beside.replace(file)

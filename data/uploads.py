"""The files that readers bring in: staged, then published with the data until somebody takes them out again."""

import fcntl
import json
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from data.arrivals import Incomplete, NoRoom, Stream, TooMuch, safe_name, write
from data.dataset import NAME
from data.declared import declare
from data.held import Held
from settings import MEGABYTE, Settings

FILES, ARRIVING, LIST, LOCK = "files", "arriving", "published.json", "uploads.lock"
MOST_FILES = 200
MOST_STAGED = 5
ROOM = 3


@dataclass(frozen=True)
class Uploads:
    """The folder of what was brought in; a file may have `most` bytes, and all that are staged five times as many."""

    folder: Path
    most: int

    def held(self) -> Held:
        """What is there now. Only files are: a link is nobody's upload."""
        said = self._said()
        files = {path.name: path for path in _files(self.folder / FILES)}
        declared = files.pop(NAME, None)
        published = tuple(files[name] for name in said["published"] if name in files)
        leaving = tuple(path for path in published if path.name in said["leaving"])
        staged = tuple(path for path in files.values() if path not in published)
        return Held(published, staged, leaving, (declared,) if declared else ())

    def receive(self, name: str, size: int, stream: Stream) -> str:
        """Keep a file of so many bytes, and say under which name; raises Refusal, and then keeps nothing of it."""
        safe = safe_name(name)
        self._refuse_much(size)
        place = self.folder / ARRIVING / secrets.token_hex(8)
        try:
            write(place, size, stream)
            return self._settle(place, safe)
        except OSError as error:
            raise NoRoom(f"The server could not keep {safe}: {error.strerror or 'an error'}.") from error
        finally:
            place.unlink(missing_ok=True)

    def remove(self, name: str) -> None:
        """Forget a staged file, or have a published one taken out with the next publishing."""
        with self._alone() as held:
            for path in held.staged:
                if path.name == name:
                    path.unlink()
            self._say(held.published, [path for path in held.published if path in held.leaving or path.name == name])

    def declare(self, source: Mapping[str, Any]) -> None:
        """Remember how a file is to be read, as a source of dataset.toml; raises Unusable for what cannot be said."""
        with self._alone():
            declare(self.folder / FILES, source)

    def discard(self) -> None:
        """Forget everything that is staged, and take nothing out."""
        with self._alone() as held:
            for path in held.staged:
                path.unlink()
            self._say(held.published, ())

    def accept(self, published: Held) -> None:
        """Remember that what followed these files is published; what has come since stays staged."""
        with self._alone():
            self._say(published.following, ())
            for path in published.leaving:
                path.unlink(missing_ok=True)

    def _said(self) -> dict[str, list[str]]:
        try:
            said = json.loads((self.folder / LIST).read_text("utf-8"))
            return {name: [str(each) for each in said[name]] for name in ("published", "leaving")}
        except (OSError, ValueError, LookupError, TypeError):
            return {"published": [], "leaving": []}

    def _say(self, published: Sequence[Path], leaving: Sequence[Path]) -> None:
        said = {"published": [path.name for path in published], "leaving": [path.name for path in leaving]}
        beside = self.folder / f"{LIST}.new"
        beside.write_text(json.dumps(said), "utf-8")
        beside.replace(self.folder / LIST)

    def _settle(self, arrived: Path, name: str) -> str:
        """Put a whole file among the others, where none has its name."""
        with self._alone():
            (self.folder / FILES).mkdir(exist_ok=True)
            free = next(path for path in _named(self.folder / FILES, name) if not os.path.lexists(path))
            arrived.rename(free)
            return free.name

    def _refuse_much(self, size: int) -> None:
        if size <= 0:
            raise Incomplete("The file is empty.")
        if size > self.most:
            raise TooMuch(f"The file is larger than {self.most // MEGABYTE:,} MB, the most that is taken here.")
        held = self.held()
        waiting = sum(path.stat().st_size for path in held.staged)
        if waiting + size > MOST_STAGED * self.most or len((*held.published, *held.staged)) >= MOST_FILES:
            raise TooMuch("Too many files wait here. Publish or discard them first.")
        self.folder.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(self.folder).free < ROOM * size:
            raise NoRoom("The disk of the server has no room for a file of this size.")

    @contextmanager
    def _alone(self) -> Iterator[Held]:
        """Be the only one who changes what is held."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / LOCK).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield self.held()


def uploads(settings: Settings) -> Uploads:
    """What was brought into the state that the settings name."""
    return Uploads(settings.uploaded.parent, settings.upload_mb * MEGABYTE)


def origin(settings: Settings) -> list[Path]:
    """The files that are published: those that the settings name and those brought in; none is the sample."""
    return [*([settings.data] if settings.data else []), *uploads(settings).held().published]


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(Path(entry.path) for entry in os.scandir(folder) if entry.is_file(follow_symlinks=False))
    except OSError:
        return []


def _named(folder: Path, name: str) -> Iterator[Path]:
    yield folder / name
    stem, suffix = os.path.splitext(name)
    yield from (folder / f"{stem} ({number}){suffix}" for number in count(2))

"""A file on its way in: what it may be, what it is kept as, and writing it down as it comes."""

import os
import re
import time
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from data.sources import SUFFIXES
from settings import MEGABYTE

CHUNK = MEGABYTE
LONGEST_NAME = 150
FORGOTTEN_SECONDS = 3_600.0
UNSAFE = re.compile(r"[^\w .()+,&'=@-]")


class Stream(Protocol):
    """What is read from whoever sends a file."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""


class Refusal(ValueError):  # noqa: N818
    """A file that is not taken; the words tell the sender why."""


class Incomplete(Refusal):
    """Less arrived than was said, or nothing."""


class WrongKind(Refusal):
    """No file that can be read."""


class TooMuch(Refusal):
    """More than is taken of a file, or of all that wait."""


class NoRoom(Refusal):
    """The disk does not hold it."""


def safe_name(name: str) -> str:
    """What a file of that name is kept as; raises WrongKind where its kind is none that is read."""
    bare = unicodedata.normalize("NFC", re.split(r"[/\\]", name)[-1])
    stem, suffix = os.path.splitext(UNSAFE.sub("_", bare).lstrip(". -"))
    if suffix.lower() not in SUFFIXES:
        raise WrongKind(f"Files ending in {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]} are taken; this one is not.")
    return f"{stem.encode()[:LONGEST_NAME].decode(errors='ignore').strip()}{suffix}"


def write(place: Path, size: int, stream: Stream) -> None:
    """Write so many bytes to a new file as they come; raises Incomplete."""
    place.parent.mkdir(parents=True, exist_ok=True)
    _sweep(place.parent)
    with place.open("xb") as file:
        while left := size - file.tell():
            chunk = _read(stream, min(CHUNK, left))
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def _read(stream: Stream, size: int) -> bytes:
    try:
        chunk = stream.read(size)
    except OSError as error:
        raise Incomplete("The connection was lost before the file was whole.") from error
    if not chunk:
        raise Incomplete("Less of the file came than was said.")
    return chunk


def _sweep(folder: Path) -> None:
    """Remove what a killed worker left."""
    for path in folder.iterdir():
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < time.time() - FORGOTTEN_SECONDS:
                path.unlink()

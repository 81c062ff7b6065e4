"""Which files the given paths stand for."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.dataset import NAME

SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx")


@dataclass(frozen=True)
class Source:
    """A file to read, the name it goes by in reports and in the `source` column, and the account of its folder."""

    name: str
    path: Path
    account: str = ""


@dataclass(frozen=True)
class Sources:
    """The files to read, and what was left aside with the reason."""

    files: tuple[Source, ...]
    skipped: tuple[str, ...]


def find(paths: Sequence[Path]) -> Sources:
    """The files that paths stand for: a file itself, or those in a folder and in its folders, each file once."""
    chosen: dict[Path, Source] = {}
    skipped: list[str] = []
    for path in paths:
        for entry, account in _entries(path):
            name = f"{account}/{entry.name}" if account else entry.name
            reason = _unfit(entry, path)
            if reason:
                skipped.append(f"{name} ({reason})")
            elif entry.name != NAME or entry == path:
                chosen.setdefault(_real(entry), Source(name, entry, account))
    return Sources(_named(tuple(chosen.values())), tuple(skipped))


def oldest_first(files: Iterable[Source]) -> list[Source]:
    """The files from the first written to the last; those of one moment by their names, in which 2 is before 10."""
    return sorted(files, key=lambda source: (_modified(source.path), _natural(source.path.stem), source.name))


def _entries(path: Path) -> Iterator[tuple[Path, str]]:
    """Each entry of a folder and of the folders in it, with the name of the folder it is in."""
    if not path.is_dir():
        yield path, ""
        return
    for entry in _listed(path):
        if entry.is_dir() and not entry.is_symlink():
            yield from ((inner, entry.name) for inner in _listed(entry))
        else:
            yield entry, ""


def _listed(folder: Path) -> list[Path]:
    """What is in a folder; nothing where that cannot be read."""
    try:
        return sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError:
        return []


def _unfit(entry: Path, given: Path) -> str | None:
    if entry == given or entry.name == NAME:
        return None
    if entry.is_dir():
        return "a folder"
    if entry.suffix.lower() not in SUFFIXES:
        return f"not {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"
    return None if _real(entry).is_relative_to(_real(given)) else "a link to outside its folder"


def _real(path: Path) -> Path:
    """The file behind all links; a link that leads round in circles is itself."""
    return Path(os.path.realpath(path))


def _named(files: tuple[Source, ...]) -> tuple[Source, ...]:
    names = [file.name for file in files]
    return tuple(
        file if names.count(file.name) == 1 else Source(str(file.path), file.path, file.account) for file in files
    )


def _modified(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _natural(name: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", name) if part]

"""Which files the given paths stand for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

SUFFIXES = (".csv", ".tsv", ".txt")


@dataclass(frozen=True)
class Source:
    """A file to read and the name it goes by in reports and in the `source` column."""

    name: str
    path: Path


@dataclass(frozen=True)
class Sources:
    """The files to read, and what was left aside with the reason."""

    files: tuple[Source, ...]
    skipped: tuple[str, ...]


def find(paths: Sequence[Path]) -> Sources:
    """The files that paths stand for: a file itself, a folder the text files in it, each file once."""
    chosen: dict[Path, Path] = {}
    skipped: list[str] = []
    for path in paths:
        for entry in _entries(path):
            reason = _unfit(entry, path)
            if reason:
                skipped.append(f"{entry.name} ({reason})")
            else:
                chosen.setdefault(entry.resolve(), entry)
    return Sources(_named(tuple(chosen.values())), tuple(skipped))


def _entries(path: Path) -> Iterable[Path]:
    if not path.is_dir():
        return [path]
    return sorted(entry for entry in path.iterdir() if not entry.name.startswith("."))


def _unfit(entry: Path, given: Path) -> str | None:
    if entry == given:
        return None
    if entry.is_dir():
        return "a folder"
    if entry.suffix.lower() not in SUFFIXES:
        return f"not {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"
    return None if entry.resolve().is_relative_to(given.resolve()) else "a link to outside its folder"


def _named(paths: tuple[Path, ...]) -> tuple[Source, ...]:
    names = [path.name for path in paths]
    return tuple(Source(path.name if names.count(path.name) == 1 else str(path), path) for path in paths)

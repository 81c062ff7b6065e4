"""Publishing: files become a snapshot that readers move to at once, or nothing changes."""

import hashlib
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb

from data import dataset, meta, pointer, sample
from data.build import Fill, Workshop, build, stage
from data.jobs import Refused, Tell, silent
from data.load import load
from data.pointer import current, versions
from data.problem import Unusable
from data.report import LoadReport
from data.sources import find, oldest_first
from data.store import Store
from data.uploads import origin
from settings import Settings

__all__ = ["Publication", "Unpublishable", "current", "ensure", "in_force", "publish", "roll_back", "versions"]

STAMP = "%Y%m%dT%H%M%S%f"
SAMPLE = "sample"
QUARANTINE = "quarantine"
BUILDING = "building what the pages read"


@dataclass(frozen=True)
class Publication:
    """The version in force after publishing, and what became of each file."""

    version: str
    report: LoadReport

    def __str__(self) -> str:
        return f"published version {self.version}"


class Unpublishable(Refused):
    """The files cannot be published; the report says why. What was in force stays in force."""

    def __init__(self, report: LoadReport) -> None:
        super().__init__("nothing was published: " + "; ".join(report.obstacles))
        self.report = report


def publish(sources: Sequence[Path], settings: Settings, tell: Tell = silent) -> Publication:
    """Load the files and put them in force; the same files with the same content change nothing.

    `tell` hears which file is read, and when the snapshot is built. Waits for another publisher to finish. Raises
    Unpublishable.
    """
    with pointer.exclusive(settings.state) as scratch:
        mark = identity(sources, settings)
        published = _published(sources, settings, mark, scratch, tell)
        pointer.refuse(settings.state, None)
        return published


def in_force(settings: Settings) -> str | None:
    """The version in force, if it is of the files of the settings, or of the sample; None where one is to be published.

    What was put back in force instead of those files counts as theirs. After a refusal there is always one to publish.
    """
    return None if pointer.refused(settings.state) else _kept(settings.state, identity(_origin(settings), settings))


def ensure(settings: Settings, tell: Tell = silent) -> str:
    """The version in force for the files of the settings, or for the sample; published first where there is none.

    The sample is written again when the code that makes it has changed. `tell` hears as in `publish`. Raises
    Unpublishable, and why is remembered until the files are in force.
    """
    try:
        version = _ensured(settings, tell)
    except Unpublishable as refusal:
        pointer.refuse(settings.state, "; ".join(refusal.report.obstacles))
        raise
    pointer.refuse(settings.state, None)
    return version


def _ensured(settings: Settings, tell: Tell) -> str:
    with pointer.exclusive(settings.state) as scratch:
        mark = identity(_origin(settings), settings)
        present = _kept(settings.state, mark)
        if present:
            return present
        sources = origin(settings) or [_sample(settings.state, scratch)]
        return _published(sources, settings, mark, scratch, tell).version


def roll_back(settings: Settings) -> str:
    """Put the version before the one in force in force again, as a new version; `ensure` keeps it till files change.

    Raises NothingBefore where no version before it is kept that this release can read.
    """
    with pointer.exclusive(settings.state) as scratch:
        kept = versions(settings.state)
        if len(kept) < 2 or Store(settings.state).snapshot(kept[-2]).version != kept[-2]:
            raise NothingBefore(f"no version before the one in force is kept in {settings.state} that can be read here")
        before, present = kept[-2:]
        again = shutil.copyfile(pointer.path(settings.state, before), scratch / "again.duckdb")
        version = f"{_after(present):{STAMP}}-{_mark(before)}"
        pointer.hold(settings.state, _mark(present))
        pointer.promote(settings.state, again, version)
        return version


class NothingBefore(Refused):
    """There is no version to go back to."""


def publish_from(fill: Fill, mark: str, state: Path, workshop: Workshop, tell: Tell = silent) -> Publication:
    """Publish what `fill` loads, under the identity `mark`; the caller is the only publisher."""
    report = stage(workshop, fill)
    if not report.publishable:
        raise Unpublishable(report)
    present = current(state)
    if present and _is_of(present, mark):
        return Publication(present, report)
    tell(BUILDING, len(report.files), len(report.files) + 1)
    loaded_at = _after(present)
    before = pointer.path(state, present) if present else None
    version = f"{loaded_at:{STAMP}}-{mark}"
    pointer.promote(state, build(workshop, report, loaded_at, before), version)
    return Publication(version, report)


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


def _published(sources: Sequence[Path], settings: Settings, mark: str, scratch: Path, tell: Tell) -> Publication:
    published = publish_from(_loading(sources, settings, tell), mark, settings.state, Workshop(scratch), tell)
    pointer.hold(settings.state, None)
    return published


def _loading(sources: Sequence[Path], settings: Settings, tell: Tell) -> Fill:
    def fill(con: duckdb.DuckDBPyConnection) -> LoadReport:
        rejected = settings.state / QUARANTINE
        shutil.rmtree(rejected, ignore_errors=True)
        return load(
            con,
            sources,
            date_format=settings.date_format,
            currency=settings.currency,
            rejected=rejected,
            scratch=settings.state / pointer.SCRATCH,
            tell=lambda doing, done, of: tell(doing, done, of + 1),
        )

    return fill


def _content(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return "unreadable"


def _is_of(version: str, mark: str) -> bool:
    return _mark(version) == mark


def _mark(version: str) -> str:
    return version.rpartition("-")[2]


def _kept(state: Path, mark: str) -> str | None:
    """The version in force, if it is of these files or was put back in force instead of them."""
    present = current(state)
    return present if present and (_is_of(present, mark) or pointer.held(state) == mark) else None


def _after(present: str | None) -> datetime:
    """Now, or just after the version in force where the clock was set back: versions sort by time."""
    now = datetime.now(UTC)
    if present is None:
        return now
    previous = datetime.strptime(present.partition("-")[0], STAMP).replace(tzinfo=UTC)
    return max(now, previous + timedelta(microseconds=1))


def _origin(settings: Settings) -> list[Path]:
    return origin(settings) or sorted(Path(sample.__file__).parent.glob("*.py"))


def _sample(state: Path, scratch: Path) -> Path:
    sample.write(scratch / SAMPLE)
    shutil.rmtree(state / SAMPLE, ignore_errors=True)
    return (scratch / SAMPLE).rename(state / SAMPLE)

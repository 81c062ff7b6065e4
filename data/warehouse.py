"""Publishing: files become a snapshot that readers move to at once, or nothing changes."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from data import pointer, sample
from data.build import Fill, Workshop, build, stage
from data.identity import STAMP, basis, identity, is_of, moment_after
from data.jobs import Refused, Tell, silent
from data.load import load
from data.pointer import current
from data.report import LoadReport
from data.uploads import origin
from settings import Settings

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
    return None if pointer.refused(settings.state) else _kept(settings.state, identity(basis(settings), settings))


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
        mark = identity(basis(settings), settings)
        present = _kept(settings.state, mark)
        if present:
            return present
        sources = origin(settings) or [_sample(settings.state, scratch)]
        return _published(sources, settings, mark, scratch, tell).version


def publish_from(fill: Fill, mark: str, state: Path, workshop: Workshop, tell: Tell = silent) -> Publication:
    """Publish what `fill` loads, under the identity `mark`; the caller is the only publisher."""
    report = stage(workshop, fill)
    if not report.publishable:
        raise Unpublishable(report)
    present = current(state)
    if present and is_of(present, mark):
        return Publication(present, report)
    tell(BUILDING, len(report.files), len(report.files) + 1)
    loaded_at = moment_after(present)
    before = pointer.path(state, present) if present else None
    version = f"{loaded_at:{STAMP}}-{mark}"
    pointer.promote(state, build(workshop, report, loaded_at, before), version)
    return Publication(version, report)


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


def _kept(state: Path, mark: str) -> str | None:
    """The version in force, if it is of these files or was put back in force instead of them."""
    present = current(state)
    return present if present and (is_of(present, mark) or pointer.held(state) == mark) else None


def _sample(state: Path, scratch: Path) -> Path:
    sample.write(scratch / SAMPLE)
    shutil.rmtree(state / SAMPLE, ignore_errors=True)
    return (scratch / SAMPLE).rename(state / SAMPLE)

"""What readers brought in, looked at before it is published, and then published: both are jobs."""

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from data import dataset, warehouse
from data.build import Workshop
from data.declared import headings
from data.held import Held
from data.jobs import Refused, Tell
from data.load import load
from data.problem import Unusable
from data.report import FileReport, LoadReport
from data.uploads import uploads
from settings import Settings

PREVIEW, ACCEPT = "preview", "accept"
FILE, REJECTED, CHECKING = "preview.json", "rejected", "checking"
NOTHING = "nothing was brought in that is not published yet"
CHECKED = "checked"
SAMPLE = "the sample is served again"


@dataclass(frozen=True)
class Preview:
    """What publishing would load, with the identity of the files it was read from.

    `headings` are those of each staged file that could not be read, or only as somebody said.
    """

    mark: str
    report: LoadReport
    headings: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def of(self, file: Path) -> FileReport | None:
        """What became of that file."""
        return next((each for each in self.report.files if each.file in (file.name, str(file))), None)


def preview(settings: Settings, tell: Tell) -> str:
    """Check what the next publishing would load, with all that is there already, and keep what was found."""
    box = uploads(settings)
    held = box.held()
    paths = _following(settings, held)
    with _empty(box.folder / CHECKING) as folder:
        with Workshop(folder).connect(CHECKING) as con:
            report = load(
                con,
                paths,
                date_format=settings.date_format,
                currency=settings.currency,
                rejected=folder / REJECTED,
                scratch=folder,
                tell=tell,
            )
        found = Preview(held.mark, report)
        known = {path.name: headings(path, folder) for path in _unclear(found, held)}
        _keep(box.folder, replace(found, headings=known), folder / REJECTED)
    return CHECKED


def accept(settings: Settings, tell: Tell) -> str:
    """Publish what was brought in with all that is there already; raises Refused, and then nothing has changed."""
    box = uploads(settings)
    held = box.held()
    if not held.changes:
        raise Refused(NOTHING)
    paths = _following(settings, held)
    if not paths:
        box.accept(held)
        warehouse.ensure(settings, tell)
        return SAMPLE
    published = warehouse.publish(paths, settings, tell)
    box.accept(held)
    return str(published)


def previewed(settings: Settings) -> Preview | None:
    """What was found when what waits now was checked; None where it was not, or has changed since."""
    box = uploads(settings)
    try:
        said = json.loads((box.folder / FILE).read_text("utf-8"))
        found = Preview(said["mark"], LoadReport.from_json(said["report"]), dict(said["headings"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found if found.mark == box.held().mark else None


def rejected_rows(settings: Settings, name: str) -> Path | None:
    """The file of that name among the rows that the last check rejected."""
    return next((path for path in (uploads(settings).folder / REJECTED).glob("*.csv") if path.name == name), None)


def _unclear(found: Preview, held: Held) -> list[Path]:
    try:
        said = dataset.read(held.said)
    except Unusable:
        said = dataset.DataSet()
    unread = {path for path in held.staged if (file := found.of(path)) and not file.usable}
    return [path for path in held.staged if path in unread or said.source(path.name)]


def _following(settings: Settings, held: Held) -> list[Path]:
    return [*([settings.data] if settings.data else []), *held.following]


@contextmanager
def _empty(folder: Path) -> Iterator[Path]:
    """A folder without what a killed job left in it, gone in the end."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _keep(folder: Path, found: Preview, rejected: Path) -> None:
    shutil.rmtree(folder / REJECTED, ignore_errors=True)
    if rejected.is_dir():
        rejected.rename(folder / REJECTED)
    beside = folder / f"{FILE}.new"
    said = {"mark": found.mark, "report": found.report.as_json(), "headings": found.headings}
    beside.write_text(json.dumps(said), "utf-8")
    beside.replace(folder / FILE)

"""What the card of one's own files shows: how far a job is, what a check found, what was brought in."""

from datetime import UTC, datetime
from pathlib import Path

from dash.development.base_component import Component

from callbacks.state import Context
from callbacks.upload_words import moment, notes, understood
from data import pointer
from data.held import Held
from data.intake import ACCEPT, PREVIEW, Preview
from data.jobs import Status
from layouts.ui import upload_card, upload_preview

ROLL_BACK = "rollback"
DOING = {PREVIEW: "Checking", ACCEPT: "Publishing", ROLL_BACK: "Going back"}
DONE = {ACCEPT: "Published", ROLL_BACK: "Went back"}
STOPPED = {PREVIEW: "The check did not finish.", ACCEPT: "Nothing was published.", ROLL_BACK: "Nothing was changed."}
MOVES = "Pages that are open move to it by themselves."
READY, NOT_READY = "Ready to publish", "This cannot be published yet"


def publishes(job: Status | None) -> bool:
    """Whether what was brought in is being published."""
    return job is not None and job.running and job.command == ACCEPT


def said(job: Status | None, held: Held, refusal: str) -> list[Component]:
    """Why something was not done, how far the job is, or what came of the last one."""
    if refusal:
        return upload_card.said(refusal, trouble=True)
    if job is None or job.command not in DOING:
        return []
    if job.running:
        step = f": {job.doing}, {job.done + 1} of {job.of}" if job.of else "…"
        return upload_card.said(f"{DOING[job.command]}{step}", job.done, job.of)
    if job.error:
        return _failed(job) if held.changes or job.command == ROLL_BACK else []
    if job.command in DONE and job.ended and not held.changes:
        return upload_card.said(f"{DONE[job.command]} {moment(job.ended)}. {MOVES}")
    return []


def preview(context: Context, held: Held, found: Preview | None, *, stuck: bool) -> list[Component]:
    """What the next publication loads; nothing while that is not known."""
    if found is None:
        return [upload_card.press("Discard", "discard")] if stuck else []
    reports = [(path.name, found.of(path)) for path in held.staged]
    currency = context.settings.currency
    files = [understood(report, name, found.headings.get(name, ()), currency) for name, report in reports if report]
    obstacles = _obstacles(found, held)
    ready = not held.following or (found.report.publishable and not any(file.obstacle for file in files))
    verdict = READY if ready else NOT_READY
    return upload_preview.preview(files, verdict, obstacles, notes(found, held, context), publishable=ready)


def brought(state: Path, held: Held, *, allowed: bool) -> list[Component]:
    """The files that were brought in and published."""
    files = [(path.name, f"came {moment(_came(path))}") for path in held.published]
    back = pointer.held(state) is not None
    return upload_card.brought(files, [path.name for path in held.leaving], allowed=allowed, back=back)


def _failed(job: Status) -> list[Component]:
    why = f"{STOPPED[job.command]} {job.error[:1].upper()}{job.error[1:].rstrip('.')}."
    again = [upload_card.press("Check again", "check")] if job.command == PREVIEW else []
    return [*upload_card.said(why, trouble=True), *again]


def _obstacles(found: Preview, held: Held) -> list[str]:
    """What is in the way besides what stands beside each file."""
    staged = [found.of(path) for path in held.staged]
    others = [file for file in found.report.files if file not in staged and file.obstacle]
    return [*map(str, found.report.conflicts), *(f"{file.file}: {file.obstacle}" for file in others)]


def _came(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)

"""What a check found, in the words of the Data page."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from analytics.currency import currency_of
from analytics.numbers import day, exact_count, exact_money, span, written
from analytics.wording import listed
from callbacks.state import Context
from callbacks.upload_form import form
from data import pointer
from data.columns import Kind
from data.held import Held
from data.intake import Preview
from data.report import FileReport
from data.tables import table
from layouts.data import TABLES
from layouts.ui.upload_preview import Understood
from layouts.ui.versions_card import Version
from web.uploads import rejected_rows

SHORT = 8
UNKNOWN = "Not recognised"


def moment(when: datetime) -> str:
    """A time of the server: 5 Jan 2024, 14:02 UTC."""
    return f"{day(when.date())}, {when:%H:%M} UTC"


def understood(file: FileReport, name: str, headings: Sequence[str], currency: str) -> Understood:
    """A file of a check, under the name it was brought in with; `headings` where it could not be read."""
    return Understood(
        name,
        f"Read as {file.recognised_as}" if file.recognised_as else UNKNOWN,
        _facts(file, currency) if file.usable else (),
        [(_label(measure), _total(file, measure, value)) for measure, value in file.totals.items()],
        file.decisions,
        [str(problem) for problem in file.problems] if file.usable else (),
        rejected_rows(Path(file.quarantine).name) if file.quarantine else "",
        file.obstacle[:1].upper() + file.obstacle[1:],
        form(headings) if headings else "",
    )


def notes(found: Preview, held: Held, context: Context) -> list[str]:
    """What else the next publication changes."""
    gone = [f"Taken out: {listed([path.name for path in held.leaving])}."] if held.leaving else []
    others = [file for file in found.report.files if file.file not in {path.name for path in held.staged}]
    given = [f"{file.file}: {said}." for file in others for said in file.decisions if "give way" in said]
    beside = [f"Loaded together with {listed([file.file for file in others])}."] if others else []
    return [*gone, *beside, *given, *_sample(held, context)]


def versions(context: Context) -> list[Version]:
    """The versions that are kept, the one in force first."""
    kept = [_version(context, version) for version in reversed(pointer.versions(context.settings.state))]
    return [version for version in kept if version]


def _facts(file: FileReport, currency: str) -> list[tuple[str, str]]:
    read, loaded, rejected, skipped = (
        exact_count(rows, currency)
        for rows in (file.rows_read, file.rows_loaded, file.rows_rejected, file.rows_skipped)
    )
    days = [("Days", span(*map(date.fromisoformat, file.period.values())))] if file.period else []
    money = [("Currency", file.currency)] if file.currency else []
    rows = ("Rows", f"{read} read = {loaded} loaded + {rejected} rejected + {skipped} skipped")
    return [("Goes into", TABLES[file.table or ""]), *days, *money, rows]


def _label(measure: str) -> str:
    return measure.replace("_", " ").capitalize()


def _total(file: FileReport, measure: str, value: float | None) -> str | None:
    if value is None:
        return None
    currency = file.currency or ""
    if table(file.table or "").column(measure).kind is Kind.MONEY:
        return exact_money(value, currency)
    return exact_count(value, currency) if value == round(value) else written(value, 2, currency_of(currency))


def _sample(held: Held, context: Context) -> list[str]:
    if context.settings.data:
        return []
    if not held.following:
        return ["Nothing of your own is left then: the built-in sample is served again."]
    return [] if held.published else ["This takes the place of the built-in sample."]


@lru_cache(maxsize=16)
def _version(context: Context, version: str) -> Version | None:
    """A version in words, once and for all; None where it cannot be read."""
    snapshot, currency = context.store.snapshot(version), context.settings.currency
    if snapshot.version != version:
        return None
    facts = [table for table in snapshot.tables.values() if not table.derived_from]
    newest = max((table.newest_day for table in facts if table.newest_day), default=None)
    return Version(
        moment(snapshot.loaded_at),
        version.rpartition("-")[2][:SHORT],
        day(newest) if newest else "no dates",
        exact_count(sum(table.rows for table in facts), currency),
        exact_count(len({source for table in facts for source in table.sources}), currency),
    )

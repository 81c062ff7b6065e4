"""What a link opens: the state of a page that it asks for."""

from collections.abc import Sequence

from analytics.filters import FILTERS
from analytics.funnel import STAGE
from analytics.presets import presets
from analytics.view import View
from callbacks.days import days_of
from callbacks.state import Context, State
from data.snapshot import Snapshot
from data.tables.campaigns import FUNNEL
from layouts.attribution import TOUCHPOINTS
from layouts.ui.page import Page
from layouts.ui.theme import Theme


class MissingTableError(LookupError):
    """None of the page's tables is loaded; the argument is the one it asks for."""


def open_state(context: Context, page: Page, query: str, version: str | None, theme: str) -> State:
    """The state that a link asks for; raises NoSnapshot before the first publishing, MissingTableError."""
    snapshot = context.store.snapshot(version)
    table = next((name for name in page.tables if name in snapshot.tables), None)
    if table is None:
        raise MissingTableError(page.table)
    loaded = days_of(snapshot, page)
    choices = page.choices(
        table,
        presets(loaded, context.settings.fiscal_start) if loaded else {},
        lambda column: snapshot.values(table, column),
        lambda key: _elsewhere(snapshot, table, key),
        lambda name: _beyond(snapshot, name),
    )
    view, notices = View.parse(query, choices)
    return State(page, table, view, notices, snapshot, context.settings, Theme.parse(theme))


def _elsewhere(snapshot: Snapshot, table: str, key: str) -> frozenset[str]:
    columns = next(known.columns for known in FILTERS if known.key == key)
    others = [(other, column) for other, column in columns.items() if other != table and other in snapshot.tables]
    return frozenset(value for other, column in others for value in snapshot.values(other, column))


def _beyond(snapshot: Snapshot, name: str) -> Sequence[str]:
    """The touchpoints of the journeys, or the stages of the funnel."""
    if name == TOUCHPOINTS:
        return snapshot.journeys.channels if snapshot.journeys else ()
    return snapshot.values(FUNNEL.name, STAGE) if FUNNEL.name in snapshot.tables else ()

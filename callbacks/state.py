"""What every section of a page starts from: the view, the snapshot it reads and the days it is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from analytics.comparison import Facts
from analytics.filters import FILTERS, Filter
from analytics.funnel import STAGE
from analytics.periods import Comparison, Dates, Period, compared, dated, whole_months
from analytics.presets import presets
from analytics.ranking import organic
from analytics.view import BASIS, COMPARE, View
from analytics.wording import PAID
from data.query import Query
from data.snapshot import Snapshot
from data.store import Store
from data.tables.campaigns import FUNNEL
from layouts.attribution import TOUCHPOINTS
from layouts.ui.page import Opening, Page
from layouts.ui.theme import Theme
from settings import Settings

CHANNEL = "channel"
SPEND = "spend"
SHOWN = 8


class MissingTableError(LookupError):
    """None of the page's tables is loaded; the argument is the one it asks for."""


@dataclass(frozen=True)
class Context:
    """What the callbacks of one app share."""

    settings: Settings
    store: Store


@dataclass(frozen=True)
class State:
    """A page as one reader sees it now, on the first of its tables that is loaded.

    Where none of them carries days, or the page is not dated, `dates` is None, and `loaded`, `period` and `compared`
    raise LookupError.
    """

    page: Page
    table: str
    view: View
    notices: tuple[str, ...]
    snapshot: Snapshot
    settings: Settings
    theme: Theme

    @property
    def dates(self) -> Dates | None:
        """The days loaded, in view and compared with; None where the table carries none."""
        loaded = _days(self.snapshot, self.page)
        if loaded is None:
            return None
        chosen = self.view.period(loaded, self.settings.fiscal_start)
        period = whole_months(chosen) if self.page.monthly else chosen
        against = Comparison(self.view.one(COMPARE)) if self.page.compares else Comparison.NONE
        return Dates(loaded, period, compared(period, against))

    @property
    def loaded(self) -> Period:
        """The days loaded."""
        return dated(self.dates).loaded

    @property
    def period(self) -> Period:
        """The days in view."""
        return dated(self.dates).period

    @property
    def compared(self) -> Period | None:
        """The days compared with."""
        return dated(self.dates).compared

    @property
    def ignores_dates(self) -> bool:
        """Whether the page has days, but not the rows of its own table."""
        return self.dates is not None and _loaded(self.snapshot, (self.table,)) is None

    @property
    def dimensions(self) -> tuple[Filter, ...]:
        """The page's filters, in the order of the bar."""
        return self.page.dimensions(self.table)

    @property
    def edition(self) -> str:
        """The version in a form short enough to be read out: the start of its content hash."""
        return self.snapshot.version.rpartition("-")[2][:SHOWN]

    @property
    def currency(self) -> str:
        """The currency of the page's table; that of the settings where it holds no money."""
        return self.snapshot.tables[self.table].currency or self.settings.currency

    @property
    def opening(self) -> Opening:
        """What the page is laid out with."""
        return Opening(
            page=self.page,
            table=self.table,
            view=self.view,
            notices=self.notices,
            presets=presets(self.loaded, self.settings.fiscal_start) if self.dates else {},
            values=lambda column: self.snapshot.values(self.table, column),
            dates=self.dates,
            version=self.snapshot.version,
            theme=self.theme,
        )

    @property
    def paid_only(self) -> bool:
        """Whether organic channels are left out."""
        return self.page.blends and self.view.one(BASIS) == PAID

    @property
    def channel(self) -> str:
        """The column of the page's table that names the channel."""
        return self.page.columns(self.table)[CHANNEL]

    @property
    def organic(self) -> frozenset[str]:
        """The channels that spend nothing over the whole data set; none on a page that does not tell them apart."""
        if not self.page.blends:
            return frozenset()
        rows = self.snapshot.ask(Query(self.table, (SPEND,), (self.channel,)))
        return organic(rows, self.channel)

    def facts(self, measures: tuple[str, ...], by: tuple[str, ...], *, whole: str = "") -> Facts:
        """One read of period and comparison together; the filter on the column `whole` is left to the caller."""
        dates = dated(self.dates)
        periods = tuple(period for period in (dates.period, dates.compared) if period)
        rows = self.snapshot.ask(Query(self.table, measures, ("date", *by), self.where(whole), periods))
        if self.paid_only:
            rows = rows[~rows[self.channel].isin(self.organic)]
        return Facts.split(rows, dates.period, dates.compared, dates.loaded)

    def where(self, whole: str = "") -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The filters in force on the page's table, as (column, values); that on the column `whole` is left out."""
        return tuple(term for term in self.view.where(self.table) if term[0] != whole)


def open_state(context: Context, page: Page, query: str, version: str | None, theme: str) -> State:
    """The state that a link asks for; raises NoSnapshot before the first publishing, MissingTableError."""
    snapshot = context.store.snapshot(version)
    table = next((name for name in page.tables if name in snapshot.tables), None)
    if table is None:
        raise MissingTableError(page.table)
    loaded = _days(snapshot, page)
    choices = page.choices(
        table,
        presets(loaded, context.settings.fiscal_start) if loaded else {},
        lambda column: snapshot.values(table, column),
        lambda key: _elsewhere(snapshot, table, key),
        lambda name: _beyond(snapshot, name),
    )
    view, notices = View.parse(query, choices)
    return State(page, table, view, notices, snapshot, context.settings, Theme.parse(theme))


def _days(snapshot: Snapshot, page: Page) -> Period | None:
    return _loaded(snapshot, page.tables) if page.dated else None


def _loaded(snapshot: Snapshot, tables: Sequence[str]) -> Period | None:
    found = (snapshot.tables[name] for name in tables if name in snapshot.tables)
    days = (Period(facts.first_day, facts.newest_day) for facts in found if facts.first_day and facts.newest_day)
    return next(days, None)


def _elsewhere(snapshot: Snapshot, table: str, key: str) -> frozenset[str]:
    columns = next(known.columns for known in FILTERS if known.key == key)
    others = [(other, column) for other, column in columns.items() if other != table and other in snapshot.tables]
    return frozenset(value for other, column in others for value in snapshot.values(other, column))


def _beyond(snapshot: Snapshot, name: str) -> Sequence[str]:
    """The touchpoints of the journeys, or the stages of the funnel."""
    if name == TOUCHPOINTS:
        return snapshot.journeys.channels if snapshot.journeys else ()
    return snapshot.values(FUNNEL.name, STAGE) if FUNNEL.name in snapshot.tables else ()

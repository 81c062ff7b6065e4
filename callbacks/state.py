"""What every section of a page starts from: the view, the snapshot it reads and the days it is about."""

from dataclasses import dataclass

from analytics.comparison import Facts
from analytics.periods import Comparison, Period, compared, presets
from analytics.ranking import organic
from analytics.view import BASIS, COMPARE, FILTERS, View
from analytics.wording import PAID
from data.query import Query
from data.snapshot import Snapshot
from data.store import Store
from layouts.ui.page import Opening, Page
from layouts.ui.theme import Theme
from settings import Settings

CHANNEL = "channel"
SPEND = "spend"
SHOWN = 8


class MissingTableError(LookupError):
    """The page's table is not loaded."""


@dataclass(frozen=True)
class Context:
    """What the callbacks of one app share."""

    settings: Settings
    store: Store


@dataclass(frozen=True)
class State:
    """A page as one reader sees it now."""

    page: Page
    view: View
    notices: tuple[str, ...]
    snapshot: Snapshot
    settings: Settings
    theme: Theme
    loaded: Period

    @property
    def period(self) -> Period:
        """The days in view."""
        return self.view.period(self.loaded, self.settings.fiscal_start)

    @property
    def compared(self) -> Period | None:
        """The days compared with."""
        return compared(self.period, Comparison(self.view.one(COMPARE)))

    @property
    def edition(self) -> str:
        """The version in a form short enough to be read out: the start of its content hash."""
        return self.snapshot.version.rpartition("-")[2][:SHOWN]

    @property
    def currency(self) -> str:
        """The currency of the page's table."""
        return self.snapshot.tables[self.page.table].currency

    @property
    def opening(self) -> Opening:
        """What the page is laid out with."""
        return Opening(
            page=self.page,
            view=self.view,
            notices=self.notices,
            presets=presets(self.loaded, self.settings.fiscal_start),
            values=lambda column: self.snapshot.values(self.page.table, column),
            loaded=self.loaded,
            period=self.period,
            version=self.snapshot.version,
            theme=self.theme,
        )

    @property
    def paid_only(self) -> bool:
        """Whether organic channels are left out."""
        return self.view.one(BASIS) == PAID

    @property
    def channel(self) -> str:
        """The column of the page's table that names the channel."""
        return self.page.columns[CHANNEL]

    @property
    def organic(self) -> frozenset[str]:
        """The channels that spend nothing over the whole data set."""
        rows = self.snapshot.ask(Query(self.page.table, (SPEND,), (self.channel,)))
        return organic(rows, self.channel)

    def facts(self, measures: tuple[str, ...], by: tuple[str, ...], *, whole: str = "") -> Facts:
        """One read of period and comparison together; the filter on the column `whole` is left to the caller."""
        where = tuple(term for term in self.view.where(self.page.table) if term[0] != whole)
        periods = tuple(period for period in (self.period, self.compared) if period)
        rows = self.snapshot.ask(Query(self.page.table, measures, ("date", *by), where, periods))
        if self.paid_only:
            rows = rows[~rows[self.channel].isin(self.organic)]
        return Facts.split(rows, self.period, self.compared, self.loaded)


def open_state(context: Context, page: Page, query: str, version: str | None, theme: str) -> State:
    """The state that a link asks for; raises NoSnapshot before the first publishing, MissingTableError."""
    snapshot = context.store.snapshot(version)
    table = snapshot.tables.get(page.table)
    if table is None or table.first_day is None or table.newest_day is None:
        raise MissingTableError(page.table)
    loaded = Period(table.first_day, table.newest_day)
    options = presets(loaded, context.settings.fiscal_start)
    choices = page.choices(
        options, lambda column: snapshot.values(page.table, column), lambda key: _elsewhere(snapshot, page.table, key)
    )
    view, notices = View.parse(query, choices)
    return State(page, view, notices, snapshot, context.settings, Theme.parse(theme), loaded)


def _elsewhere(snapshot: Snapshot, table: str, key: str) -> frozenset[str]:
    columns = next(known.columns for known in FILTERS if known.key == key)
    others = [(other, column) for other, column in columns.items() if other != table and other in snapshot.tables]
    return frozenset(value for other, column in others for value in snapshot.values(other, column))

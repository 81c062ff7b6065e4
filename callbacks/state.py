"""What every section of a page starts from: the view, the snapshot it reads and the days it is about."""

from dataclasses import dataclass

from analytics.comparison import Facts
from analytics.filters import Filter
from analytics.periods import Comparison, Dates, Period, compared, dated, whole_months
from analytics.presets import presets
from analytics.ranking import organic
from analytics.view import BASIS, COMPARE, View
from analytics.wording import PAID
from callbacks.days import days_of, first_days
from data.query import Query
from data.snapshot import Snapshot
from data.store import Store
from layouts.ui.page import Opening, Page
from layouts.ui.theme import Theme
from settings import Settings

CHANNEL = "channel"
SPEND = "spend"
SHOWN = 8


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
        loaded = days_of(self.snapshot, self.page)
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
        return self.dates is not None and first_days(self.snapshot, (self.table,)) is None

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

"""What a page declares about itself, and what it is opened with."""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass

from analytics.choices import Choice, Days, Known
from analytics.filters import FILTERS, Filter
from analytics.periods import Comparison, Dates, Period, dated
from analytics.presets import LAST_YEAR
from analytics.view import BASIS, COMPARE, FROM, PERIOD, SHARED, TO, View
from analytics.wording import BLENDED, PAID
from layouts.ui.shell import Destination
from layouts.ui.theme import Theme


@dataclass(frozen=True)
class Page:
    """A page: where it stands, the question it answers, the table behind its filters, its filters and own choices.

    Where its table is not loaded, the first of `instead` that is takes its place; its days are those of the first of
    these tables that has any. A `monthly` page counts whole months, and one that does not compare has no comparison.
    One that is not `dated` looks at all days, whatever they are. `rows` is what the rows of its table are called.
    """

    destination: Destination
    question: str
    table: str
    filters: tuple[str, ...]
    own: tuple[Choice, ...] = ()
    blends: bool = False
    instead: tuple[str, ...] = ()
    monthly: bool = False
    compares: bool = True
    dated: bool = True
    rows: str = "Rows"

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables that its filters may stand on, the first one loaded is taken."""
        return (self.table, *self.instead)

    @property
    def pills(self) -> tuple[str, ...]:
        """The keys of the filter bar, also of what a table may lack."""
        dates = [PERIOD] * self.dated + [COMPARE] * self.compares
        return (*dates, *self.filters, *((BASIS,) if self.blends else ()))

    def columns(self, table: str) -> Mapping[str, str]:
        """The column of a table behind each of its filters."""
        return {known.key: known.columns[table] for known in self.dimensions(table)}

    def dimensions(self, table: str) -> tuple[Filter, ...]:
        """Its filters on a table, in the order of the bar."""
        return tuple(known.on(table) for known in FILTERS if known.key in self.filters and table in known.columns)

    def choices(
        self,
        table: str,
        presets: Mapping[str, str],
        values: Callable[[str], Sequence[str]],
        elsewhere: Callable[[str], Container[str]] = lambda key: (),
        beyond: Callable[[str], Sequence[str]] = lambda name: (),
    ) -> tuple[Choice, ...]:
        """Everything a reader may choose on it when it stands on `table`; without `presets` that has no dates.

        `values` lists the members of a column of the table, `elsewhere` those that other tables know of a filter, and
        `beyond` what else its own choices may ask for.
        """
        dimensions = [
            Choice(key, values(column), multiple=True, elsewhere=elsewhere(key))
            for key, column in self.columns(table).items()
        ]
        basis = [Choice(BASIS, (BLENDED, PAID), (BLENDED,))] if self.blends else []
        own = [choice.on(Known(values, presets, beyond)) for choice in self.own]
        return (*(self._dates(presets) if presets else ()), *dimensions, *basis, *own)

    def _dates(self, presets: Mapping[str, str]) -> tuple[Choice, ...]:
        compared = [Choice(COMPARE, tuple(Comparison), (Comparison.PREVIOUS,))] if self.compares else []
        return (Choice(PERIOD, presets, (LAST_YEAR,)), Choice(FROM, Days()), Choice(TO, Days()), *compared)


@dataclass(frozen=True)
class Opening:
    """What a page is laid out with: its table, view and notices, what may be chosen, the days, version and theme.

    Without `dates` its table carries none: `loaded` and `period` raise LookupError.
    """

    page: Page
    table: str
    view: View
    notices: tuple[str, ...]
    presets: Mapping[str, str]
    values: Callable[[str], Sequence[str]]
    dates: Dates | None
    version: str
    theme: Theme

    @property
    def loaded(self) -> Period:
        """The days loaded."""
        return dated(self.dates).loaded

    @property
    def period(self) -> Period:
        """The days in view."""
        return dated(self.dates).period

    @property
    def columns(self) -> Mapping[str, str]:
        """The column of its table behind each of its filters."""
        return self.page.columns(self.table)

    @property
    def dimensions(self) -> tuple[Filter, ...]:
        """Its filters, in the order of the bar."""
        return self.page.dimensions(self.table)

    @property
    def rules(self) -> dict[str, object]:
        """What the browser needs to turn controls into a link: defaults, and which keys other pages take along."""
        own = {choice.key for choice in self.page.own}
        here = {choice.key for choice in self.view.choices}
        return {
            "defaults": {
                choice.key: list(choice.default) if choice.multiple else next(iter(choice.default), "")
                for choice in self.view.choices
            },
            "shared": [choice.key for choice in self.view.choices if choice.key not in own],
            "carried": [key for key in SHARED if key not in here],
            "local": [choice.key for choice in self.page.own if choice.local],
        }

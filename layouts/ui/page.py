"""What a page declares about itself, and what it is opened with."""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass

from analytics.periods import LAST_YEAR, Comparison, Period
from analytics.view import BASIS, COMPARE, FILTERS, FROM, PERIOD, TO, Choice, Days, Filter, View
from analytics.wording import BLENDED, PAID
from layouts.ui.shell import Destination
from layouts.ui.theme import Theme


@dataclass(frozen=True)
class Page:
    """A page: where it stands, the question it answers, the table behind its filters, its filters and own choices."""

    destination: Destination
    question: str
    table: str
    filters: tuple[str, ...]
    own: tuple[Choice, ...] = ()
    blends: bool = False

    @property
    def columns(self) -> Mapping[str, str]:
        """The column of its table behind each of its filters."""
        return {known.key: known.columns[self.table] for known in self.dimensions}

    @property
    def dimensions(self) -> tuple[Filter, ...]:
        """Its filters, in the order of the bar."""
        return tuple(known for known in FILTERS if known.key in self.filters)

    def choices(
        self,
        presets: Mapping[str, str],
        values: Callable[[str], Sequence[str]],
        elsewhere: Callable[[str], Container[str]] = lambda key: (),
    ) -> tuple[Choice, ...]:
        """Everything a reader may choose on it.

        `values` lists the members of a column of its table, `elsewhere` those that other tables know of a filter.
        """
        dimensions = [
            Choice(key, values(column), multiple=True, elsewhere=elsewhere(key)) for key, column in self.columns.items()
        ]
        basis = [Choice(BASIS, (BLENDED, PAID), (BLENDED,))] if self.blends else []
        return (
            Choice(PERIOD, presets, (LAST_YEAR,)),
            Choice(FROM, Days()),
            Choice(TO, Days()),
            Choice(COMPARE, tuple(Comparison), (Comparison.PREVIOUS,)),
            *dimensions,
            *basis,
            *self.own,
        )


@dataclass(frozen=True)
class Opening:
    """What a page is laid out with: its view and notices, what may be chosen, the days, the version and the theme."""

    page: Page
    view: View
    notices: tuple[str, ...]
    presets: Mapping[str, str]
    values: Callable[[str], Sequence[str]]
    loaded: Period
    period: Period
    version: str
    theme: Theme

    @property
    def rules(self) -> dict[str, object]:
        """What the browser needs to turn controls into a link: defaults, and which keys other pages take along."""
        own = {choice.key for choice in self.page.own}
        return {
            "defaults": {
                choice.key: list(choice.default) if choice.multiple else next(iter(choice.default), "")
                for choice in self.view.choices
            },
            "shared": [choice.key for choice in self.view.choices if choice.key not in own],
            "carried": [known.key for known in FILTERS if known.key not in self.page.filters],
        }

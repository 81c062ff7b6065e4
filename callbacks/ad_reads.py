"""What the CMO and the CFO dashboard are read from: the rows in view, broken down one way."""

from dataclasses import dataclass, replace

from analytics.ad_return import BreakEven, break_even
from analytics.comparison import Facts
from analytics.periods import Comparison
from analytics.reading import Dimension, Reading
from analytics.trend import Grain
from analytics.view import COMPARE
from callbacks.drawing import drawing
from callbacks.state import CHANNEL, State
from data.query import ROWS
from data.tables.ads import AD
from layouts.ui.ad_page import GRAIN
from layouts.ui.breakdown import BY, NOUNS, column
from layouts.ui.drawing import Drawing

SEGMENTS = ("audience", "device", "type", "region", CHANNEL)
SUMS = ("impressions", "clicks", "engagements", "conversions", "spend", "revenue")


@dataclass(frozen=True)
class Ads:
    """The rows in view, and those of every member of what they are broken down by."""

    state: State
    everyone: Facts
    facts: Facts
    drawing: Drawing

    @property
    def by(self) -> str:
        """What they are broken down by."""
        return self.state.view.one(BY)

    @property
    def noun(self) -> str:
        """The same in words."""
        return NOUNS[self.by]

    @property
    def grain(self) -> Grain:
        """The grain of the trend."""
        return Grain(self.state.view.one(GRAIN))

    @property
    def chosen(self) -> tuple[str, ...]:
        """The members that the page is filtered by."""
        return self.state.view.many(self.by) if self.by in self.state.page.filters else ()

    @property
    def reading(self) -> Reading:
        """What findings are read from."""
        return self._read(CHANNEL, self.facts)

    @property
    def segments(self) -> list[Reading]:
        """The same for each of the SEGMENTS, without a comparison."""
        alone = replace(self.state, view=self.state.view.but(**{COMPARE: Comparison.NONE}))
        columns = {by: tuple(dict.fromkeys((alone.channel, column(by)))) for by in SEGMENTS}
        return [self._read(by, alone.facts(SUMS, named)) for by, named in columns.items()]

    @property
    def break_even(self) -> BreakEven | None:
        """Where break-even is, over the rows in view."""
        return break_even(self.facts.now, self.state.settings.gross_margin)

    def _read(self, by: str, facts: Facts) -> Reading:
        dimension = Dimension(column(by), by, NOUNS[by])
        return Reading(facts.claimable(), self.state.view, self.state.currency, dimension, self.state.channel)


def read(state: State) -> Ads:
    """The rows behind both pages, from one read of the period and the comparison."""
    dimension = column(state.view.one(BY))
    everyone = state.facts((*AD.measures, ROWS), tuple(dict.fromkeys((state.channel, dimension))), whole=dimension)
    ads = Ads(state, everyone, everyone, _drawing(state, dimension))
    return replace(ads, facts=everyone.members(dimension, ads.chosen)) if ads.chosen else ads


def _drawing(state: State, dimension: str) -> Drawing:
    drawn = drawing(state)
    if dimension == state.channel:
        return drawn
    members = state.snapshot.values(AD.name, dimension)
    return replace(drawn, channels=dict.fromkeys(members, drawn.colours.accent))

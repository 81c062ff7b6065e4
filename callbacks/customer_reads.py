"""What Customer insights asks of the store."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.comparison import Facts
from analytics.customer_metrics import LIFETIME_VALUE, PURCHASES
from analytics.customers import ACQUIRED, BY_SEGMENT, DIMENSIONS, NPS, REGION, SEGMENT, TIER, left, rated, together
from analytics.nps import answered
from analytics.spread import QUARTILES, Moment
from callbacks.state import State
from data.query import ROWS, Histogram, Moments, Quantiles, Query, Rows
from data.scope import Terms
from data.tables.customers import CUSTOMER
from layouts.ui.cloud_axes import SHOWN, Axes
from layouts.ui.cloud_card import MOST
from layouts.ui.coverage import Coverage
from layouts.ui.violin_card import BIN, Side

TABLE = CUSTOMER.name
AGE, INCOME, SCORE, LEFT = "age", "income", "satisfaction_score", "is_churned"
DETAILS = ("customer_id", AGE, REGION, TIER, ACQUIRED, SEGMENT, PURCHASES, INCOME, LIFETIME_VALUE)
POINTS = 600
CELLS = 48
OTHERS = "All other channels"


@dataclass(frozen=True)
class Reads:
    """The questions of one view."""

    state: State

    @property
    def coverage(self) -> Coverage:
        """Whether distributions come from a sample."""
        return Coverage(self.state.currency, self.state.snapshot.sampled(TABLE))

    def people(self, column: str) -> Facts:
        """What is known of the customers in view by each of DIMENSIONS, all of a column's whatever is chosen of it."""
        by, where = tuple(known.column for known in DIMENSIONS), self.state.where(whole=column)
        counts = self.state.snapshot.ask(Query(TABLE, (ROWS, LIFETIME_VALUE, PURCHASES), by, where))
        leaving, scores = (self._told(asked, by, where) for asked in (LEFT, SCORE))
        return together([answered(counts, NPS, ROWS), left(leaving), rated(scores)])

    def segments(self) -> tuple[Facts, tuple[str, ...], Facts]:
        """The customers of every segment, the segments that are chosen, and the customers of those."""
        everyone, chosen = self.people(SEGMENT), self.state.view.many(BY_SEGMENT.key)
        return everyone, chosen, everyone.members(SEGMENT, chosen) if chosen else everyone

    def _told(self, column: str, by: tuple[str, ...], where: Terms) -> pd.DataFrame:
        """The number of those who tell a column, of all in the table, their mean and their squares about it."""
        found = self.state.snapshot.ask(Moments(TABLE, column, column, by, where))
        sample = self.coverage.sample
        weight = self.state.snapshot.tables[TABLE].rows / sample if sample else 1.0
        told = found[[*by, Moment.N, Moment.MEAN_X, Moment.SXX]].dropna(subset=Moment.MEAN_X)
        return told.assign(**{part: told[part] * weight for part in (Moment.N, Moment.SXX)})

    def worth(self, by: tuple[str, ...] = ()) -> pd.DataFrame:
        """The quartiles of lifetime value, of all members of `by`."""
        return self._quantiles(LIFETIME_VALUE, QUARTILES, by, self.state.where(whole=SEGMENT if by else ""))

    def points(self) -> pd.DataFrame:
        """Some customers and what they are worth."""
        where, asked = self.state.where(whole=SEGMENT), (SEGMENT, LIFETIME_VALUE)
        return self.state.snapshot.ask(Rows(TABLE, asked, where, most=POINTS, reported=(LIFETIME_VALUE,)))

    def ages(self) -> tuple[pd.DataFrame, "pd.Series[float]"]:
        """The counts by segment and year of age, and the quartiles of all."""
        bins = self.state.snapshot.ask(Histogram(TABLE, ((AGE, 1),), (SEGMENT,), self.state.where()))
        return bins, self._quantiles(AGE, QUARTILES, (), self.state.where()).iloc[0]

    def tree(self) -> pd.DataFrame:
        """How many customers there are by region, tier and segment."""
        return self.state.snapshot.ask(Query(TABLE, (ROWS,), (REGION, TIER, SEGMENT), self.state.where()))

    def moments(self) -> "pd.Series[float]":
        """How income and lifetime value move together."""
        return self.state.snapshot.ask(Moments(TABLE, INCOME, LIFETIME_VALUE, (), self.state.where())).iloc[0]

    def customers(self) -> pd.DataFrame:
        """The customers with an income and a lifetime value, at most as many as points can be told apart."""
        asked = Rows(TABLE, DETAILS, self.state.where(), most=MOST, reported=(INCOME, LIFETIME_VALUE))
        return self.state.snapshot.ask(asked)

    def axes(self) -> Axes:
        """Where the plot of income and lifetime value ends."""
        return Axes(INCOME, LIFETIME_VALUE, "Income", "Lifetime value", self._ends(INCOME), self._ends(LIFETIME_VALUE))

    def cells(self, axes: Axes) -> tuple[pd.DataFrame, tuple[float, float]]:
        """How many customers lie in each cell of the plot, and the steps of the cells."""
        steps = (_step(*axes.ends_x), _step(*axes.ends_y))
        bins = ((INCOME, steps[0]), (LIFETIME_VALUE, steps[1]))
        return self.state.snapshot.ask(Histogram(TABLE, bins, (), self.state.where())), steps

    @property
    def channels(self) -> Sequence[str]:
        """The acquisition channels in view."""
        return dict(self.state.where()).get(ACQUIRED) or self.state.snapshot.values(TABLE, ACQUIRED)

    def halves(self, left: str) -> tuple[Side, Side]:
        """The satisfaction of those acquired through the channel `left`, and of those through all others."""
        return self._side(left, (left,)), self._side(OTHERS, tuple(name for name in self.channels if name != left))

    def most_used(self) -> str:
        """The channel that most of the customers in view were acquired through; empty where none is reported."""
        counts = self.state.snapshot.ask(Query(TABLE, (ROWS,), (ACQUIRED,), self.state.where())).dropna()
        return "" if counts.empty else str(counts.sort_values(ROWS)[ACQUIRED].iloc[-1])

    def _side(self, name: str, channels: Sequence[str]) -> Side:
        where: Terms = (*self.state.where(whole=ACQUIRED), (ACQUIRED, tuple(channels)))
        bins = self.state.snapshot.ask(Histogram(TABLE, ((SCORE, BIN),), (NPS,), where))
        spreads = self._quantiles(SCORE, (0.5,), (NPS,), where)
        return Side(name, bins, spreads)

    def _quantiles(self, column: str, wanted: tuple[float, ...], by: tuple[str, ...], where: Terms) -> pd.DataFrame:
        return self.state.snapshot.ask(Quantiles(TABLE, column, wanted, by, where))

    def _ends(self, column: str) -> tuple[float, float]:
        told = self._quantiles(column, (SHOWN,), (), self.state.where()).iloc[0]
        low, high = float(told["low"]), float(told[str(SHOWN)])
        return (0.0, 1.0) if math.isnan(high) else (min(low, 0.0), max(high, 1.0))


def _step(low: float, high: float) -> float:
    """A round step of which about CELLS lie between the ends."""
    wanted = (high - low) / CELLS
    magnitude = 10.0 ** math.floor(math.log10(wanted))
    return next(digit * magnitude for digit in (1, 2, 5, 10) if digit * magnitude >= wanted)

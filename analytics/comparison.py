"""A period beside the one it is compared with."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from analytics.metric import Better, Metric
from analytics.periods import Dates, Period, dated

DATE = "date"
NOT_ENOUGH = 0.0005
LOADED_ENOUGH = 0.95


@dataclass(frozen=True)
class Change:
    """A metric's value now and before."""

    metric: Metric
    now: float
    before: float

    @property
    def relative(self) -> float:
        """The change as a fraction of the value before; NaN where either is missing or the value before is not above 0.

        A share of a negative value has no agreed meaning: from −2 to 1 is no change of 150 %.
        """
        return (self.now - self.before) / self.before if self.before > 0 else math.nan

    @property
    def better(self) -> bool | None:
        """Whether the change is good news; None where it is neither, or too small to show."""
        if math.isnan(self.relative) or abs(self.relative) < NOT_ENOUGH or self.metric.better is Better.NEITHER:
            return None
        return (self.relative > 0) == (self.metric.better is Better.UP)


@dataclass(frozen=True)
class Facts:
    """Rows of sums per day (column `date`) and other columns, for a period and the one it is compared with.

    Each row reports a measure or holds NaN for it. Without `dates` the rows carry no day: there is nothing to compare
    with, and `period` and `loaded` raise LookupError.
    """

    now: pd.DataFrame
    before: pd.DataFrame
    dates: Dates | None

    @property
    def period(self) -> Period:
        """The days in view."""
        return dated(self.dates).period

    @property
    def compared(self) -> Period | None:
        """The days compared with."""
        return self.dates.compared if self.dates else None

    @property
    def loaded(self) -> Period:
        """The days that the source covers."""
        return dated(self.dates).loaded

    @property
    def days(self) -> Period | None:
        """The days in view; None where the rows carry none."""
        return self.dates.period if self.dates else None

    @classmethod
    def split(cls, rows: pd.DataFrame, period: Period, compared: Period | None, loaded: Period) -> "Facts":
        """Split rows that cover both periods."""
        before = between(rows, compared) if compared else rows.iloc[:0]
        return cls(between(rows, period), before, Dates(loaded, period, compared))

    @classmethod
    def undated(cls, rows: pd.DataFrame) -> "Facts":
        """Rows that carry no day."""
        return cls(rows, rows.iloc[:0], None)

    @property
    def comparable(self) -> bool:
        """Whether there is a comparison of which enough days are loaded to say that something rose or fell."""
        inside = self.compared.within(self.loaded) if self.compared else None
        return bool(inside and self.compared and inside.days >= LOADED_ENOUGH * self.compared.days)

    def claimable(self) -> "Facts":
        """These facts, without a comparison that is not `comparable`: what findings are read from."""
        if self.comparable or self.dates is None:
            return self
        return replace(self, before=self.before.iloc[:0], dates=replace(self.dates, compared=None))

    def change(self, metric: Metric) -> Change:
        """A metric over the whole of both periods."""
        return Change(metric, metric.value(self.now), metric.value(self.before))

    def where(self, column: str, value: str, *, leave_out: bool = False) -> "Facts":
        """The facts of one value of a column, or of all others."""
        now, before = (rows[(rows[column] == value) != leave_out] for rows in (self.now, self.before))
        return replace(self, now=now, before=before)

    def members(self, column: str, values: Sequence[str]) -> "Facts":
        """The facts of several values of a column."""
        now, before = (rows[rows[column].isin(values)] for rows in (self.now, self.before))
        return replace(self, now=now, before=before)

    def within(self, period: Period, compared: Period | None) -> "Facts":
        """The facts of shorter periods."""
        before = between(self.before, compared) if compared else self.before.iloc[:0]
        return Facts(between(self.now, period), before, Dates(self.loaded, period, compared))

    def folded(self, column: str) -> "Facts":
        """These facts without days or columns but one: far fewer rows that give each metric the same value."""
        return replace(self, now=_folded(self.now, column), before=_folded(self.before, column))


def _folded(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    """Sums per value of the column and per pattern of reported measures, since ratios need both of theirs."""
    measures = list(rows.select_dtypes("float64"))
    patterns = rows[measures].notna().to_numpy() @ (1 << np.arange(len(measures)))
    return rows.groupby([column, patterns], observed=True)[measures].sum(min_count=1).reset_index(0)


def between(rows: pd.DataFrame, period: Period) -> pd.DataFrame:
    """The rows whose date lies in the period."""
    return rows[rows[DATE].between(pd.Timestamp(period.start), pd.Timestamp(period.end))]


def covered(rows: pd.DataFrame) -> Period | None:
    """From the first to the last day that has a row, None without rows."""
    return None if rows.empty else Period(_day(rows[DATE].min()), _day(rows[DATE].max()))


def _day(moment: pd.Timestamp) -> date:
    return moment.date()

"""What a snapshot's journeys are: where they come from, how many, over which channels and months."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analytics.periods import Period, month_end
from data.clauses import select_from
from data.sql import Clause

EVERY_MONTH = Clause("")
Read = Callable[[Clause], pd.DataFrame]


@dataclass(frozen=True)
class JourneyFacts:
    """What is known of the journeys: the table they come from, their channels by name, and how many there are.

    `months` are those of first touches, `days` from the first to the newest touch; neither where the table carries no
    times. `valued` is how many of the conversions report a value. `left_out` touches are in no path, since each belongs
    to a journey too long to be one person's.
    """

    table: str
    channels: tuple[str, ...]
    months: tuple[date, ...]
    days: Period | None
    journeys: int
    touches: int
    conversions: int
    valued: int
    left_out: int

    def codes(self, names: Collection[str]) -> list[int]:
        """The codes of those of these channels that it has."""
        return [code for code, name in enumerate(self.channels) if name in names]

    def within(self, periods: Collection[Period]) -> Clause:
        """WHERE month is one whose loaded days all lie in one of the periods; no periods mean every month.

        Raises ValueError for a period where the table carries no times.
        """
        if not periods:
            return EVERY_MONTH
        if self.days is None:
            raise ValueError(f"{self.table} carries no day, so it cannot be asked for a period")
        whole = [month for month in self.months if any(_covers(period, month, self.days) for period in periods)]
        return Clause(f"WHERE month IN ({', '.join('?' * len(whole))})" if whole else "WHERE false", tuple(whole))


def read_facts(read: Read) -> JourneyFacts | None:
    """The facts that a snapshot stores; None where it has no journeys."""
    found = read(Clause(select_from(["*"], "path_facts")))
    if found.empty:
        return None
    source, first, newest, *counts = found.iloc[0]
    months = read(Clause(select_from(["DISTINCT month"], "path_counts", "WHERE month IS NOT NULL ORDER BY month")))
    names = read(Clause(select_from(["name"], "path_channels", "ORDER BY channel")))
    days = Period(first.date(), newest.date()) if len(months) else None
    return JourneyFacts(
        source, tuple(names["name"]), tuple(month.date() for month in months["month"]), days, *map(int, counts)
    )


def _covers(period: Period, month: date, loaded: Period) -> bool:
    days = Period(month, month_end(month)).within(loaded)
    return days is not None and days.within(period) == days

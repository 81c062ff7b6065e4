"""The paths that journeys took, read from one snapshot."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.paths import Paths
from analytics.periods import Period, month_end
from data.cache import Cache
from data.clauses import select, select_from
from data.decay import HALF_LIVES, credit, credited, value
from data.ragged import Ragged
from data.scope import EVERYTHING, Scope
from data.sql import Clause
from data.tables import table

MOST_BYTES = 64_000_000
EVERY_MONTH = Clause("")
Floats = npt.NDArray[np.float64]
Read = Callable[[Clause], pd.DataFrame]


@dataclass(frozen=True)
class JourneyFacts:
    """What is known of the journeys: the table they come from, their channels by name, and how many there are.

    `months` are those of first touches, `days` from the first to the newest touch; neither where the table carries no
    times. `valued` is how many of the conversions report a value.
    """

    table: str
    channels: tuple[str, ...]
    months: tuple[date, ...]
    days: Period | None
    journeys: int
    touches: int
    conversions: int
    valued: int


class Journeys:
    """Says through `read` how often paths were taken; holds the paths themselves from the first question on."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._ragged: Cache[Ragged] = Cache(MOST_BYTES, lambda ragged: ragged.bytes)
        self.facts = _facts(read)

    def paths(
        self,
        half_life: float | None = None,
        periods: Collection[Period] = (),
        first: Collection[str] = (),
        without: Collection[str] = (),
        scope: Scope = EVERYTHING,
    ) -> Paths:
        """Answer as Snapshot.paths says."""
        facts = _asked(self.facts, half_life, scope)
        ragged, months, left_out = self._ragged.get(Ragged, self._load), _months(facts, periods), _codes(facts, without)
        counts = self._read(_counted(months))
        if first:
            counts = counts[ragged.begin(counts["path"].to_numpy(), _codes(facts, first))]
        places, starts = ragged.places(counts["path"].to_numpy())
        taken = Paths(facts.channels, ragged.touches[places], starts, *_numbers(counts, facts))
        left = taken.without(without) if left_out else taken
        if half_life is None:
            return left
        found = self._read(_credits(half_life, months, left_out))
        stay = places[~np.isin(taken.touches, left_out)] if left_out else places
        touches = found["touch"].to_numpy()
        return _decayed(left, *(ragged.spread(touches, found[name].to_numpy())[stay] for name in ("credit", "value")))

    def _load(self) -> Ragged:
        listed = select_from(
            ["unnest(channels) AS channel", "first_touch + unnest(range(len(channels))) AS touch"], "paths"
        )
        touches = self._read(Clause(select(["channel"], listed, "ORDER BY touch")))["channel"].to_numpy(np.int16)
        starts = self._read(Clause(select_from(["first_touch"], "paths", "ORDER BY path")))["first_touch"].to_numpy()
        return Ragged(touches, np.append(starts, len(touches)))


def _facts(read: Read) -> JourneyFacts | None:
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


def _asked(facts: JourneyFacts | None, half_life: float | None, scope: Scope) -> JourneyFacts:
    if facts is None:
        raise KeyError("this snapshot has no journeys")
    if scope.over(table(facts.table)):
        raise ValueError(f"{facts.table}: paths are counted for everyone, so they cannot be narrowed to a scope")
    if half_life is not None and facts.days is None:
        raise ValueError(f"{facts.table} carries no times, so it has no time decay")
    if half_life is not None and not 0 < half_life < np.inf:
        raise ValueError(f"half_life: expected a finite number of days above 0, found {half_life!r}")
    return facts


def _codes(facts: JourneyFacts, names: Collection[str]) -> list[int]:
    return [code for code, name in enumerate(facts.channels) if name in names]


def _months(facts: JourneyFacts, periods: Collection[Period]) -> Clause:
    if not periods:
        return EVERY_MONTH
    if facts.days is None:
        raise ValueError(f"{facts.table} carries no day, so it cannot be asked for a period")
    whole = [month for month in facts.months if any(_covers(period, month, facts.days) for period in periods)]
    marks = ", ".join("?" * len(whole))
    return Clause(f"WHERE month IN ({marks})" if whole else "WHERE false", tuple(whole))


def _covers(period: Period, month: date, loaded: Period) -> bool:
    days = Period(month, month_end(month)).within(loaded)
    return days is not None and days.within(period) == days


def _counted(months: Clause) -> Clause:
    sums = (f'sum("{name}") AS "{name}"' for name in ("conversions", "value", "nulls"))
    grouped = select_from(["path", *sums], "path_counts", months.text, "GROUP BY path ORDER BY path")
    return Clause(grouped, months.values)


def _numbers(counts: pd.DataFrame, facts: JourneyFacts) -> tuple[Floats, Floats, Floats]:
    values = counts["value"].fillna(0) if facts.valued or not facts.conversions else counts["value"]
    return counts["conversions"].to_numpy(), values.to_numpy(), counts["nulls"].to_numpy()


def _credits(half_life: float, months: Clause, left_out: Collection[int]) -> Clause:
    named = [f"{credit(half_life)} AS credit", f'{value(half_life)} AS "value"']
    if left_out or half_life not in HALF_LIVES:
        return Clause(select(["touch", *named], credited((half_life,), "touch", months.text, left_out)), months.values)
    sums = [f"sum({credit(half_life)}) AS credit", f'sum({value(half_life)}) AS "value"']
    return Clause(select_from(["touch", *sums], "path_credits", months.text, "GROUP BY touch"), months.values)


def _decayed(paths: Paths, by_count: Floats, by_value: Floats) -> Paths:
    """The paths with each touch's share of conversions and value; alike in a path without any."""
    decayed = _shares(by_count, paths, paths.conversions, 1 / np.repeat(paths.lengths, paths.lengths))
    return replace(paths, decayed=decayed, decayed_value=_shares(by_value, paths, paths.value, decayed))


def _shares(credit: Floats, paths: Paths, whole: Floats, otherwise: Floats) -> Floats:
    due = np.repeat(whole, paths.lengths)
    return np.divide(credit, due, out=otherwise.copy(), where=np.abs(due) > 0)

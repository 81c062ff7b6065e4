"""The paths that journeys took, read from one snapshot."""

from collections.abc import Collection
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.paths import Paths
from analytics.periods import Period
from data.cache import Cache
from data.clauses import select, select_from
from data.decay import credits_asked
from data.journey_facts import JourneyFacts, Read, read_facts
from data.ragged import Ragged
from data.scope import EVERYTHING, Scope
from data.sql import Clause
from data.tables import table

MOST_BYTES = 64_000_000
Floats = npt.NDArray[np.float64]


class Journeys:
    """Says through `read` how often paths were taken; holds the paths themselves from the first question on."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._ragged: Cache[Ragged] = Cache(MOST_BYTES, lambda ragged: ragged.bytes)
        self.facts = read_facts(read)

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
        ragged, months, left_out = self._ragged.get(Ragged, self._load), facts.within(periods), facts.codes(without)
        counts = self._read(_counted(months))
        counts = counts.iloc[np.argsort(counts["path"].to_numpy())]
        if first:
            counts = counts[ragged.begin(counts["path"].to_numpy(), facts.codes(first))]
        places, starts = ragged.places(counts["path"].to_numpy())
        taken = Paths(facts.channels, ragged.touches[places], starts, *_numbers(counts, facts))
        left = taken.without(without) if left_out else taken
        if half_life is None:
            return left
        found = self._read(credits_asked(half_life, months, left_out))
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


def _counted(months: Clause) -> Clause:
    sums = (f'sum("{name}") AS "{name}"' for name in ("conversions", "value", "nulls"))
    grouped = select_from(["path", *sums], "path_counts", months.text, "GROUP BY path")
    return Clause(grouped, months.values)


def _numbers(counts: pd.DataFrame, facts: JourneyFacts) -> tuple[Floats, Floats, Floats]:
    values = counts["value"].fillna(0) if facts.valued or not facts.conversions else counts["value"]
    return counts["conversions"].to_numpy(), values.to_numpy(), counts["nulls"].to_numpy()


def _decayed(paths: Paths, by_count: Floats, by_value: Floats) -> Paths:
    """The paths with each touch's share of conversions and value; alike in a path without any."""
    decayed = _shares(by_count, paths, paths.conversions, 1 / np.repeat(paths.lengths, paths.lengths))
    return replace(paths, decayed=decayed, decayed_value=_shares(by_value, paths, paths.value, decayed))


def _shares(credit: Floats, paths: Paths, whole: Floats, otherwise: Floats) -> Floats:
    due = np.repeat(whole, paths.lengths)
    return np.divide(credit, due, out=otherwise.copy(), where=np.abs(due) > 0)

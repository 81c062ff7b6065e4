"""The paths that journeys took, read from one snapshot."""

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.paths import Offsets, Paths
from analytics.periods import Period
from data.cache import Cache
from data.clauses import select, select_from
from data.decay import credits_asked
from data.journey_facts import JourneyFacts, Read, read_facts
from data.ragged import Ragged
from data.scope import EVERYTHING, Scope
from data.sql import Clause
from data.tables import table

MOST_BYTES, MOST_TAKEN = 64_000_000, 24_000_000
COUNTED, SQUARED = ("conversions", "value", "nulls"), "value_squared"
Floats = npt.NDArray[np.float64]
Asked = tuple[Clause, tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, eq=False)
class _Taken:
    """Paths without time decay, and where each of their touches stands among those of all paths."""

    paths: Paths
    places: Offsets

    @property
    def bytes(self) -> int:
        """How much memory it takes."""
        arrays = [each for each in vars(self.paths).values() if isinstance(each, np.ndarray)]
        return sum(each.nbytes for each in (*arrays, self.places))


class Journeys:
    """Says through `read` how often paths were taken; holds the paths themselves from the first question on."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._ragged: Cache[Ragged] = Cache(MOST_BYTES, lambda ragged: ragged.bytes)
        self._taken: Cache[_Taken] = Cache(MOST_TAKEN, lambda taken: taken.bytes)
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
        asked = facts.within(periods), tuple(sorted(first)), tuple(sorted(without))
        taken = self._taken.get(asked, lambda: self._counted(facts, asked))
        return taken.paths if half_life is None else self._decayed(taken, half_life, facts, asked)

    def _counted(self, facts: JourneyFacts, asked: Asked) -> _Taken:
        months, first, without = asked
        ragged, left_out = self._touches, facts.codes(without)
        counts = self._read(_counts(months, facts))
        counts = counts.iloc[np.argsort(counts["path"].to_numpy())]
        if first:
            counts = counts[ragged.begin(counts["path"].to_numpy(), facts.codes(first))]
        places, starts = ragged.places(counts["path"].to_numpy())
        taken = Paths(facts.channels, ragged.touches[places], starts, **_numbers(counts, facts))
        if not left_out:
            return _Taken(taken, places)
        return _Taken(taken.without(without), places[~np.isin(taken.touches, left_out)])

    def _decayed(self, taken: _Taken, half_life: float, facts: JourneyFacts, asked: Asked) -> Paths:
        found = self._read(credits_asked(half_life, asked[0], facts.codes(asked[2])))
        touches = found["touch"].to_numpy()
        by_count, by_value = (self._touches.spread(touches, found[name].to_numpy()) for name in ("credit", "value"))
        return _decayed(taken.paths, by_count[taken.places], by_value[taken.places])

    @property
    def _touches(self) -> Ragged:
        return self._ragged.get(Ragged, self._load)

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


def _counts(months: Clause, facts: JourneyFacts) -> Clause:
    names = (*COUNTED, SQUARED) if facts.valued else COUNTED
    grouped = select_from(["path", *(f'sum("{name}") AS "{name}"' for name in names)], "path_counts", months.text)
    return Clause(f"{grouped} GROUP BY path", months.values)


def _numbers(counts: pd.DataFrame, facts: JourneyFacts) -> dict[str, Floats]:
    """The numbers of paths; a path without a value is worth 0, unless no conversion of the table has one."""
    valued = facts.valued or not facts.conversions
    numbers = counts.drop(columns="path").fillna(0) if valued else counts.drop(columns="path")
    return {str(name): column.to_numpy() for name, column in numbers.items()}


def _decayed(paths: Paths, by_count: Floats, by_value: Floats) -> Paths:
    """The paths with each touch's share of conversions and value; alike in a path without any."""
    decayed = _shares(by_count, paths, paths.conversions, 1 / np.repeat(paths.lengths, paths.lengths))
    return replace(paths, decayed=decayed, decayed_value=_shares(by_value, paths, paths.value, decayed))


def _shares(credit: Floats, paths: Paths, whole: Floats, otherwise: Floats) -> Floats:
    due = np.repeat(whole, paths.lengths)
    return np.divide(credit, due, out=otherwise.copy(), where=np.abs(due) > 0)

"""What each journey adds to the sums that a model's credit is a function of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from analytics.attribution_frame import Floats
from analytics.paths import Mask, Offsets, Paths

CHUNK = 1024

Part = tuple[Offsets, Offsets | int, Floats | float, Floats | float]


class Form(Protocol):
    """How credit follows from sums.

    `credit` turns sums, (..., size), into credit, (..., 2, channels + 1): conversions and value, a column for each
    channel and the last for no channel. `slope` says how that in conversions (0) or value (1) grows with each of the
    sums, (channels + 1, size), as they are: (size,). `valued` are the sums of value.
    """

    @property
    def size(self) -> int:
        """How many sums there are."""
        ...

    @property
    def valued(self) -> Mask:
        """Which of the sums are of value."""
        ...

    def credit(self, sums: Floats) -> Floats:
        """The credit that sums give."""
        ...

    def slope(self, sums: Floats, kind: int) -> Floats:
        """How credit grows with the sums."""
        ...


@dataclass(frozen=True, eq=False)
class Tally:
    """Sums over journeys, and the credit that follows from them.

    Entry i adds won[i] to sum number sums[i] for each conversion of path owners[i], and lost[i] for each of its
    journeys that did not convert.
    """

    owners: Offsets
    sums: Offsets
    won: Floats
    lost: Floats
    form: Form

    @property
    def size(self) -> int:
        """How many sums there are."""
        return self.form.size

    @classmethod
    def of(cls, parts: Sequence[Part], form: Form) -> "Tally":
        """A tally of parts, each owners, sums, won and lost, of which the last three may be one for the whole part."""
        entries = zip(*(np.broadcast_arrays(*part) for part in parts), strict=True)
        owners, sums, won, lost = (np.concatenate(column) for column in entries)
        return cls(owners, sums, won, lost, form)

    def total(self, conversions: Floats, nulls: Floats) -> Floats:
        """The sums, (size,), for these counts of journeys, one a path."""
        added = self.won * conversions[self.owners] + self.lost * nulls[self.owners]
        return _summed(self.sums, added, self.size)

    def credit(self, sums: Floats) -> Floats:
        """The credit that sums give, (..., 2, channels + 1)."""
        return self.form.credit(sums)

    def by_path(self) -> "Tally":
        """The same with its entries in the order of their paths, as `covariance` and `added` need them."""
        order = np.argsort(self.owners, kind="stable")
        return replace(
            self, owners=self.owners[order], sums=self.sums[order], won=self.won[order], lost=self.lost[order]
        )

    def covariance(self, paths: Paths) -> Floats:
        """The covariance of the sums, (size, size), when as many journeys are drawn again from these, with replacement.

        Σ n·s·sᵀ − t·tᵀ / N: n journeys that each add s, t the sums and N the count of all journeys.
        """
        upper = np.zeros(self.size**2)
        for lag in range(int(np.bincount(self.owners).max(initial=0))):
            first = np.flatnonzero(self.owners[: len(self.owners) - lag] == self.owners[lag:])
            owner, second = self.owners[first], first + lag
            both = self.won[first] * self.won[second] * paths.conversions[owner]
            both += self.lost[first] * self.lost[second] * paths.nulls[owner]
            upper += np.bincount(
                self.sums[first] * self.size + self.sums[second], both / (2 if lag == 0 else 1), self.size**2
            )
        total = self.total(paths.conversions, paths.nulls)
        square = upper.reshape(self.size, self.size)
        covariance: Floats = square + square.T - np.outer(total, total) / journeys(paths)
        return covariance

    def added(self, paths: Paths) -> Iterator[tuple[slice, Floats, Floats]]:
        """Some paths at a time, and what a journey of each adds, (paths, size): where it converts, and where not."""
        for start in range(0, len(paths.conversions), CHUNK):
            some = slice(start, min(start + CHUNK, len(paths.conversions)))
            entries = slice(*np.searchsorted(self.owners, [some.start, some.stop]))
            place = (self.owners[entries] - start) * self.size + self.sums[entries]
            shape = (some.stop - start, self.size)
            won, lost = (_summed(place, each[entries], shape[0] * shape[1]) for each in (self.won, self.lost))
            yield some, won.reshape(shape), lost.reshape(shape)


def journeys(paths: Paths) -> float:
    """How many journeys there are, converting or not."""
    return float(paths.conversions.sum() + paths.nulls.sum())


def worth(paths: Paths) -> Floats:
    """The mean value of a conversion, one a path; 0 where none converted."""
    return np.divide(paths.value, paths.conversions, out=np.zeros_like(paths.value), where=paths.conversions > 0)


def _summed(places: Offsets, added: Floats, size: int) -> Floats:
    return np.asarray(np.bincount(places, added, size), dtype=np.float64)

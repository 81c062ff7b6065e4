"""Journeys grouped by the path they took, as arrays: what every attribution model reads."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics import attribution_frame as frame
from analytics.attribution_frame import CONVERSIONS, NULLS, PATH, Floats, JourneyError

PURCHASE, EXIT = "Purchase", "Exit"
ENDS = (PURCHASE, EXIT)
HALF_LIFE_DAYS = 7.0
MOST_CHANNELS = 2**15

Codes = npt.NDArray[np.int16]
Offsets = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Paths:
    """Grouped paths: path i has the touches from starts[i] to starts[i + 1].

    channels: names, sorted. touches: codes into channels, all paths one after another. starts: paths + 1 offsets.
    conversions (a count), value (money; 0 without a conversion), nulls (a count of journeys that did not convert): one
    a path.
    value_squared: the sum of the squares of each conversion's own value; None where only their sum is known.
    decayed, decayed_value: one a touch, the share of its path's conversions and value that time decay gives it; they
    sum to 1 in each path that has touches. None where the times of touches are not known. A path may be empty once
    channels are left out. Equal paths may stand apart.
    """

    channels: tuple[str, ...]
    touches: Codes
    starts: Offsets
    conversions: Floats
    value: Floats
    nulls: Floats
    decayed: Floats | None = None
    decayed_value: Floats | None = None
    value_squared: Floats | None = None

    @classmethod
    def of(
        cls, journeys: pd.DataFrame, half_life_days: float = HALF_LIFE_DAYS, ends: Collection[str] = ENDS
    ) -> "Paths":
        """The paths of a frame of grouped journeys: path, conversions, value, nulls and, where known, days_before.

        The last element of a path is dropped where it is one of `ends`, which are no channels. JourneyError, a
        ValueError naming row, column, expected and found, for what cannot be used.
        """
        found = frame.paths(journeys)
        lengths = np.array([len(path) for path in found], dtype=np.int64)
        codes, channels = pd.factorize(np.array(list(chain.from_iterable(found)), dtype=object), sort=True)
        if len(channels) > MOST_CHANNELS:
            raise JourneyError("path", f"at most {MOST_CHANNELS} channels", len(channels))
        days = frame.days_before(journeys, lengths)
        starts = np.concatenate(([0], lengths.cumsum()))
        decayed = None if days is None else decay(days, starts, half_life_days)
        conversions, nulls = (frame.numbers(journeys, name, low=0) for name in (CONVERSIONS, NULLS))
        value, touches = frame.value(journeys, conversions), codes.astype(np.int16)
        whole = cls(tuple(channels), touches, starts, conversions, value, nulls, decayed, decayed)
        return whole._ended(journeys, ends)

    @property
    def has_nulls(self) -> bool:
        """Whether any journey is known that did not convert; without one Markov sees every path convert."""
        return bool(self.nulls.any())

    @property
    def lengths(self) -> Offsets:
        """How many touches each path has."""
        return np.diff(self.starts)

    @property
    def owners(self) -> Offsets:
        """The path of each touch."""
        return np.repeat(np.arange(len(self.conversions)), self.lengths)

    def without(self, channels: Collection[str]) -> "Paths":
        """The paths with these channels' touches left out; a path of nothing else stays, empty.

        Time decay's shares are divided anew in proportion among the touches that stay: exact where a path's journeys
        have the same times, which is so for a frame of journeys.
        """
        kept = np.array([name not in channels for name in self.channels], dtype=bool)
        left = self._keeping(kept[self.touches])
        codes = (kept.cumsum() - 1).astype(np.int16)
        names = tuple(name for name in self.channels if name not in channels)
        return replace(left, channels=names, touches=codes[left.touches])

    def collapsed(self) -> "Paths":
        """The paths with immediate repeats of a channel taken as one touch, the last."""
        last = np.zeros(len(self.touches), dtype=bool)
        last[self.starts[1:][self.lengths > 0] - 1] = True
        repeated = np.append(self.touches[:-1] == self.touches[1:], False)
        return self._keeping(last | ~repeated)

    def _ended(self, journeys: pd.DataFrame, ends: Collection[str]) -> "Paths":
        end = np.array([name in ends for name in self.channels], dtype=bool)[self.touches]
        end[self.starts[1:] - 1] = False
        if end.any():
            bad = np.bincount(self.owners[end], minlength=len(journeys)) > 0
            raise frame.wrong(journeys, PATH, f"{' or '.join(ends)} only as the last element", bad)
        channels_only = self.without(ends)
        if (bad := channels_only.lengths == 0).any():
            raise frame.wrong(journeys, PATH, "one or more channel names", bad)
        return channels_only

    def _keeping(self, mask: Mask) -> "Paths":
        before = np.concatenate(([0], mask.cumsum()))
        left = replace(self, touches=self.touches[mask], starts=before[self.starts])
        return replace(
            left, decayed=_among(self.decayed, mask, left), decayed_value=_among(self.decayed_value, mask, left)
        )


def decay(days: Floats, starts: Offsets, half_life_days: float) -> Floats:
    """The share of each touch: 2^(−days before / half-life), divided by the sum over its path; paths are not empty.

    ValueError unless the half-life is a finite number above 0.
    """
    if not 0 < half_life_days < np.inf:
        raise ValueError(f"half_life_days: expected a finite number above 0, found {half_life_days!r}")
    lengths = np.diff(starts)
    latest = np.minimum.reduceat(days, starts[:-1]) if len(lengths) else days
    weights = np.exp2((np.repeat(latest, lengths) - days) / half_life_days)
    sums = np.add.reduceat(weights, starts[:-1]) if len(lengths) else weights
    shares: Floats = weights / np.repeat(sums, lengths)
    return shares


def _among(shares: Floats | None, mask: Mask, left: Paths) -> Floats | None:
    """The shares of the touches left, in proportion; the last touch takes all where what is left had none."""
    if shares is None:
        return None
    kept = shares[mask]
    sums = np.bincount(left.owners, kept, len(left.conversions))
    kept[left.starts[1:][(sums == 0) & (left.lengths > 0)] - 1] = 1.0
    sums[sums == 0] = 1.0
    among: Floats = kept / sums[left.owners]
    return among

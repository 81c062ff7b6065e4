"""The models that share each conversion by a rule: among the touches of its own path."""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.attribution_frame import Floats
from analytics.attribution_tally import Tally, worth
from analytics.paths import Mask, Offsets, Paths

Weights = tuple[float, float, float]
POSITION_WEIGHTS: Weights = (0.4, 0.2, 0.4)


@dataclass(frozen=True)
class _Given:
    """Sums that are credit already: the conversions of each of these columns, then their value."""

    columns: int

    @property
    def size(self) -> int:
        return 2 * self.columns

    @property
    def valued(self) -> Mask:
        return np.arange(self.size) >= self.columns

    def credit(self, sums: Floats) -> Floats:
        return sums.reshape(*sums.shape[:-1], 2, self.columns)

    def slope(self, sums: Floats, kind: int) -> Floats:
        return np.eye(self.columns, self.size, kind * self.columns)


def first(paths: Paths) -> Floats:
    """All of it to the first touch; one share a touch, as all of these rules."""
    return _at(paths, paths.starts[:-1][paths.lengths > 0])


def last(paths: Paths) -> Floats:
    """All of it to the last touch."""
    return _at(paths, paths.starts[1:][paths.lengths > 0] - 1)


def linear(paths: Paths) -> Floats:
    """1 / n to each of n touches, immediate repeats included."""
    lengths = paths.lengths
    return np.repeat(1 / np.maximum(lengths, 1), lengths)


def position(paths: Paths, weights: Weights = POSITION_WEIGHTS) -> Floats:
    """The weights of first, middle (shared equally) and last touch; all of it to one touch, half each to two.

    ValueError unless the weights are three numbers, none negative, that sum to 1.
    """
    if len(weights) != 3 or min(weights) < 0 or not math.isclose(sum(weights), 1):
        raise ValueError(f"weights: expected three numbers, none negative, that sum to 1, found {weights!r}")
    lengths, opening, closing = paths.lengths, first(paths), last(paths)
    inner = np.repeat(weights[1] / np.maximum(lengths - 2, 1), lengths) * (1 - opening) * (1 - closing)
    shares = opening * weights[0] + inner + closing * weights[2]
    return np.where(np.repeat(lengths, lengths) > 2, shares, linear(paths))


def distinct(paths: Paths) -> Floats:
    """1 / k to each of the k channels on the path, at its first touch there.

    This is the Shapley value of v(S) = conversions of the journeys whose channels all lie in S: v is a sum of unanimity
    games, one a journey, and each is shared equally by its members (Shapley 1953; for attribution Zhao, Mahboobi and
    Bagheri 2018, "Shapley Value Methods for Attribution Modeling in Online Advertising", arXiv:1804.05327).
    """
    owners = paths.owners
    new = ~pd.Index(owners * max(len(paths.channels), 1) + paths.touches).duplicated()
    counts = np.bincount(owners[new], minlength=len(paths.conversions))
    shares: Floats = new / counts[owners]
    return shares


def tallied(paths: Paths, shares: Floats, value_shares: Floats) -> Tally:
    """The sums that are credit already: a touch's share of each conversion, and of its mean value."""
    columns, mean = len(paths.channels) + 1, worth(paths)
    owners, touches = paths.owners, paths.touches.astype(np.int64)
    empty = np.flatnonzero(paths.lengths == 0)
    parts = (
        (owners, touches, shares, 0.0),
        (empty, columns - 1, 1.0, 0.0),
        (owners, touches + columns, value_shares * mean[owners], 0.0),
        (empty, 2 * columns - 1, mean[empty], 0.0),
    )
    return Tally.of(parts, _Given(columns))


def _at(paths: Paths, places: Offsets) -> Floats:
    shares = np.zeros(len(paths.touches))
    shares[places] = 1.0
    return shares

"""How sure the shares of a model are, within what a page may wait for."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from analytics.attribution import NONE, tallied
from analytics.attribution_frame import Floats
from analytics.attribution_intervals import BATCH, RESAMPLES, Resamples, from_covariance, one_by_one
from analytics.attribution_tally import Tally
from analytics.credits import NOTHING
from analytics.offers import Offer
from analytics.paths import Paths

MANY_PATHS, MOST_PATHS = 2_000, 10_000
FEW_SUMS, MOST_SUMS = 300, 1_000

Interval = tuple[float, float]


@dataclass(frozen=True)
class Certainty:
    """The 95 % interval of each channel's share of conversions, and which neighbours' order is within the noise.

    `unsure` are pairs of channels next to each other in the model's order, the higher first, of which the interval of
    the difference holds 0. Without intervals `reason` says why.
    """

    intervals: Mapping[str, Interval]
    unsure: tuple[tuple[str, str], ...] = ()
    reason: str = ""


def certainty(paths: Paths, known: Offer) -> Certainty:
    """The bootstrap over journeys of a model that has an answer for these paths, if a page can wait for it.

    From `MANY_PATHS` on sums are drawn from the normal distribution with their covariance, whose work grows with the
    cube of their number, so up to `FEW_SUMS`; else one resample after another, up to `MOST_PATHS` and `MOST_SUMS`.
    """
    if not paths.conversions.any():
        return Certainty({}, reason=NOTHING)
    tally = tallied(paths, known.model, **known.options).by_path()
    sums = _drawn(tally, paths)
    if sums is None:
        why = f"{len(paths.conversions):,} different paths and {tally.size:,} sums"
        return Certainty({}, reason=f"drawing {why} again {RESAMPLES} times takes too long for a page")
    kept = slice(None) if (paths.conversions[paths.lengths == 0] > 0).any() else slice(-1)
    credit = [tally.credit(some)[:, 0, kept] for some in np.array_split(sums, -(-RESAMPLES // BATCH))]
    found = Resamples((*paths.channels, NONE)[kept], np.concatenate(credit))
    ends = found.intervals()
    intervals = dict(zip(ends["channel"], zip(ends["share_low"], ends["share_high"], strict=True), strict=True))
    return Certainty(intervals, _unsure(found, tally.credit(tally.total(paths.conversions, paths.nulls))[0]))


def _drawn(tally: Tally, paths: Paths) -> Floats | None:
    rng, size = np.random.default_rng(0), len(paths.conversions)
    if size > MANY_PATHS and tally.size <= FEW_SUMS:
        return from_covariance(tally, paths, RESAMPLES, rng)
    if size <= MOST_PATHS and tally.size <= MOST_SUMS:
        return np.concatenate([one_by_one(tally, paths, rng) for _ in range(RESAMPLES)])
    return None


def _unsure(found: Resamples, credit: Floats) -> tuple[tuple[str, str], ...]:
    """Neighbours without a sure order; two without any credit are no pair, as nothing can put them in order."""
    given = {name: amount for name, amount in zip(found.channels, credit, strict=False) if name != NONE and amount > 0}
    ordered = sorted(given, key=lambda name: (-given[name], name))
    ends = {pair: found.difference(*pair) for pair in pairwise(ordered)}
    return tuple(pair for pair, (low, high) in ends.items() if low <= 0 <= high)

"""How sure credit is: the bootstrap over journeys."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Unpack

import numpy as np
import pandas as pd

from analytics.attribution import CHANNEL, NONE, Options, tallied
from analytics.attribution_frame import CONVERSIONS, Floats
from analytics.attribution_tally import Tally, journeys
from analytics.paths import Paths

RESAMPLES = 500
LEVEL = 0.95
MANY_PATHS = 20_000
MOST_SUMS = 1_000
BATCH = 50
LEAST = 0.01

Progress = Callable[[int, int], None]


@dataclass(frozen=True, eq=False)
class Resamples:
    """The credit in conversions of each channel, (resamples, channels), had other journeys of the same kind come."""

    channels: tuple[str, ...]
    conversions: Floats

    @property
    def shares(self) -> Floats:
        """The share of each channel, of the resamples in which anything converted."""
        whole = self.conversions.sum(axis=1, keepdims=True)
        some = whole[:, 0] > 0
        shares: Floats = self.conversions[some] / whole[some]
        return shares

    def intervals(self, level: float = LEVEL) -> pd.DataFrame:
        """The interval of each channel: channel, conversions_low, conversions_high, share_low, share_high."""
        low, high = _ends(self.conversions, level)
        share_low, share_high = _ends(self.shares, level)
        return pd.DataFrame(
            {
                CHANNEL: self.channels,
                f"{CONVERSIONS}_low": low,
                f"{CONVERSIONS}_high": high,
                "share_low": share_low,
                "share_high": share_high,
            }
        )

    def difference(self, one: str, other: str, level: float = LEVEL) -> tuple[float, float]:
        """The interval of one channel's share less another's: where it holds 0, the difference is within the noise."""
        shares = self.shares
        first, second = (shares[:, self.channels.index(name)] for name in (one, other))
        low, high = _ends(first - second, level)
        return float(low), float(high)


def resampled(
    paths: Paths,
    model: str,
    *,
    resamples: int = RESAMPLES,
    seed: int = 0,
    progress: Progress | None = None,
    **options: Unpack[Options],
) -> Resamples:
    """The credit of a model over resamples: as many journeys drawn again, with replacement, from those of the paths.

    The ends of intervals are percentiles (Efron 1979). Each path's count is drawn from Poisson's distribution and the
    whole scaled to the journeys there are. Above `MANY_PATHS` paths the sums that credit is a function of are drawn
    instead, from the normal distribution with their covariance. Above `MOST_SUMS` sums, as higher orders of Markov
    have, one resample after another is made, and `progress` told how many of all are done. The value of a conversion
    is known only as its path's mean, so that an interval of value would be too narrow; none is given.

    ValueError as for `credit`, and where nothing converted.
    """
    if not paths.conversions.any():
        raise ValueError("intervals: expected a conversion, found none")
    tally = tallied(paths, model, **options).by_path()
    kept = slice(None) if (paths.conversions[paths.lengths == 0] > 0).any() else slice(-1)
    credit: list[Floats] = []
    for sums in drawn(tally, paths, resamples, np.random.default_rng(seed)):
        credit.extend(tally.credit(sums)[:, 0, kept])
        if progress:
            progress(len(credit), resamples)
    return Resamples((*paths.channels, NONE)[kept], np.array(credit))


def drawn(tally: Tally, paths: Paths, resamples: int, rng: np.random.Generator) -> Iterator[Floats]:
    """The sums of a tally in each resample, a batch of (some, size) at a time."""
    if tally.size > MOST_SUMS:
        yield from (one_by_one(tally, paths, rng) for _ in range(resamples))
        return
    draw = from_covariance if len(paths.conversions) > MANY_PATHS else from_counts
    yield from np.array_split(draw(tally, paths, resamples, rng), -(-resamples // BATCH))


def from_covariance(tally: Tally, paths: Paths, resamples: int, rng: np.random.Generator) -> Floats:
    """Sums drawn from their normal distribution; counts stay above `LEAST` of what they were, as none is negative."""
    total, covariance = tally.total(paths.conversions, paths.nulls), tally.covariance(paths)
    deviation = np.sqrt(np.maximum(np.diagonal(covariance), 0))
    unit = np.where(deviation > 0, deviation, 1.0)
    roots, vectors = np.linalg.eigh(covariance / np.outer(unit, unit))
    standard = rng.standard_normal((resamples, tally.size)) @ (vectors * np.sqrt(np.maximum(roots, 0))).T
    sums: Floats = np.maximum(total + standard * deviation, LEAST * total)
    return sums


def from_counts(tally: Tally, paths: Paths, resamples: int, rng: np.random.Generator) -> Floats:
    """Sums over counts drawn for each path, some paths at a time; those that add to no sum are drawn as one."""
    sums, count = np.zeros((resamples, tally.size)), np.zeros(resamples)
    for some, won, lost in tally.added(paths):
        for known, added in ((paths.conversions[some], won), (paths.nulls[some], lost)):
            adds = (known > 0) & added.any(axis=1)
            counts = rng.poisson(known[adds], (resamples, int(adds.sum()))).astype(np.float64)
            sums += counts @ added[adds]
            count += counts.sum(axis=1) + rng.poisson(known[~adds].sum(), resamples)
    return _scaled(sums, count, paths)


def one_by_one(tally: Tally, paths: Paths, rng: np.random.Generator) -> Floats:
    """The sums of one resample, (1, size)."""
    conversions, nulls = (rng.poisson(known).astype(np.float64) for known in (paths.conversions, paths.nulls))
    return _scaled(tally.total(conversions, nulls)[None], np.array([conversions.sum() + nulls.sum()]), paths)


def _scaled(sums: Floats, count: Floats, paths: Paths) -> Floats:
    scaled: Floats = sums * (journeys(paths) / np.maximum(count, 1))[:, None]
    return scaled


def _ends(draws: Floats, level: float) -> Floats:
    return np.asarray(np.quantile(draws, [(1 - level) / 2, (1 + level) / 2], axis=0), dtype=np.float64)

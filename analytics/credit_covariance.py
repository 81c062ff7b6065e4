"""How credit would vary if other journeys of the same kind had come: its covariance, without drawing any."""

import numpy as np

from analytics.attribution_frame import CONVERSIONS, VALUE, Floats
from analytics.attribution_tally import Tally, journeys, worth
from analytics.paths import Paths

KINDS = (CONVERSIONS, VALUE)
ONLY_MEANS = "only the mean value of each path is known"


def credit_covariance(tally: Tally, paths: Paths, kind: str) -> Floats:
    """The covariance of credit in CONVERSIONS or VALUE, (channels + 1, channels + 1), as the bootstrap estimates it.

    Σ a·aᵀ − c·cᵀ / N over N journeys, c the credit and a what one journey adds to it, where credit is taken as linear
    in the sums around what they are: the infinitesimal jackknife (Efron 1982, "The Jackknife, the Bootstrap and Other
    Resampling Plans", ch. 6), to which the bootstrap over journeys tends. A conversion's own value varies around the
    mean of its path, of which `value_squared` tells; ValueError where value is asked for and that is not known.
    """
    place, sums = KINDS.index(kind), tally.total(paths.conversions, paths.nulls)
    slopes, credit = tally.form.slope(sums, place), tally.credit(sums)[place]
    valued = tally.form.valued[tally.sums]
    # A sum of value is NaN where none is reported, and conversions are none the less known.
    entries = tally.won if kind == VALUE else np.where(valued, 0, tally.won)
    won, lost = (_added(tally, each, slopes, paths) for each in (entries, tally.lost))
    square = (won * paths.conversions) @ won.T + (lost * paths.nulls) @ lost.T
    if kind == VALUE:
        of_value = _added(tally, np.where(valued, entries, 0), slopes, paths)
        square += (of_value * _spread(paths)) @ of_value.T
    covariance: Floats = square - np.outer(credit, credit) / journeys(paths)
    return covariance


def share_covariance(credit: Floats, covariance: Floats) -> Floats:
    """The covariance of the shares c / Σ c of credit, from that of credit, by their slopes (I − share · 1ᵀ) / Σ c."""
    slopes = (np.eye(len(credit)) - (credit / credit.sum())[:, None]) / credit.sum()
    shares: Floats = slopes @ covariance @ slopes.T
    return shares


def _added(tally: Tally, entries: Floats, slopes: Floats, paths: Paths) -> Floats:
    """What a journey of each path adds to credit, (channels + 1, paths)."""
    size = len(paths.conversions)
    return np.stack([np.bincount(tally.owners, entries * slope[tally.sums], size) for slope in slopes])


def _spread(paths: Paths) -> Floats:
    """How far the values of a path's conversions spread around their mean m: Σ (v / m)² less their count."""
    if paths.value_squared is None:
        raise ValueError(ONLY_MEANS)
    square, mean = paths.value_squared, worth(paths) ** 2
    spread = np.divide(square, mean, out=paths.conversions.copy(), where=mean > 0) - paths.conversions
    return np.maximum(spread, 0)

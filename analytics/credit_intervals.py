"""How sure the shares of a model are."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from analytics.attribution import NONE, tallied
from analytics.attribution_frame import CONVERSIONS, VALUE, Floats
from analytics.credit_covariance import KINDS, ONLY_MEANS, credit_covariance, share_covariance
from analytics.credits import NOTHING
from analytics.intervals import NORMAL_95
from analytics.offers import Offer
from analytics.paths import Paths

NO_VALUE = "the conversions in view have no value to share"

Interval = tuple[float, float]


@dataclass(frozen=True)
class Certainty:
    """The 95 % interval of each channel's share, and which neighbours' order is within the noise.

    `unsure` are pairs of channels next to each other in the model's order, the higher first, of which the interval of
    the difference holds 0. Without intervals `reason` says why.
    """

    intervals: Mapping[str, Interval]
    unsure: tuple[tuple[str, str], ...] = ()
    reason: str = ""


def certainty(paths: Paths, known: Offer, kind: str = CONVERSIONS) -> Certainty:
    """How sure the shares of CONVERSIONS or VALUE are, of a model that has an answer for these paths.

    share ± z √variance, cut at 0 and 1 where no share lies beyond.
    """
    if reason := _unanswered(paths, kind):
        return Certainty({}, reason=reason)
    tally = tallied(paths, known.model, **known.options)
    kept = slice(None) if (paths.conversions[paths.lengths == 0] > 0).any() else slice(-1)
    credit = tally.credit(tally.total(paths.conversions, paths.nulls))[KINDS.index(kind), kept]
    covariance = share_covariance(credit, credit_covariance(tally, paths, kind)[kept, kept])
    names, shares = (*paths.channels, NONE)[kept], credit / credit.sum()
    reach = _reach(np.diagonal(covariance))
    ends = np.clip((shares - reach, shares + reach), min(0, shares.min()), max(1, shares.max())).T.tolist()
    intervals = {name: (low, high) for name, (low, high) in zip(names, ends, strict=True)}
    return Certainty(intervals, _unsure(names, shares, covariance))


def _unanswered(paths: Paths, kind: str) -> str:
    if not paths.conversions.any():
        return NOTHING
    if kind == VALUE and not paths.value.sum() > 0:
        return NO_VALUE
    return ONLY_MEANS if kind == VALUE and paths.value_squared is None else ""


def _reach(variances: Floats) -> Floats:
    return NORMAL_95 * np.sqrt(np.maximum(variances, 0))


def _unsure(names: tuple[str, ...], shares: Floats, covariance: Floats) -> tuple[tuple[str, str], ...]:
    """Neighbours without a sure order; two without any credit are no pair, as nothing can put them in order."""
    given = [place for place, name in enumerate(names) if name != NONE and shares[place] > 0]
    ordered = sorted(given, key=lambda place: (-shares[place], names[place]))
    pairs = list(pairwise(ordered))
    one, other = np.array(pairs, dtype=int).reshape(-1, 2).T
    reach = _reach(covariance[one, one] + covariance[other, other] - 2 * covariance[one, other])
    within = shares[one] - shares[other] <= reach
    return tuple((names[pair[0]], names[pair[1]]) for pair, unsure in zip(pairs, within, strict=True) if unsure)

"""Shapley values of a table of coalitions."""

from collections.abc import Collection, Mapping
from math import comb
from typing import TypeVar

import numpy as np

from analytics.attribution_frame import Floats, JourneyError

Coalition = TypeVar("Coalition", bound=Collection[str])


def shapley(values: Mapping[Coalition, float]) -> dict[str, float]:
    """The Shapley value of each channel, by name, from the value of every coalition of them.

    φᵢ = Σ |S|! (n − |S| − 1)! / n! · (v(S ∪ i) − v(S)) over the coalitions S without i (Shapley 1953). A coalition is a
    tuple or frozenset of names, a single name too; the empty one is worth 0 unless given. Values may be negative.
    ValueError for a coalition that has no value, two, or one that is not finite.
    """
    names = sorted({name for coalition in values for name in _members(coalition)})
    worth, size = _worth(values, names), len(names)
    coalitions = np.arange(len(worth))
    sizes = np.array([int(coalition).bit_count() for coalition in coalitions])
    weights = np.array([1 / (size * comb(size - 1, of)) if of < size else 0.0 for of in range(size + 1)])[sizes]
    found = {}
    for place, name in enumerate(names):
        without = coalitions[coalitions >> place & 1 == 0]
        found[name] = float((weights[without] * (worth[without | 1 << place] - worth[without])).sum())
    return found


def _worth(values: Mapping[Coalition, float], names: list[str]) -> Floats:
    places = {name: place for place, name in enumerate(names)}
    worth = np.full(1 << len(names), np.nan)
    for coalition, value in values.items():
        code = sum(1 << places[name] for name in _members(coalition))
        if not np.isfinite(value) or not np.isnan(worth[code]):
            raise JourneyError(f"coalition {_written(_members(coalition))}", "one finite value", value)
        worth[code] = value
    worth[0] = 0.0 if np.isnan(worth[0]) else worth[0]
    if (missing := np.flatnonzero(np.isnan(worth))).size:
        absent = {name for name, place in places.items() if missing[0] >> place & 1}
        raise JourneyError(f"coalition {_written(absent)}", "a value", "none")
    return worth


def _members(coalition: Collection[str]) -> frozenset[str]:
    return frozenset([coalition]) if isinstance(coalition, str) else frozenset(coalition)


def _written(coalition: Collection[str]) -> str:
    return ", ".join(sorted(coalition)) or "of nobody"

"""How sure a rate is."""

import math
from statistics import NormalDist

from analytics.figure import NO_BREAK

NORMAL_95 = NormalDist().inv_cdf(0.975)


def wilson(part: float, whole: float, z: float = NORMAL_95) -> tuple[float, float]:
    """The score interval of the rate part / whole, 95 % unless `z` says otherwise (Wilson 1927).

    (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n). NaN for both ends unless 0 ≤ part ≤ whole and whole > 0.
    """
    if not 0 <= part <= whole or not whole > 0:
        return math.nan, math.nan
    rate, spread = part / whole, z * z / whole
    middle = rate + spread / 2
    reach = z * math.sqrt(rate * (1 - rate) / whole + spread / (4 * whole))
    return max((middle - reach) / (1 + spread), 0.0), min((middle + reach) / (1 + spread), 1.0)


def between(low: object, high: object) -> str:
    """A 95 % interval in words, its ends already written: 95 %: 0.691 to 0.738."""
    return f"95{NO_BREAK}%: {low} to {high}"

"""How numbers are spread and move together: boxes, violins and trend lines from what the store has counted."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.intervals import NORMAL_95

Row = Mapping[Any, Any]
Numbers = npt.NDArray[np.float64]

QUARTILES = (0.25, 0.5, 0.75)
FENCE = 1.5
FEWEST_POINTS = 3
REAL_PART, ALL_BUT_1 = 0.05, 1 - 1e-12
FEWEST_STEPS, MOST_STEPS, STEPS_PER_BANDWIDTH = 100, 1000, 4
VALUE, DENSITY = "value", "density"


class Summary(StrEnum):
    """What is told of the numbers in a column: how many there are and are not, and between what they lie.

    The fences' columns hold the least and the greatest number no further than FENCE interquartile ranges from the
    quartiles (Tukey 1977).
    """

    ROWS = "rows"
    UNREPORTED = "unreported"
    MEAN = "mean"
    LOW = "low"
    HIGH = "high"
    FENCE_LOW = "fence_low"
    FENCE_HIGH = "fence_high"


class Moment(StrEnum):
    """What is told of two columns over the `n` rows that report both: means, and sums of products about them."""

    N = "n"
    MEAN_X = "mean_x"
    MEAN_Y = "mean_y"
    SXX = "sxx"
    SYY = "syy"
    SXY = "sxy"
    UNREPORTED = "unreported"


@dataclass(frozen=True)
class TrendLine:
    """The least-squares line y = intercept + slope x over n points, or the reason why there is none (and NaN)."""

    n: int
    slope: float = math.nan
    intercept: float = math.nan
    r2: float = math.nan
    reason: str = ""

    @property
    def tells(self) -> bool:
        """Whether it tells a real part, and more than chance may: atanh √R² · √(n − 3) > z (Fisher 1921)."""
        r = min(math.sqrt(self.r2), ALL_BUT_1) if self.r2 >= REAL_PART else 0.0
        return math.atanh(r) * math.sqrt(max(self.n - 3, 0)) > NORMAL_95


@dataclass(frozen=True)
class Box:
    """The quartiles of a box plot, and the ends of its whiskers: the furthest numbers inside the fences."""

    q1: float
    median: float
    q3: float
    low: float
    high: float


def trend_line(moments: Row) -> TrendLine:
    """The line through the points with these moments: slope Sxy / Sxx, R² = Sxy² / (Sxx Syy)."""
    n = int(moments[Moment.N])
    sxx, syy, sxy = (float(moments[name]) for name in (Moment.SXX, Moment.SYY, Moment.SXY))
    if reason := _no_line(n, sxx, syy):
        return TrendLine(n, reason=reason)
    slope = sxy / sxx
    intercept = float(moments[Moment.MEAN_Y] - slope * moments[Moment.MEAN_X])
    return TrendLine(n, slope, intercept, min(slope * sxy / syy, 1.0))


def box(quantiles: Row) -> Box | None:
    """The box of numbers asked for with QUARTILES; None where nothing is reported.

    A whisker does not end inside the box: the quartile lies between two numbers, and the lesser may be outside.
    """
    if not quantiles[Summary.ROWS]:
        return None
    q1, median, q3 = (float(quantiles[str(probability)]) for probability in QUARTILES)
    low, high = float(quantiles[Summary.FENCE_LOW]), float(quantiles[Summary.FENCE_HIGH])
    return Box(q1, median, q3, min(low, q1), max(high, q3))


def kernel_density(edges: Sequence[float], counts: Sequence[float], width: float) -> pd.DataFrame:
    """A smooth curve (VALUE, DENSITY; area 1) over bins of this width with these lower edges, in any order.

    A Gaussian kernel on the middle of each bin, drawn from the first bin to the end of the last and no further. The
    bandwidth is Silverman's, 0.9 min(σ, IQR / 1.34) n^(-1/5) (1986, eq. 3.31), but never less than a bin: counts say
    nothing finer. Empty where nothing is counted.
    """
    order = np.argsort(edges)
    lower, weights = np.asarray(edges, dtype=float)[order], np.asarray(counts, dtype=float)[order]
    if not weights.sum() > 0:
        return pd.DataFrame({VALUE: [], DENSITY: []}, dtype=float)
    bandwidth = max(_silverman(lower, weights, width), width)
    values = _along(lower[0], lower[-1] + width, bandwidth)
    distances = (values[:, np.newaxis] - (lower + width / 2)) / bandwidth
    heights = np.exp(-(distances**2) / 2) @ weights
    return pd.DataFrame({VALUE: values, DENSITY: heights / np.trapezoid(heights, values)})


def _no_line(n: int, sxx: float, syy: float) -> str:
    if n < FEWEST_POINTS:
        return f"a trend line needs at least {FEWEST_POINTS} points"
    if not sxx > 0:
        return "the points do not differ across"
    return "" if syy > 0 else "the points do not differ in height"


def _along(start: float, end: float, bandwidth: float) -> Numbers:
    """So many points that straight lines between them do for the curve."""
    steps = np.clip(STEPS_PER_BANDWIDTH * (end - start) / bandwidth, FEWEST_STEPS, MOST_STEPS)
    return np.linspace(start, end, int(steps) + 1)


def _silverman(lower: Numbers, weights: Numbers, width: float) -> float:
    middles = lower + width / 2
    deviation = math.sqrt(float(np.cov(middles, aweights=weights, bias=True))) if len(middles) > 1 else 0.0
    robust = (_quantile(lower, weights, width, 0.75) - _quantile(lower, weights, width, 0.25)) / 1.34
    return 0.9 * min(deviation, robust) * math.pow(weights.sum(), -0.2)


def _quantile(lower: Numbers, weights: Numbers, width: float, probability: float) -> float:
    """Where that share of the counts lies below, each bin's spread evenly over it."""
    before = weights.cumsum() - weights
    wanted = probability * weights.sum()
    place = int(np.searchsorted(before, wanted, side="right")) - 1
    return float(lower[place] + width * (wanted - before[place]) / weights[place])

"""Scored leads: who bought, what score each was given, and how many leads each entry stands for."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.intervals import wilson

Numbers = npt.NDArray[np.float64]
Column = npt.ArrayLike | pd.Series

ACTUAL, SCORE, WEIGHT, THRESHOLD = "actual", "score", "weight", "threshold"
LOW, HIGH, REASON = "low", "high", "reason"
NO_BUYER, ONLY_BUYERS = "no lead bought", "every lead bought"


class ScoresError(ValueError):
    """Scored leads that cannot be measured: names the column, what was expected and what was found."""

    def __init__(self, column: str, expected: str, found: str) -> None:
        super().__init__(f"{column}: expected {expected}, found {found}")


@dataclass(frozen=True)
class Scores:
    """Checked columns of one length: `actual` is 0 or 1, `score` finite, `weight` a count above 0."""

    actual: Numbers
    score: Numbers
    weight: Numbers

    @property
    def are_probabilities(self) -> bool:
        """Whether no score is below 0 or above 1."""
        return bool(self.score.min() >= 0 and self.score.max() <= 1)

    @property
    def undefined(self) -> str:
        """Why nothing can be ranked: one class only; empty where there are both."""
        if not self.actual.any():
            return NO_BUYER
        return ONLY_BUYERS if self.actual.all() else ""

    def probabilities(self) -> "Scores":
        """The same; raises ScoresError where a score is no probability."""
        require(SCORE, self.score, (self.score >= 0) & (self.score <= 1), "probabilities from 0 to 1")
        return self


@dataclass(frozen=True)
class Tally:
    """Leads per distinct score, highest first: how many bought (`buyers`) and how many did not (`others`)."""

    score: Numbers
    buyers: Numbers
    others: Numbers

    @property
    def called(self) -> Numbers:
        """How many leads are called at each cutoff: none, then down to each score."""
        return summed(self.buyers + self.others)

    @property
    def won(self) -> Numbers:
        """How many buyers are among the called at each cutoff."""
        return summed(self.buyers)

    def at(self, called: Numbers) -> tuple[Numbers, Numbers]:
        """The score down to which that many are called (inf for none) and the buyers among them.

        A cut through leads of one score takes its buyers pro rata: what any order of theirs gives on average.
        """
        cutoffs = np.concatenate([[np.inf], self.score])
        return cutoffs[np.searchsorted(self.called, called)], np.interp(called, self.called, self.won)


def scores(actual: Column, score: Column, weight: Column | None = None, label: str = ACTUAL) -> Scores:
    """The columns, checked. Entries that stand for no lead are left out.

    Raises ScoresError, calling `actual` by its `label`, for columns of different length, no leads, a missing or
    infinite value, an `actual` other than 0 and 1, or a weight that is no count.
    """
    given = {label: _finite(label, actual), SCORE: _finite(SCORE, score)}
    given[WEIGHT] = np.ones(given[SCORE].size) if weight is None else _finite(WEIGHT, weight)
    for name, column in given.items():
        if column.size != given[SCORE].size:
            raise ScoresError(name, f"{given[SCORE].size} values, as many as scores", str(column.size))
    require(label, given[label], np.isin(given[label], (0, 1)), "0 or 1")
    require(WEIGHT, given[WEIGHT], (given[WEIGHT] >= 0) & (given[WEIGHT] % 1 == 0), "a whole number from 0")
    kept = given[WEIGHT] > 0
    if not kept.any():
        raise ScoresError(SCORE, "at least one lead", "none")
    return Scores(given[label][kept], given[SCORE][kept], given[WEIGHT][kept])


def tally(given: Scores) -> Tally:
    """The leads counted per distinct score, so that their order and their number cost nothing afterwards."""
    distinct, place = np.unique(-given.score, return_inverse=True)
    buyers, others = (_counted(place, given.weight * kind) for kind in (given.actual, 1 - given.actual))
    return Tally(-distinct, buyers, others)


def summed(counts: Numbers) -> Numbers:
    """Running totals, starting at 0: one more than there are counts."""
    return np.concatenate([[0.0], np.cumsum(counts)])


def rate(name: str, part: Numbers, whole: Numbers) -> dict[str, Numbers]:
    """Columns `name`, `name_low` and `name_high`: part / whole and its Wilson interval; NaN where whole is 0."""
    ends = [wilson(some, of) for some, of in zip(part, whole, strict=True)]
    low, high = np.array(ends, dtype=float).reshape(-1, 2).T
    return {name: ratio(part, whole), f"{name}_{LOW}": low, f"{name}_{HIGH}": high}


def ratio(part: Numbers, whole: Numbers) -> Numbers:
    """part / whole; NaN where whole is 0."""
    values = np.full(len(whole), np.nan)
    np.divide(part, whole, out=values, where=whole > 0)
    return values


def require(name: str, values: Numbers, right: npt.NDArray[np.bool_], expected: str) -> None:
    """Raise ScoresError with the first value that is not right, if there is one."""
    if not right.all():
        raise ScoresError(name, expected, f"{values[~right][0]:g}")


def _finite(name: str, column: Column) -> Numbers:
    try:
        values = pd.Series(column).to_numpy(dtype=float, na_value=np.nan)
    except (TypeError, ValueError) as wrong:
        raise ScoresError(name, "numbers", str(wrong)) from wrong
    if missing := int(np.isnan(values).sum()):
        raise ScoresError(name, "a value for every lead", f"{missing} of {values.size} missing")
    require(name, values, np.isfinite(values), "a finite number")
    return values


def _counted(place: npt.NDArray[np.intp], weight: Numbers) -> Numbers:
    return np.bincount(place, weight).astype(float)

"""Whole parts of a whole: how the totals of all tables agree to the paisa."""

import numpy as np
import numpy.typing as npt
import pandas as pd

PAISE = 100

Counts = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]
Words = npt.NDArray[np.str_]


def apportioned(total: int, weights: npt.ArrayLike) -> Counts:
    """Whole parts in proportion to the weights that sum to total exactly (largest remainder)."""
    weight = np.asarray(weights, dtype=float)
    exact = total * weight / weight.sum()
    parts: Counts = np.floor(exact).astype(np.int64)
    short = total - int(parts.sum())
    parts[np.argsort(parts - exact, kind="stable")[:short]] += 1
    return parts


def apportioned_within(groups: pd.Series, totals: pd.Series, weights: Numbers) -> Counts:
    """The total of each group apportioned to its own rows."""
    parts = np.zeros(len(groups), dtype=np.int64)
    total = groups.map(totals).to_numpy()
    for places in groups.groupby(groups).indices.values():
        parts[places] = apportioned(int(total[places[0]]), weights[places])
    return parts


def paise(money: pd.Series) -> pd.Series:
    """Rupees as whole paise, which add up without error."""
    return (money * PAISE).round().astype("int64")


def rupees(parts: npt.ArrayLike) -> Numbers:
    """Whole paise as rupees with two decimals."""
    return np.round(np.asarray(parts) / PAISE, 2)

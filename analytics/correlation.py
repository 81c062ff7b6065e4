"""How measures move together: computed from rows, and checked where a matrix is supplied."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd

from analytics.metric import Metric
from analytics.metrics import metric

MEASURED = ("spend", "impressions", "clicks", "ctr", "cvr", "conversions", "revenue", "cpc", "roas")
ALIASES: Mapping[str, str] = {
    "ad spend": "spend", "cost": "spend", "conversion rate": "cvr", "click-through rate": "ctr",
}  # fmt: skip
FEWEST_PAIRS = 3
NEAR = 1e-9


@dataclass(frozen=True)
class Correlations:
    """Pearson's r of each pair, NaN where it has none, and on how many groups each pair rests; both square."""

    values: pd.DataFrame
    pairs: pd.DataFrame

    def strongest(self) -> tuple[str, str, float] | None:
        """The pair that moves together most closely, either way; None without any."""
        names, cells = list(self.values), self.values.to_numpy(dtype=float)
        found = [
            (str(names[one]), str(names[other]), float(cells[one, other]))
            for one, other in combinations(range(len(names)), 2)
            if not math.isnan(cells[one, other])
        ]
        return max(found, key=lambda pair: abs(pair[2]), default=None)


def correlations(rows: pd.DataFrame, keys: Iterable[str], names: Iterable[str] = MEASURED) -> Correlations:
    """Pearson's r between metrics over the groups of `keys` in rows of sums, as PRODUCT's catalogue computes them.

    A ratio is the ratio of a group's sums; a group where it is undefined is left out of that pair alone. Fewer than
    FEWEST_PAIRS groups, or a measure that does not vary, give NaN.
    """
    by = list(keys)
    table = pd.DataFrame({name: metric(name).by(rows, by) for name in names})
    return of_columns(table)


def of_columns(table: pd.DataFrame) -> Correlations:
    """Pearson's r between the columns of a table, pairwise complete: Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² Σ(y − ȳ)²)."""
    values = table.corr(method="pearson", min_periods=FEWEST_PAIRS).clip(-1, 1)
    there = table.notna().to_numpy().astype(float)
    pairs = pd.DataFrame(there.T @ there, index=values.index, columns=values.columns)
    return Correlations(values, pairs)


def computable(name: str) -> Metric | None:
    """The metric that a supplied name stands for; None where no column gives it."""
    words = name.strip().casefold()
    known = {each: metric(each) for each in MEASURED}
    labels = {each.label.casefold(): each for each in known.values()}
    return known.get(ALIASES.get(words, words)) or labels.get(words)


def supplied(rows: pd.DataFrame) -> pd.DataFrame:
    """A square matrix from rows of measure, other, correlation, in their order; NaN where a pair is not given."""
    names = list(dict.fromkeys([*rows["measure"], *rows["other"]]))
    pairs = rows.drop_duplicates(["measure", "other"]).pivot(index="measure", columns="other", values="correlation")
    return pairs.reindex(index=names, columns=names).astype(float)


def faults(matrix: pd.DataFrame) -> tuple[str, ...]:
    """Why a matrix is no correlation matrix, in words; empty where it may be one.

    It must be symmetric, with ones on its diagonal, between −1 and 1, and have no negative eigenvalue beyond what the
    rounding of its numbers explains: rounding those beside the diagonal by at most e moves an eigenvalue by at most
    (n − 1) × e (Weyl's inequality).
    """
    cells = matrix.to_numpy(dtype=float)
    if np.isnan(cells).any():
        return ("not every pair is given",)
    rounding = 0.5 * 10.0 ** -_decimals(cells)
    said = []
    if (np.abs(cells) > 1 + NEAR).any():
        said.append("a value lies outside −1 to 1")
    if (np.abs(np.diag(cells) - 1) > NEAR).any():
        said.append("a measure does not correlate fully with itself")
    if (np.abs(cells - cells.T) > 2 * rounding + NEAR).any():
        said.append("a pair has two different values")
    if not said and np.linalg.eigvalsh((cells + cells.T) / 2).min() < -(len(cells) - 1) * rounding - NEAR:
        said.append("no data can have these correlations together (it has a negative eigenvalue)")
    return tuple(said)


def _decimals(cells: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> int:
    return max((len(f"{value:.10g}".partition(".")[2]) for value in cells.ravel()), default=0)

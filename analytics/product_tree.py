"""Categories, subcategories and products as one tree, no wider than can be seen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.products import KEYS, MARGIN, SALES

MOST = ((24, 12, 12), (24, 8, 8), (24, 6, 4), (24, 4, 3), (12, 3, 2))
SEEN = 300
COUNT = "products"


@dataclass(frozen=True)
class Branch:
    """A part of the tree: its names from the top down, none for the whole; sales, margin and how many products."""

    path: tuple[str, ...]
    sales: float
    margin: float
    products: int

    @property
    def name(self) -> str:
        """Its own name."""
        return self.path[-1] if self.path else ""


@dataclass(frozen=True)
class Tree:
    """The branches, larger before smaller, and the products without sales above 0, which have no place in it."""

    branches: tuple[Branch, ...]
    unsold: tuple[tuple[str, ...], ...]


def fitted(rows: pd.DataFrame, seen: int = SEEN) -> Tree:
    """The tree of at most about `seen` branches, as many as can be told apart and drawn without a wait."""
    trees = (tree(rows, most) for most in MOST)
    return next((found for found in trees if len(found.branches) <= seen), None) or tree(rows, MOST[-1])


def tree(rows: pd.DataFrame, most: Sequence[int] = MOST[0]) -> Tree:
    """The tree of rows whose KEYS are in words; at each depth the `most` largest of a parent, the last "n others"."""
    sold = SALES.by(rows, KEYS)
    placed = rows.set_index(list(KEYS)).assign(**{COUNT: 0})
    kept = placed[placed.index.isin(sold.index[sold > 0])]
    kept = kept.assign(**{COUNT: (~kept.index.duplicated()).astype(int)}).reset_index()
    for depth in range(len(KEYS)):
        kept = _folded(kept, depth, most[depth])
    found = sorted((branch for depth in range(len(KEYS) + 1) for branch in _level(kept, depth)), key=_order)
    silent = sorted(set(placed.index) - set(sold.index[sold > 0]))
    return Tree(tuple(found) if len(kept) else (), tuple(silent))


def _folded(rows: pd.DataFrame, depth: int, most: int) -> pd.DataFrame:
    """The rows with all but the largest names at a depth called "n others", and nothing below those."""
    keys = list(KEYS[: depth + 1])
    sums = rows[rows[KEYS[depth]] != ""].groupby(keys, sort=False)[SALES.total].sum()
    within = sums.groupby(level=keys[:-1]) if depth else sums.groupby(lambda _: 0)
    small = (within.rank(ascending=False, method="first") >= most) & (within.transform("size") > most)
    if not small.any():
        return rows
    counts = small.groupby(level=keys[:-1]).transform("sum") if depth else small.map(lambda _: small.sum())
    others = pd.Series([f"{count} others" for count in counts], small.index)[small]
    renamed = pd.MultiIndex.from_frame(rows[keys]) if depth else pd.Index(rows[keys[0]])
    names = pd.Series(others.reindex(renamed).to_numpy(), rows.index)
    changes = {KEYS[depth]: names, **{below: names.where(names.isna(), "") for below in KEYS[depth + 1 :]}}
    return rows.assign(**{key: new.fillna(rows[key]) for key, new in changes.items()})


def _level(rows: pd.DataFrame, depth: int) -> Iterator[Branch]:
    """The branches with so many names."""
    if not depth:
        yield Branch((), SALES.value(rows), MARGIN.value(rows), int(rows[COUNT].sum()))
        return
    keys = list(KEYS[:depth])
    there = rows[rows[keys[-1]] != ""]
    values = pd.DataFrame(
        {
            SALES.name: SALES.by(there, keys),
            MARGIN.name: MARGIN.by(there, keys),
            COUNT: there.groupby(keys)[COUNT].sum(),
        }
    )
    for path, sales, margin, count in values.itertuples(name=None):
        yield Branch(path if isinstance(path, tuple) else (path,), float(sales), float(margin), int(count))


def _order(branch: Branch) -> tuple[int, float]:
    return len(branch.path), -branch.sales


def places(branches: Sequence[Branch]) -> tuple[Branch, ...]:
    """The branches that contain others, each directly after its parent."""
    parents = _parents(branches)
    return tuple(sorted((branch for branch in branches if branch.path in parents), key=lambda branch: branch.path))


def leaves(branches: Sequence[Branch]) -> tuple[Branch, ...]:
    """The branches that contain no other, larger before smaller."""
    parents = _parents(branches)
    return tuple(branch for branch in branches if branch.path not in parents)


def _parents(branches: Sequence[Branch]) -> set[tuple[str, ...]]:
    return {branch.path[:-1] for branch in branches if branch.path}

"""What a metric is: a signed sum of measures, or the ratio of two, with its words and its unit."""

import math
import operator
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from typing import Any, TypeVar

import numpy as np
import pandas as pd

from analytics.numbers import MINUS, Unit

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Amount = TypeVar("Amount", float, Floats)


class Better(StrEnum):
    """Which direction is good news."""

    UP = "up"
    DOWN = "down"
    NEITHER = "neither"


@dataclass(frozen=True)
class Metric:
    """A signed sum of measures, or `scale` times the ratio of two such sums.

    `total` and `per` read like "revenue - spend". A ratio sums both sides only over rows where both are reported.
    `blends` says that organic channels, which have no spend of their own, change what the number means. With fewer than
    `fewest` in the denominator it is shown but not ranked.
    """

    name: str
    label: str
    help: str
    total: str
    per: str = ""
    scale: float = 1
    unit: Unit = Unit.COUNT
    better: Better = Better.UP
    blends: bool = False
    fewest: float = 0

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures it is computed from, each once."""
        return tuple(dict.fromkeys(name for _, name in (*_terms(self.total), *_terms(self.per))))

    @property
    def formula(self) -> str:
        """How it is computed, for a reader."""
        scale = "" if self.scale == 1 else f"{self.scale:,g} × "
        written = f"{scale}{_bracketed(self.total)} / {_bracketed(self.per)}" if self.per else self.total
        return written.replace(" - ", f" {MINUS} ")

    def value(self, rows: pd.DataFrame) -> float:
        """Its value over all rows; NaN where it cannot be computed (see `reason`)."""
        cells = rows[list(self.measures)].to_numpy(float)
        reported = cells[~np.isnan(cells).any(axis=1)]
        if not len(reported):
            return math.nan
        sums = dict(zip(self.measures, reported.sum(axis=0).tolist(), strict=True))
        total = self.scale * _signed(sums, self.total)
        per = _signed(sums, self.per) if self.per else 1
        return total / per if per else math.nan

    def by(self, rows: pd.DataFrame, keys: Sequence[str]) -> "pd.Series[float]":
        """Its value per group of `keys`; NaN where the denominator is 0 or nothing is reported."""
        sums, groups = self._sums(rows, keys)
        total = self.scale * _signed(sums, self.total)
        if self.per:
            per = _signed(sums, self.per)
            total = np.divide(total, per, out=np.full(len(groups), math.nan), where=per != 0)
        return pd.Series(total, groups)

    def ranked(self, rows: pd.DataFrame, keys: Sequence[str]) -> "pd.Series[bool]":
        """Whether each group of `keys` that reports it has enough in the denominator to be ranked."""
        sums, groups = self._sums(rows, keys)
        enough = self.fewest if self.per else -math.inf
        return pd.Series(_signed(sums, self.per or self.total) >= enough, groups)

    def left_out(self, rows: pd.DataFrame) -> dict[str, float]:
        """For each measure, the part of its sum that the ratio leaves out because the other side is not reported."""
        sums = rows[~self._is_reported(rows)][list(self.measures)].sum()
        return {str(name): float(total) for name, total in sums.items() if total}

    def reason(self, rows: pd.DataFrame) -> str:
        """Why `value` is NaN, in words."""
        silent = [name for name in self.measures if not rows[name].notna().any()]
        if rows.empty:
            return "no rows in this view"
        if silent:
            return f"{' and '.join(silent)} not reported"
        if not self._is_reported(rows).any():
            return f"no row reports {' and '.join(self.measures)} together"
        return f"{self.per} is 0"

    def _sums(self, rows: pd.DataFrame, keys: Sequence[str]) -> "tuple[dict[str, Floats], pd.Index[Any]]":
        """Sums per group that has a row which reports all measures, and the groups, sorted."""
        cells = rows[list(self.measures)].to_numpy(float)
        codes, groups = _index(rows, keys).factorize(sort=True)
        counts = ~np.isnan(cells).any(axis=1) & (codes >= 0)
        codes, cells = codes[counts], cells[counts]
        there = np.bincount(codes, minlength=len(groups)) > 0
        sums = [np.bincount(codes, column, len(groups))[there].astype(float) for column in cells.T]
        return dict(zip(self.measures, sums, strict=True)), pd.Index(groups)[there]

    def _is_reported(self, rows: pd.DataFrame) -> "pd.Series[bool]":
        return rows[list(self.measures)].notna().all(axis=1)


def _index(rows: pd.DataFrame, keys: Sequence[str]) -> "pd.Index[Any]":
    return pd.Index(rows[keys[0]]) if len(keys) == 1 else pd.MultiIndex.from_frame(rows[list(keys)])


def _terms(expression: str) -> list[tuple[int, str]]:
    return [(-1 if sign == "-" else 1, name) for sign, name in re.findall(r"([+-]?)\s*(\w+)", expression)]


def _bracketed(expression: str) -> str:
    return f"({expression})" if " " in expression else expression


def _signed(sums: Mapping[str, Amount], expression: str) -> Amount:
    return reduce(operator.add, [sign * sums[name] for sign, name in _terms(expression)])

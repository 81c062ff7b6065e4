"""By what slices are compared: how a model ranks in each, how often its calls are right, what the best of them gain."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pandas as pd

from analytics.figure import Figure
from analytics.intervals import between
from analytics.numbers import Unit, decimal, exact_count, percent
from analytics.slices import AUC, BASE_RATE, CALLED, DIFFERENCE, FEWEST, LEADS, LIFT, PRECISION, SMALL, TENTH
from layouts.ui.lead_kpis import lift


@dataclass(frozen=True)
class Measure:
    """A column of `analytics.slices`: how it is called, explained and written, and of which leads it is a figure.

    `of` is the column of these leads; where they are fewer than ten, or fewer bought or did not, the slice is pale.
    `beside` heads the second column, `level` is said where no slice stands out, `apart` of one that does.
    """

    name: str
    label: str
    help: str
    unit: Unit
    written: Callable[[float], Figure | str]
    of: str
    beside: str
    level: str
    apart: str

    def pale(self, rows: pd.DataFrame) -> "pd.Series[bool]":
        """Which slices are too small to go by."""
        small: pd.Series[bool] = rows[SMALL].astype(bool) | (rows[self.of] < FEWEST)
        return small

    @property
    def fewest(self) -> str:
        """Which slices are pale, in words."""
        few = f"fewer than {FEWEST}"
        own = {CALLED: f", or {few} were called", TENTH: f", or its best tenth is {few}"}.get(self.of, "")
        return f"Pale: {few} bought, or {few} did not{own}."

    def aside(self, row: "pd.Series[float]", currency: str) -> str:
        """What stands in the second column: how many bought, or of how many leads the figure is."""
        return percent(row[BASE_RATE], 0) if self.of == LEADS else exact_count(row[self.of], currency)

    def sure(self, row: "pd.Series[float]") -> str:
        """The figure with its interval, in words."""
        return f"{self.label} <b>{self.written(row[self.name])}</b> ({self._ends(row, self.name)})"

    def against_rest(self, row: "pd.Series[float]") -> str:
        """By how much it exceeds that of the other leads, with its interval, in words; empty where nobody knows."""
        name = f"{self.name}_{DIFFERENCE}"
        if pd.isna(row[f"{name}_low"]):
            return ""
        return f"{self.written(row[name])} against the rest ({self._ends(row, name)})"

    def _ends(self, row: "pd.Series[float]", name: str) -> str:
        return between(*(self.written(row[f"{name}_{end}"]) for end in ("low", "high")))


MEASURES = (
    Measure(
        AUC,
        "AUC",
        "AUC",
        Unit.SCORE,
        partial(decimal, decimals=3),
        of=LEADS,
        beside="Bought",
        level="No {noun} is ranked better or worse beyond doubt",
        apart="{name} is ranked {better} than the rest: {value}",
    ),
    Measure(
        PRECISION,
        "Precision",
        "Buyers among the leads scored {threshold} or more",
        Unit.PERCENT,
        percent,
        of=CALLED,
        beside="Called",
        level="In no {noun} are calls right more or less often beyond doubt",
        apart="Calls in {name} are right {more} often than in the rest: {value}",
    ),
    Measure(
        LIFT,
        "Lift",
        "Lift of the best tenth of each",
        Unit.TIMES,
        lift,
        of=TENTH,
        beside="Leads",
        level="In no {noun} does the best tenth gain more or less beyond doubt",
        apart="The best tenth of {name} gains {more} than that of the rest: {value}",
    ),
)


def measure(name: str) -> Measure:
    """The measure of that name; KeyError if there is none."""
    return {known.name: known for known in MEASURES}[name]

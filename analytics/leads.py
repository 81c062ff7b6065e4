"""The scored leads in view, counted per distinct score: a million of them cost no more than some thousands."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.classifier import Reproduction, reproduces
from analytics.scores import NO_BUYER, ONLY_BUYERS

SCORE, ACTUAL, CLASS, COUNT = "predicted_probability", "actual_converted", "predicted_class", "rows"
MOST_SCORES, DECIMALS = 10_000, 4
NO_LEAD = "no lead in view reports a score and an outcome"
NO_PROBABILITIES = "the scores are no probabilities from 0 to 1"


@dataclass(frozen=True)
class Leads:
    """Leads that report a score and an outcome: SCORE, ACTUAL, other columns, and COUNT, how many leads a row is.

    `silent` leads report no score or no outcome. Of more than 10,000 distinct scores, those of four equal decimals are
    counted together, and `rounded` says so.
    """

    rows: pd.DataFrame
    silent: int
    rounded: bool

    @classmethod
    def counted(cls, rows: pd.DataFrame) -> "Leads":
        """The leads of an answer of the store: counts (COUNT) by SCORE, ACTUAL and any other columns."""
        told = rows.dropna(subset=[SCORE, ACTUAL])
        silent = int(rows[COUNT].sum() - told[COUNT].sum())
        told = told.assign(**{ACTUAL: told[ACTUAL].astype(float)})
        if told[SCORE].nunique() <= MOST_SCORES:
            return cls(told.reset_index(drop=True), silent, False)
        keys = [name for name in told.columns if name != COUNT]
        near = told.assign(**{SCORE: told[SCORE].round(DECIMALS)})
        return cls(near.groupby(keys, dropna=False)[COUNT].sum().reset_index(), silent, True)

    @property
    def columns(self) -> dict[str, Any]:
        """What the measures of `analytics.classifier` take."""
        return {"actual": self.rows[ACTUAL], "score": self.rows[SCORE], "weight": self.rows[COUNT]}

    @property
    def total(self) -> int:
        """How many leads these are."""
        return int(self.rows[COUNT].sum())

    @property
    def buyers(self) -> int:
        """How many of them bought."""
        return int((self.rows[COUNT] * self.rows[ACTUAL]).sum())

    @property
    def undefined(self) -> str:
        """Why no ranking can be judged: no lead, or one outcome only; empty where it can."""
        if not self.total:
            return NO_LEAD
        return {0: NO_BUYER, self.total: ONLY_BUYERS}.get(self.buyers, "")

    @property
    def improbable(self) -> str:
        """Why a score cannot be read as a chance; empty where it can."""
        scores = self.rows[SCORE]
        return NO_LEAD if scores.empty else "" if scores.between(0, 1).all() else NO_PROBABILITIES

    @property
    def supplied(self) -> Reproduction | None:
        """The thresholds that give the supplied classes; None where no lead reports one."""
        known = self.rows.dropna(subset=[CLASS])
        return reproduces(known[SCORE], known[CLASS].astype(float), weight=known[COUNT]) if len(known) else None

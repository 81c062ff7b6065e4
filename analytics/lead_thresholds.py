"""What each threshold does to the leads in view, and which of them is best by what."""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.classifier import Reproduction, operating_points
from analytics.leads import Leads

CALLED, PROFIT, FALSE_ALARMS, SHARE = "called", "profit", "false_alarms", "share_called"
STEPS = 100


@dataclass(frozen=True)
class Terms:
    """What calling a lead costs, what a buyer brings before that, and how many leads can be called (None: all)."""

    call: float
    win: float
    capacity: int | None = None


def thresholds(leads: Leads, terms: Terms) -> pd.DataFrame:
    """The operating points at 0, 0.01 … 1, and for each how many are called, with what profit.

    `called` = tp + fp, `share_called` = called / leads, `false_alarms` = 1 − specificity, `profit` = tp · win −
    called · call: NaN where more are called than can be.
    """
    points = operating_points(**leads.columns)
    called = points["tp"] + points["fp"]
    profit = points["tp"] * terms.win - called * terms.call
    within = called <= (math.inf if terms.capacity is None else terms.capacity)
    return points.assign(
        **{
            CALLED: called,
            SHARE: called / leads.total,
            FALSE_ALARMS: 1 - points["specificity"],
            PROFIT: profit.where(within),
        }
    )


def at(points: pd.DataFrame, threshold: float) -> "pd.Series[float]":
    """The row of a threshold."""
    return points.iloc[round(threshold * STEPS)]


def nearest(threshold: float) -> float | None:
    """The step of the scale next to a threshold; None where that is no number, as of calling nobody."""
    return round(threshold * STEPS) / STEPS if math.isfinite(threshold) else None


def as_supplied(found: Reproduction | None) -> float | None:
    """The lowest threshold on the scale that gives the supplied classes exactly; None where none does."""
    steps = np.arange(STEPS + 1) / STEPS
    fitting = [float(step) for step in steps if found and not found.disagree and found.holds(step)]
    return min(fitting, default=None)

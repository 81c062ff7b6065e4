"""Answers about customers as the store gives them, for the tests of cards."""

import math

import pandas as pd

from analytics.customers import NPS, SEGMENT
from analytics.reading import Dimension
from layouts.ui.coverage import Coverage

BY = Dimension(SEGMENT, "segment", "segment")
EXACT, SAMPLED = Coverage("INR"), Coverage("INR", 1_000_000)


def spreads() -> pd.DataFrame:
    """The quartiles of lifetime value of four segments: one too small, one without a number, and one unnamed."""
    columns = ("rows", "unreported", "mean", "low", "high", "fence_low", "fence_high", "0.25", "0.5", "0.75")
    rows = {
        "Loyal": (200, 3, 60, 5, 500, 10, 100, 20, 40, 60),
        "New": (150, 0, 25, 1, 90, 1, 50, 5, 10, 30),
        "Tiny": (9, 0, 8, 7, 9, 7, 9, 7.5, 8, 8.5),
        "Silent": (0, 4, *[math.nan] * 8),
        None: (5, 1, 3, 1, 5, 1, 5, 2, 3, 4),
    }
    frame = pd.DataFrame(list(rows.values()), columns=list(columns), dtype=float)
    return frame.assign(**{SEGMENT: pd.Series(list(rows), dtype=object)})


def scores(*rows: tuple[str, float, float, float, float, float]) -> pd.DataFrame:
    """The summary of satisfaction by NPS category: rows, mean, low, high, median."""
    frame = pd.DataFrame(list(rows), columns=[NPS, "rows", "mean", "low", "high", "0.5"])
    return frame.assign(unreported=0.0)


def bins(*rows: tuple[str, float, float]) -> pd.DataFrame:
    """How many of a category gave which score."""
    return pd.DataFrame(list(rows), columns=[NPS, "satisfaction_score", "rows"])

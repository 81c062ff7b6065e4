"""Customers for tests: what is summed, who left and how content they are, by segment and NPS category."""

import pandas as pd

from analytics.comparison import Facts
from analytics.customers import MEASURES, NPS, SEGMENT, together
from analytics.nps import answered

COUNTS = (
    ("Loyal", "Promoter", 150, 900_000, 300),
    ("Loyal", "Passive", 30, 60_000, 40),
    ("Loyal", "Detractor", 20, 40_000, 20),
    ("New", "Promoter", 60, 60_000, 60),
    ("New", "Detractor", 240, 120_000, 240),
    ("Tiny", "Passive", 10, 20_000, 10),
)
LEAVING = (("Loyal", 10, 200), ("New", 90, 300), ("Tiny", 10, 10))
CONTENT = (("Loyal", 880.0, 200, 3900.0), ("New", 900.0, 300, 2800.0), ("Tiny", 35.0, 10, 125.0))


def counts() -> pd.DataFrame:
    """Sums by segment and NPS category."""
    frame = pd.DataFrame(list(COUNTS), columns=[SEGMENT, NPS, "rows", "lifetime_value", "total_purchases"])
    return frame.astype(dict.fromkeys(frame.columns[2:], float))


def people() -> Facts:
    """510 customers in three segments, one of them too small to rank."""
    leaving = pd.DataFrame(list(LEAVING), columns=[SEGMENT, "churned", "known"])
    content = pd.DataFrame(list(CONTENT), columns=[SEGMENT, "satisfaction", "ratings", "squares"])
    return together([answered(counts(), NPS, "rows"), leaving, content])


def nobody() -> Facts:
    """The facts of an empty view."""
    return together([answered(counts().iloc[:0], NPS, "rows")])


COLUMNS = (SEGMENT, NPS, *MEASURES)

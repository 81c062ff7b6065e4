"""The leads to call first, found by their scores: a page of them costs no more than its rows."""

import numpy as np
import pandas as pd

from analytics.leads import COUNT, SCORE

LEAD = "lead_id"


def spanned(rows: pd.DataFrame, first: int, last: int) -> tuple[tuple[str, ...], int]:
    """The scores, as text, of the leads ranked from `first` to `last`, and how many leads rank above those scores.

    `rows` count leads (COUNT) by SCORE; ranks start at 1, the highest score first.
    """
    counted = rows.groupby(SCORE)[COUNT].sum().sort_index(ascending=False)
    ends = counted.cumsum().to_numpy()
    start, stop = np.searchsorted(ends, first), np.searchsorted(ends, last) + 1
    scores = tuple(repr(float(score)) for score in counted.index[start:stop])
    return scores, int(ends[start - 1]) if start else 0


def ranked(leads: pd.DataFrame) -> pd.DataFrame:
    """Leads, a row each, by score, the highest first, and by id where scores are equal."""
    return leads.sort_values([SCORE, LEAD], ascending=[False, True], ignore_index=True)

"""Small sets of scored leads, a published one, and the real one."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import strategies as st

from analytics.scores import Numbers

REAL = Path("../shared/real/novamart/iso/lead_scoring_results.csv")
Columns = tuple[Numbers, Numbers, Numbers]

# Hanley and McNeil 1982, table I: 109 CT images, rated 1 (definitely normal) to 5 (definitely abnormal).
HANLEY = ((33, 6, 6, 11, 2), (3, 2, 2, 11, 33))
# pROC's aSAH, s100b (Turck et al. 2010): patients per distinct value, of good and of poor outcome, a digit each.
ASAH = (
    tuple(int(digit) for digit in "05326667403443212001000101110101011210200000000000"),
    tuple(int(digit) for digit in "10003122112101000110111011101010200011011112111111"),
)


def columns(actual: Sequence[int], score: Sequence[float], weight: Sequence[int] | None = None) -> Columns:
    """The three columns as arrays; without `weight`, each entry stands for one lead."""
    return np.array(actual, float), np.array(score, float), np.array(weight or [1] * len(actual), float)


def counted(others: tuple[int, ...], buyers: tuple[int, ...]) -> Columns:
    """Counts per score (1, 2, …) as columns: the entries of the others, then those of the buyers."""
    levels = list(range(1, len(others) + 1))
    return columns([0] * len(others) + [1] * len(buyers), [*levels, *levels], [*others, *buyers])


def repeated(given: Columns) -> Columns:
    """The same leads with a row each."""
    actual, score, weight = given
    rows = np.repeat(np.arange(len(actual)), weight.astype(int))
    return actual[rows], score[rows], np.ones(len(rows))


def real_leads() -> pd.DataFrame:
    """The real lead scores; skips where they are absent."""
    if not REAL.exists():
        pytest.skip(f"{REAL} is absent")
    return pd.read_csv(REAL)


@st.composite
def scored(draw: st.DrawFn, both: bool = True) -> Columns:
    """Up to 40 entries on a few scores, so that ties are many; with leads of both kinds unless told otherwise."""
    score = st.integers(0, 20).map(lambda twentieth: twentieth / 20)
    entries = draw(st.lists(st.tuples(st.integers(0, 1), score, st.integers(1, 4)), min_size=2, max_size=40))
    if both:
        entries += [(0, draw(score), 2), (1, draw(score), 2)]
    actual, scores, weight = zip(*entries, strict=True)
    return columns(actual, scores, weight)

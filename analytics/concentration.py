"""How few members carry a result."""

import pandas as pd

from analytics.numbers import exact_count

HALF = 0.5


def fewest(values: "pd.Series[float]", share: float = HALF) -> int:
    """The fewest members that together make up `share` of the whole; 0 where they make up none.

    A negative member, or a sum of 0, leaves no whole to have shares of. Members that report nothing do not count.
    """
    known = values.dropna().sort_values(ascending=False)
    if known.empty or known.iloc[-1] < 0 or not known.sum() > 0:
        return 0
    return int((known.cumsum() < share * known.sum()).sum()) + 1


def called(reported: int, whole: int) -> str:
    """What days are called of which only some have rows: they are fewer than the reader would count."""
    return "days" if reported >= whole else "days with rows"


def verb(few: str, word: str) -> str:
    """A verb that agrees with `carriers`: 1 of 3 campaigns makes, 3 of 50 campaigns make."""
    return f"{word}s" if few.startswith("1 of ") else word


def carriers(values: "pd.Series[float]", noun: str, currency: str) -> str:
    """How few of them make up half: "3 of 50 campaigns"; empty where `fewest` finds none or there is only one."""
    few = fewest(values)
    if not few or len(values) < 2:
        return ""
    return f"{exact_count(few, currency)} of {exact_count(len(values), currency)} {noun}"

"""Small frames of grouped journeys, as notebooks write them."""

from collections.abc import Iterable, Sequence

import pandas as pd
from hypothesis import strategies as st

Journey = tuple[str, float, float, float]
NAMES = ("Email", "Search", "Social", "Display")


def journeys(*given: Journey) -> pd.DataFrame:
    """A frame of journeys, each a path written `A > B`, its conversions, value and nulls."""
    frame = pd.DataFrame(list(given), columns=["path", "conversions", "value", "nulls"])
    return frame.assign(path=column(tuple(str(path).split(" > ")) for path in frame["path"]))


def timed(given: pd.DataFrame, *days: Sequence[float] | None) -> pd.DataFrame:
    """The frame with the days before the conversion of each touch."""
    return given.assign(days_before=column(days))


def many() -> st.SearchStrategy[pd.DataFrame]:
    """Any frames of journeys by four channels of which at least one journey converted."""
    path = st.lists(st.sampled_from(NAMES), min_size=1, max_size=5).map(tuple)
    days = st.lists(st.floats(0, 60), min_size=5, max_size=5)
    row = st.tuples(path, st.integers(0, 40), st.floats(0, 1e4), st.integers(0, 40), days)
    return st.lists(row, min_size=1, max_size=8).filter(lambda rows: any(row[1] for row in rows)).map(_frame)


def column(values: Iterable[object]) -> "pd.Series[list[str]]":
    """A column of a frame, of anything."""
    return pd.Series(list(values), dtype=object)


def _frame(rows: list[tuple[tuple[str, ...], int, float, int, list[float]]]) -> pd.DataFrame:
    shown = [
        (path, won, worth if won else 0.0, lost, tuple(days[: len(path)])) for path, won, worth, lost, days in rows
    ]
    return pd.DataFrame(shown, columns=["path", "conversions", "value", "nulls", "days_before"])

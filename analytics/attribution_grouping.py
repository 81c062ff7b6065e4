"""Journeys written in wide rows, one column a touchpoint, as the frame that attribution reads."""

from collections.abc import Hashable

import numpy as np
import pandas as pd

from analytics.attribution_frame import CONVERSIONS, NULLS, PATH, VALUE, JourneyError, numbers
from analytics.paths import ENDS, PURCHASE

TOUCHPOINT, COUNT = "touchpoint_", "customer_count"


def grouped(wide: pd.DataFrame) -> pd.DataFrame:
    """The frame of grouped journeys (path, conversions, value, nulls) from touchpoint_1 … touchpoint_n, customer_count.

    The last touchpoint filled is Purchase, a conversion, or Exit, none; a row that ends in neither is a journey that
    has not converted. Cells left empty in between are passed over, rows of the same path are summed, the value is 0 as
    none is given. JourneyError, a ValueError, names the row and column of what cannot be used.
    """
    columns = sorted(_touchpoints(wide), key=lambda name: int(name.removeprefix(TOUCHPOINT)))
    if not columns or COUNT not in wide.columns:
        raise JourneyError("journeys", f"the columns {TOUCHPOINT}1 … and {COUNT}", ", ".join(map(str, wide.columns)))
    rows = [_filled(row) for row in wide[columns].itertuples(index=False, name=None)]
    for label, row in zip(wide.index, rows, strict=True):
        if not row or row[0] in ENDS:
            raise JourneyError(f"row {label}, {columns[0]}", "a channel", repr(row[0]) if row else "nothing")
    won = np.array([row[-1] == PURCHASE for row in rows], dtype=bool)
    counts = numbers(wide, COUNT, low=0)
    paths = pd.Series([row[:-1] if row[-1] in ENDS else row for row in rows], dtype=object)
    frame = pd.DataFrame({PATH: paths, CONVERSIONS: counts * won, VALUE: 0.0, NULLS: counts * ~won})
    return frame.groupby(PATH, as_index=False, sort=True).sum()


def _touchpoints(wide: pd.DataFrame) -> list[str]:
    return [str(name) for name in wide.columns if str(name).removeprefix(TOUCHPOINT).isdecimal()]


def _filled(row: tuple[Hashable, ...]) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in row if isinstance(cell, str) and cell.strip())

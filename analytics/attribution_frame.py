"""The frame of grouped journeys that notebooks hand over: what it must hold, and what is said where it does not."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

PATH, CONVERSIONS, VALUE, NULLS, DAYS_BEFORE = "path", "conversions", "value", "nulls", "days_before"
LISTS = (tuple, list, np.ndarray)
REQUIRED = (PATH, CONVERSIONS, VALUE, NULLS)

Floats = npt.NDArray[np.float64]


class JourneyError(ValueError):
    """A frame of journeys that cannot be used: says where, what was expected and what was found."""

    def __init__(self, where: str, expected: str, found: object) -> None:
        super().__init__(f"{where}: expected {expected}, found {found}")


def numbers(journeys: pd.DataFrame, name: str, low: float = -np.inf) -> Floats:
    """A column of finite numbers, none below `low`; JourneyError naming the row where it is not."""
    found = pd.to_numeric(journeys[name], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    if (bad := ~(np.isfinite(found) & (found >= low))).any():
        raise wrong(journeys, name, "a finite number" + (f" from {low:g}" if np.isfinite(low) else ""), bad)
    return found


def value(journeys: pd.DataFrame, conversions: Floats) -> Floats:
    """The value of the conversions; JourneyError where there is value without one."""
    found = numbers(journeys, VALUE)
    if (bad := (found != 0) & (conversions == 0)).any():
        raise wrong(journeys, VALUE, "0 without a conversion", bad)
    return found


def paths(journeys: pd.DataFrame) -> list[Sequence[str]]:
    """The paths, one a row; JourneyError for a column that is missing and a row that is no list of channel names."""
    if missing := [name for name in REQUIRED if name not in journeys.columns]:
        raise JourneyError("journeys", f"the columns {', '.join(REQUIRED)}", f"no {', '.join(missing)}")
    bad = np.array([not _named(path) for path in journeys[PATH]], dtype=bool)
    if bad.any():
        raise wrong(journeys, PATH, "one or more channel names", bad)
    return list(journeys[PATH])


def days_before(journeys: pd.DataFrame, lengths: npt.NDArray[np.int64]) -> Floats | None:
    """The days before the conversion, one a touch, all paths one after another; None where any path does not say.

    JourneyError where a path has another number of them than touches, or one is no finite number from 0.
    """
    if DAYS_BEFORE not in journeys.columns or not journeys[DAYS_BEFORE].map(_is_list).all():
        return None
    given = journeys[DAYS_BEFORE]
    if (bad := given.map(len).to_numpy() != lengths).any():
        row = int(np.flatnonzero(bad)[0])
        raise wrong(journeys, DAYS_BEFORE, f"a number a touch, {lengths[row]} in all", bad)
    days = pd.to_numeric(pd.Series([day for row in given for day in row], dtype=object), errors="coerce")
    found = days.to_numpy(dtype=float, na_value=np.nan)
    owner = np.repeat(np.arange(len(given)), lengths)
    if (bad := ~(np.isfinite(found) & (found >= 0))).any():
        raise wrong(journeys, DAYS_BEFORE, "finite numbers from 0", np.isin(np.arange(len(given)), owner[bad]))
    return found


def wrong(journeys: pd.DataFrame, name: str, expected: str, bad: npt.NDArray[np.bool_]) -> JourneyError:
    """The error about the first row that is bad."""
    row = int(np.flatnonzero(bad)[0])
    found = journeys[name].iloc[row]
    return JourneyError(f"row {journeys.index[row]}, {name}", expected, repr(getattr(found, "item", lambda: found)()))


def _named(path: object) -> bool:
    return _is_list(path) and len(path) > 0 and all(isinstance(name, str) and name for name in path)  # type: ignore[arg-type, attr-defined]


def _is_list(value: object) -> bool:
    return isinstance(value, LISTS)

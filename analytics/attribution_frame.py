"""The frame of grouped journeys that notebooks hand over: what it must hold, and what is said where it does not."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

PATH, CONVERSIONS, VALUE, NULLS, DAYS_BEFORE = "path", "conversions", "value", "nulls", "days_before"
COUNTS = (CONVERSIONS, NULLS)
LISTS = (tuple, list, np.ndarray)
REQUIRED = (PATH, CONVERSIONS, VALUE, NULLS)

Floats = npt.NDArray[np.float64]


class JourneyError(ValueError):
    """A frame of journeys that cannot be used: says where, what was expected and what was found."""

    def __init__(self, where: str, expected: str, found: object) -> None:
        super().__init__(f"{where}: expected {expected}, found {found}")


def numbers(journeys: pd.DataFrame, name: str) -> Floats:
    """A column of finite numbers, of counts that are not negative; JourneyError naming the row where it is not."""
    found = pd.to_numeric(journeys[name], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    if (bad := ~np.isfinite(found)).any():
        raise _wrong(journeys, name, "a finite number", bad)
    if name in COUNTS and (bad := found < 0).any():
        raise _wrong(journeys, name, "no negative count", bad)
    return found


def paths(journeys: pd.DataFrame) -> list[Sequence[str]]:
    """The paths, one a row; JourneyError for a column that is missing and a row that is no list of channel names."""
    if missing := [name for name in REQUIRED if name not in journeys.columns]:
        raise JourneyError("journeys", f"the columns {', '.join(REQUIRED)}", f"no {', '.join(missing)}")
    bad = np.array([not _named(path) for path in journeys[PATH]], dtype=bool)
    if bad.any():
        raise _wrong(journeys, PATH, "one or more channel names", bad)
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
        raise _wrong(journeys, DAYS_BEFORE, f"a number a touch, {lengths[row]} in all", bad)
    days = pd.to_numeric(pd.Series([day for row in given for day in row], dtype=object), errors="coerce")
    found = days.to_numpy(dtype=float, na_value=np.nan)
    owner = np.repeat(np.arange(len(given)), lengths)
    if (bad := ~(np.isfinite(found) & (found >= 0))).any():
        raise _wrong(journeys, DAYS_BEFORE, "finite numbers from 0", np.isin(np.arange(len(given)), owner[bad]))
    return found


def wrong_path(journeys: pd.DataFrame, expected: str, bad: npt.NDArray[np.bool_]) -> JourneyError:
    """The error about the first path that is bad."""
    return _wrong(journeys, PATH, expected, bad)


def _wrong(journeys: pd.DataFrame, name: str, expected: str, bad: npt.NDArray[np.bool_]) -> JourneyError:
    row = int(np.flatnonzero(bad)[0])
    return JourneyError(f"row {journeys.index[row]}, {name}", expected, repr(journeys[name].iloc[row]))


def _named(path: object) -> bool:
    return _is_list(path) and len(path) > 0 and all(isinstance(name, str) and name for name in path)  # type: ignore[arg-type, attr-defined]


def _is_list(value: object) -> bool:
    return isinstance(value, LISTS)

import math
import re

import pandas as pd
import pytest

from analytics.paths import MOST_CHANNELS, Paths
from tests.analytics.journeys import journeys

GIVEN = journeys(("B > A", 1, 10, 0), ("B", 2, 20, 1), ("A > A > C", 0, 0, 3))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"conversions": [1, -2, 0]}, "row 1, conversions: expected a finite number from 0, found -2"),
        ({"nulls": [0, 1, math.nan]}, "row 2, nulls: expected a finite number from 0, found nan"),
        ({"value": [math.inf, 1, 1]}, "row 0, value: expected a finite number, found inf"),
        ({"value": ["much", 1, 1]}, "row 0, value: expected a finite number, found 'much'"),
        ({"path": [("A",), (), ("B",)]}, "row 1, path: expected one or more channel names, found ()"),
        ({"path": ["Email", ("A",), ("B",)]}, "row 0, path: expected one or more channel names, found 'Email'"),
        ({"path": [("A",), ("A", None), ("B",)]}, "row 1, path: expected one or more channel names, found ('A', None)"),
        ({"path": [("A",), ("Purchase",), ("B",)]}, "row 1, path: expected one or more channel names, found"),
        ({"path": [("A",), ("Exit", "B"), ("B",)]}, "row 1, path: expected Purchase or Exit only as the last element"),
        (
            {"days_before": [(1, 0), (0, 0), (2, 1, 0)]},
            "row 1, days_before: expected a number a touch, 1 in all, found",
        ),
        ({"days_before": [(1, 0), (-1,), (2, 1, 0)]}, "row 1, days_before: expected finite numbers from 0, found"),
        ({"days_before": [(1, 0), (1,), (2, None, 0)]}, "row 2, days_before: expected finite numbers from 0, found"),
    ],
)
def test_what_cannot_be_used_is_named(changed: dict[str, list[object]], words: str) -> None:
    frame = GIVEN.assign(**{name: pd.Series(values, dtype=object) for name, values in changed.items()})
    with pytest.raises(ValueError, match="^" + re.escape(words)):
        Paths.of(frame)


def test_a_column_missing_is_named() -> None:
    with pytest.raises(
        ValueError, match="journeys: expected the columns path, conversions, value, nulls, found no nulls"
    ):
        Paths.of(GIVEN.drop(columns="nulls"))


def test_a_row_goes_by_the_name_it_has_in_the_frame() -> None:
    frame = journeys(("A", 1, 0, 0), ("B", -1, 0, 0)).set_axis(["first", "second"])
    with pytest.raises(ValueError, match="row second, conversions"):
        Paths.of(frame)


def test_value_needs_a_conversion() -> None:
    with pytest.raises(ValueError, match=r"row 1, value: expected 0 without a conversion, found 5$"):
        Paths.of(journeys(("A", 1, 5, 0), ("B", 0, 5, 1)))


def test_lists_are_paths_as_tuples_are() -> None:
    frame = journeys(("A > B", 1, 0, 0))
    assert Paths.of(frame.assign(path=[["A", "B"]])).touches.tolist() == [0, 1]  # type: ignore[list-item]


def test_more_channels_than_can_be_numbered_are_refused() -> None:
    frame = journeys(*((f"{number}", 1, 0, 0) for number in range(MOST_CHANNELS + 1)))
    with pytest.raises(ValueError, match=f"path: expected at most {MOST_CHANNELS} channels, found {MOST_CHANNELS + 1}"):
        Paths.of(frame)

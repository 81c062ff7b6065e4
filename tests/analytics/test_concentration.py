import math

import pandas as pd
import pytest

from analytics.concentration import carriers, fewest, verb


@pytest.mark.parametrize(
    ("values", "few"),
    [
        ([50, 30, 20], 1),
        ([49, 31, 20], 2),
        ([1, 1, 1, 1], 2),
        ([5], 1),
        ([3, math.nan, 1], 1),
        ([0, 0], 0),
        ([9, -1], 0),
        ([], 0),
        ([math.nan], 0),
    ],
)
def test_the_fewest_that_make_up_half(values: list[float], few: int) -> None:
    assert fewest(pd.Series(values, dtype=float)) == few


def test_another_share_than_half() -> None:
    values = pd.Series([50.0, 30.0, 20.0])
    assert [fewest(values, share) for share in (0.5, 0.8, 0.81, 1.0)] == [1, 2, 3, 3]


def test_how_few_is_said_of_all_of_them() -> None:
    assert carriers(pd.Series([60.0, 30.0, 10.0]), "campaigns", "INR") == "1 of 3 campaigns"
    assert carriers(pd.Series([1.0] * 200_000), "days", "INR") == "1,00,000 of 2,00,000 days"
    assert carriers(pd.Series([60.0]), "campaigns", "INR") == ""
    assert carriers(pd.Series([0.0, 0.0]), "campaigns", "INR") == ""


def test_the_verb_agrees_with_how_few_they_are() -> None:
    assert [verb(few, "make") for few in ("1 of 3 campaigns", "11 of 30 days", "2 of 3 campaigns")] == [
        "makes",
        "make",
        "make",
    ]

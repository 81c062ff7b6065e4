"""Credit for the tests of cards, worked out by hand from a few journeys."""

from collections.abc import Sequence

import pandas as pd

from analytics.credits import Credits, credits_of
from analytics.offers import offer
from analytics.paths import Paths

Row = tuple[tuple[str, ...], float, float, float]
ROWS: Sequence[Row] = (
    (("Email", "Direct"), 6, 600, 3),
    (("Email",), 2, 100, 1),
    (("Fax", "Direct"), 2, 300, 6),
)
KEYS = ("first", "last", "linear")


def paths(rows: Sequence[Row] = ROWS, without: Sequence[str] = ()) -> Paths:
    """The paths of rows of path, conversions, value and nulls."""
    return Paths.of(pd.DataFrame(list(rows), columns=["path", "conversions", "value", "nulls"])).without(without)


def credited(*keys: str, rows: Sequence[Row] = ROWS, without: Sequence[str] = ()) -> Credits:
    """What models give them: by first touch Email has 8 and Fax 2 of 10, by last touch Email 2 and Direct 8."""
    return credits_of(lambda half_life: paths(rows, without), [offer(key) for key in keys or KEYS])

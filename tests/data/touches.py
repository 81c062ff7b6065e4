"""Journeys written in a test, stored as publishing does but in memory, and paths as a reader sees them."""

from collections.abc import Mapping
from datetime import date

import duckdb
import numpy as np
import pandas as pd

from analytics.paths import Paths
from analytics.periods import Period
from data import paths
from data.facts import STAGING, origins
from data.journeys import Journeys
from data.sql import Clause
from tests.data.publishing import Rows, filling

Path = tuple[str, ...]
Touch = list[dict[str, object]]
Counts = tuple[float, float, float]


def touch(journey: str, at: str, channel: str, converted: bool | None = False, value: str | None = None) -> Touch:
    """One touch, as the one row of `journeys`."""
    return [{"journey_id": journey, "touched_at": at, "channel": channel, "converted": converted, "value": value}]


ROWS: Rows = [
    *touch("a", "2024-01-10", "Search", True, "100"),
    *touch("a", "2024-01-17", "Email", True, "100"),
    *touch("a", "2024-01-24", "Direct", True, "100"),
    *touch("b", "2024-01-31", "Search", True, "300"),
    *touch("b", "2024-02-14", "Email", True, "300"),
    *touch("b", "2024-02-15", "Direct", True, "300"),
    *touch("c", "2024-02-01", "Email", True, "10"),
    *touch("d", "2024-03-20", "Email"),
]
LONG, SHORT = ("Search", "Email", "Direct"), ("Email",)


def stored(at_once: int = paths.AT_ONCE, **tables: Rows) -> Journeys:
    """The journeys of these rows."""
    con = duckdb.connect()
    con.execute(f"ATTACH ':memory:' AS {STAGING}; USE {STAGING}")
    filling(tables)(con)
    con.execute("USE memory")
    paths.store(con, origins(con), at_once)

    def read(statement: Clause) -> pd.DataFrame:
        return con.execute(statement.text, statement.values).df()

    return Journeys(read)


def days(start: str, end: str) -> Period:
    """The days from one to another, as ISO dates."""
    return Period(date.fromisoformat(start), date.fromisoformat(end))


def counts(found: Paths) -> Mapping[Path, Counts]:
    """Conversions, value and nulls by path; each path is there once."""
    numbers = zip(found.conversions.tolist(), found.value.tolist(), found.nulls.tolist(), strict=True)
    return dict(zip(named(found), numbers, strict=True))


def shares(found: Paths) -> Mapping[Path, tuple[list[float], list[float]]]:
    """Time decay's shares of conversions and of value by path, one number a touch."""
    assert found.decayed is not None
    assert found.decayed_value is not None
    cuts = found.starts[1:-1]
    by_path = zip(np.split(found.decayed, cuts), np.split(found.decayed_value, cuts), strict=True)
    return {path: (one.tolist(), two.tolist()) for path, (one, two) in zip(named(found), by_path, strict=True)}


def named(found: Paths) -> list[Path]:
    """The paths, by the names of their channels."""
    cut = np.split(found.touches, found.starts[1:-1]) if len(found.conversions) else []
    return [tuple(found.channels[code] for code in path) for path in cut]

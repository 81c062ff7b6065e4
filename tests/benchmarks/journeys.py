"""Journeys of any number, made where they are needed: how long they take to publish, and which paths were taken."""

import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from analytics.periods import Period
from data import pointer, warehouse
from data.build import Fill, Workshop
from data.report import FileReport, LoadReport
from data.store import Snapshot, Store
from data.tables.journeys import JOURNEYS
from tests.benchmarks.timing import Cell, Timing, table, timed

TITLE = "Paths of journeys that began in two years (ms, median / p95; published within 128 MB)"
ASKED = ("all months", "24 months", "with decay", "12 months with decay", "other half-life", "without a channel")
HEADINGS = ("journeys", "touches", "published, s", "paths", "first, s", *ASKED)
SIZES = (20_000, 2_500_000)
LENGTHS = (0.33, 0.24, 0.16, 0.11, 0.07, 0.05, 0.03, 0.01)
CHANNELS = (0.35, 0.25, 0.15, 0.1, 0.06, 0.04, 0.03, 0.02)
START, DAYS, DAYS_BETWEEN, CONVERTED = np.datetime64("2023-01-01", "us"), 731, 3.5, 0.2
YEAR, YEARS = Period(date(2024, 1, 1), date(2024, 12, 31)), Period(date(2023, 1, 1), date(2024, 12, 31))
MICROSECONDS = 86_400_000_000


def run() -> str:
    """Measure at every size."""
    return table(HEADINGS, [list(row(journeys)) for journeys in SIZES])


def row(journeys: int) -> Iterator[Cell | Timing]:
    """The measurements at one size."""
    with tempfile.TemporaryDirectory() as folder:
        state, frame = Path(folder), touches(journeys)
        yield from (f"{journeys:,}", len(frame))
        started = time.perf_counter()
        publish(frame, state)
        yield time.perf_counter() - started
        snapshot, started = Store(state).snapshot(), time.perf_counter()
        yield len(snapshot.paths().conversions)
        yield time.perf_counter() - started
        yield from _asked(snapshot)


def publish(frame: pd.DataFrame, state: Path) -> None:
    """Publish these touches, with the memory that publishing has."""
    with pointer.exclusive(state) as scratch:
        warehouse.publish_from(_holding(frame), f"{len(frame):016x}", state, Workshop(scratch))


def touches(journeys: int) -> pd.DataFrame:
    """The touches of that many journeys, by their times; one in five converted."""
    rng = np.random.default_rng(journeys)
    lengths = rng.choice(len(LENGTHS), journeys, p=LENGTHS) + 1
    owner, begins = np.repeat(np.arange(journeys), lengths), np.cumsum(lengths) - lengths
    passed = np.cumsum(rng.exponential(DAYS_BETWEEN, len(owner)))
    days = np.repeat(rng.uniform(0, DAYS, journeys) - passed[begins], lengths) + passed
    converted = rng.random(journeys) < CONVERTED
    worth = np.where(converted, rng.lognormal(6, 0.5, journeys).round(2), 0)
    made = pd.DataFrame(
        {
            "journey_id": owner,
            "touched_at": START + (days * MICROSECONDS).astype("timedelta64[us]"),
            "channel": rng.choice(len(CHANNELS), len(owner), p=CHANNELS),
            "converted": converted[owner],
            "value": worth[owner],
        }
    )
    return made.sort_values("touched_at", ignore_index=True)


def _holding(frame: pd.DataFrame) -> Fill:
    def fill(con: duckdb.DuckDBPyConnection) -> LoadReport:
        con.register("made", frame)
        written = "'J' || journey_id AS journey_id, 'Channel ' || channel AS channel"
        con.execute(f"CREATE TABLE {JOURNEYS.name} AS SELECT * REPLACE ({written}) FROM made")
        return LoadReport((FileReport("made", JOURNEYS.row, JOURNEYS.name, "INR", len(frame), len(frame)),))

    return fill


def _asked(snapshot: Snapshot) -> Iterator[Timing]:
    yield timed(snapshot.paths)
    yield timed(lambda: snapshot.paths(periods=[YEARS]))
    yield timed(lambda: snapshot.paths(7, [YEARS]))
    yield timed(lambda: snapshot.paths(7, [YEAR]))
    yield timed(lambda: snapshot.paths(5, [YEARS]))
    yield timed(lambda: snapshot.paths(7, [YEARS], without=["Channel 1"]))

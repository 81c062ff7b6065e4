"""Server time of the overview's one read, beside what else could do it and the least it could cost."""

import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from analytics.periods import Period
from data import pointer, sql
from data.query import ROWS, Query
from data.store import Store
from data.tables.campaigns import CAMPAIGN
from tests.benchmarks import customers, facts
from tests.benchmarks.timing import Cell, Timing, table, timed

TITLE = "The overview's read: two years, by day and channel (ms, median / p95)"
SIZES = (5_858, 1_000_000, 10_000_000)
BY = ["date", "channel"]
YEARS = (Period(date(2023, 1, 1), date(2023, 12, 31)), Period(date(2024, 1, 1), date(2024, 12, 31)))
QUERY = Query(CAMPAIGN.name, (*CAMPAIGN.measures, ROWS), tuple(BY), periods=YEARS)
FILTERED = Query(CAMPAIGN.name, QUERY.measures, QUERY.by, (("region", ("Region 1", "Region 2")),), YEARS)
HEADINGS = ("rows", "published, s", "store", "filtered", "repeated", "raw DuckDB", "pandas", "numpy sum")


def run() -> str:
    """Measure at every size, and what sums cannot say beside it."""
    sums = table(HEADINGS, [list(row(rows)) for rows in SIZES])
    return f"{sums}\n\n{customers.TITLE}\n{customers.run()}"


def row(rows: int) -> Iterator[Cell | Timing]:
    """The measurements at one size: through the store, and over the same facts by other means."""
    with tempfile.TemporaryDirectory() as folder:
        state = Path(folder)
        started = time.perf_counter()
        facts.publish(rows, state)
        yield f"{rows:,}"
        yield time.perf_counter() - started
        yield from _store(state)
        yield from _others(state)


def _store(state: Path) -> Iterator[Timing]:
    forgetful, remembering = Store(state, cache_bytes=0).snapshot(), Store(state).snapshot()
    yield timed(lambda: forgetful.ask(QUERY))
    yield timed(lambda: forgetful.ask(FILTERED))
    yield timed(lambda: remembering.ask(QUERY), runs=1000)


def _others(state: Path) -> Iterator[Timing]:
    path = pointer.path(state, str(pointer.current(state)))
    statement = sql.select(QUERY, CAMPAIGN.name)
    columns = ", ".join([*BY, *(f"CAST({name} AS DOUBLE) AS {name}" for name in CAMPAIGN.measures)])
    with duckdb.connect(str(path), read_only=True, config={"threads": 1}) as con:
        yield timed(lambda: con.execute(statement.text, statement.values).df())
        frame = con.execute(f"SELECT {columns} FROM {CAMPAIGN.name}").df()
    yield timed(lambda: _grouped(frame))
    arrays = [frame[name].to_numpy() for name in CAMPAIGN.measures]
    yield timed(lambda: _sums(arrays))


def _grouped(frame: pd.DataFrame) -> pd.DataFrame:
    first, last = pd.Timestamp(YEARS[0].start), pd.Timestamp(YEARS[1].end)
    return frame[frame["date"].between(first, last)].groupby(BY, observed=True)[list(CAMPAIGN.measures)].sum()


def _sums(arrays: Sequence[np.ndarray]) -> list[float]:
    return [float(array.sum()) for array in arrays]

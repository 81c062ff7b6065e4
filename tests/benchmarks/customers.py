"""Distributions of customers: server time of each kind of question, exact and from a sample."""

import tempfile
import time
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import duckdb

from analytics.spread import QUARTILES
from data import warehouse
from data.build import Fill, Workshop
from data.query import Distribution, Histogram, Moments, Quantiles, Rows
from data.report import FileReport, LoadReport
from data.store import Store
from data.tables.customers import CUSTOMER
from data.values import TYPES
from tests.benchmarks.timing import Cell, Timing, table, timed

TITLE = "Distributions of customers (ms, median / p95)"
SIZES = (5_000, 1_000_000, 3_000_000)
COLUMNS: Mapping[str, str] = {
    "customer_id": "'C' || i",
    "region": "'Region ' || noise % 5",
    "customer_segment": "'Segment ' || noise % 4",
    "nps_category": "'NPS ' || noise % 3",
    "acquisition_channel": "'Channel ' || noise % 7",
    "age": "18 + noise % 63",
    "income": "if(noise % 50 = 0, NULL, exp(9 + (noise % 1000) / 250))",
    "lifetime_value": "(noise % 100000) / 3 - 500",
    "satisfaction_score": "(noise % 51) / 10",
}
SEGMENT, CHANNEL = ("customer_segment",), ("nps_category", "acquisition_channel")
WHERE = (("region", ("Region 1", "Region 2")),)
QUESTIONS: Mapping[str, Distribution] = {
    "ages": Histogram(CUSTOMER.name, (("age", 5),), SEGMENT),
    "filtered": Histogram(CUSTOMER.name, (("age", 5),), SEGMENT, WHERE),
    "boxes": Quantiles(CUSTOMER.name, "lifetime_value", QUARTILES, SEGMENT),
    "violins": Histogram(CUSTOMER.name, (("satisfaction_score", 0.1),), CHANNEL),
    "density": Histogram(CUSTOMER.name, (("income", 5_000), ("lifetime_value", 500))),
    "trend": Moments(CUSTOMER.name, "income", "lifetime_value", SEGMENT),
    "points": Rows(CUSTOMER.name, ("income", "lifetime_value", *SEGMENT), reported=("income", "lifetime_value")),
}
HEADINGS = ("customers", "published, s", "read", *QUESTIONS)


def run() -> str:
    """Measure at every size."""
    return table(HEADINGS, [list(row(rows)) for rows in SIZES])


def row(rows: int) -> Iterator[Cell | Timing]:
    """The measurements at one size."""
    with tempfile.TemporaryDirectory() as folder:
        state = Path(folder)
        started = time.perf_counter()
        publish(rows, state)
        snapshot = Store(state, cache_bytes=0).snapshot()
        yield f"{rows:,}"
        yield time.perf_counter() - started
        yield snapshot.sampled(CUSTOMER.name) or rows
        for question in QUESTIONS.values():
            yield timed(partial(snapshot.ask, question))


def publish(rows: int, state: Path) -> None:
    """Publish that many customers into a state folder."""
    scratch = state / "scratch"
    scratch.mkdir(parents=True)
    warehouse.publish_from(making(rows), f"{rows:016x}", state, Workshop(scratch))


def making(rows: int) -> Fill:
    """Fills a staging database with that many customers."""

    def fill(con: duckdb.DuckDBPyConnection) -> LoadReport:
        columns = [f"CAST({made} AS {TYPES[CUSTOMER.column(name).kind]}) AS {name}" for name, made in COLUMNS.items()]
        noise = "SELECT i, hash(i) % 1000000007 AS noise FROM range($rows) t(i)"
        con.execute(f"CREATE TABLE {CUSTOMER.name} AS SELECT {', '.join(columns)} FROM ({noise})", {"rows": rows})
        return LoadReport((FileReport("made", CUSTOMER.row, CUSTOMER.name, "INR", rows, rows),))

    return fill

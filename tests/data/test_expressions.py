from collections.abc import Iterator
from decimal import Decimal

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.answering import Source
from data.distributions import select
from data.expressions import joined, listed, named, scaled
from data.query import Histogram
from data.sql import Clause
from data.tables.geography import GEOGRAPHY
from tests.data.publishing import records

WIDTHS = ("0.001", "0.05", "0.1", "0.25", "0.3", "1", "2.5", "7", "10", "500", "100000")
PLACES = st.integers(-1_000_000, 1_000_000)


@pytest.fixture(scope="module")
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory."""
    with duckdb.connect() as opened:
        yield opened


def bins(con: duckdb.DuckDBPyConnection, values: list[float], width: float) -> list[tuple[object, ...]]:
    """The histogram of numbers that are the growth of states."""
    con.execute(f"CREATE OR REPLACE TABLE {GEOGRAPHY.name} AS SELECT unnest(?::DOUBLE[]) AS yoy_growth", [values])
    statement = select(Histogram(GEOGRAPHY.name, (("yoy_growth", width),)), Source(GEOGRAPHY.name))
    return records(con.execute(statement.text, statement.values).df())


@given(st.lists(PLACES, min_size=1, max_size=20, unique=True), st.sampled_from(WIDTHS))
def test_a_number_on_an_edge_is_in_the_bin_that_begins_there(
    con: duckdb.DuckDBPyConnection, places: list[int], width: str
) -> None:
    edges = sorted(float(place * Decimal(width)) for place in places)
    assert bins(con, edges, float(width)) == [(edge, 1.0) for edge in edges]


@given(PLACES, st.floats(0.001, 0.999), st.sampled_from(WIDTHS))
def test_a_number_between_edges_is_in_the_bin_of_the_lower_one(
    con: duckdb.DuckDBPyConnection, place: int, share: float, width: str
) -> None:
    number = float((place + Decimal(share)) * Decimal(width))
    assert bins(con, [number], float(width)) == [(float(place * Decimal(width)), 1.0)]


@given(st.lists(st.floats(-1e6, 1e6), max_size=30), st.floats(1, 1e9))
def test_every_number_is_counted_once_in_a_bin_that_holds_it(
    con: duckdb.DuckDBPyConnection, values: list[float], width: float
) -> None:
    found = [(float(str(edge)), float(str(rows))) for edge, rows in bins(con, values, width)]
    assert sum(rows for _, rows in found) == len(values)
    for value in values:
        assert any(-1e-8 <= (value - edge) / width <= 1 + 1e-8 for edge, _ in found)


@pytest.mark.parametrize("nothing", [-0.0, -1e-13, 1e-13])
def test_the_bin_at_nothing_has_no_sign(con: duckdb.DuckDBPyConnection, nothing: float) -> None:
    [(edge, _)] = bins(con, [nothing], 0.1)
    assert str(edge) == "0.0"


def test_a_number_too_large_for_its_bins_is_not_an_error(con: duckdb.DuckDBPyConnection) -> None:
    assert len(bins(con, [1e99, -1e99, 5.0], 1e-5)) == 3


def test_counts_are_rounded_after_they_are_scaled(con: duckdb.DuckDBPyConnection) -> None:
    statement = joined(Clause("SELECT"), listed([scaled("7 - 4", "some", 1.5), named("?", "other", 2)]))
    assert con.execute(statement.text, statement.values).fetchall() == [(5.0, 2.0)]

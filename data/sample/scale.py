"""Facts for benchmarks: as many rows as asked for, streamed to a file and never held in memory."""

from pathlib import Path

import duckdb
import pandas as pd

from data.columns import Column, Kind, Role
from data.sample.repeats import DECIMALS
from data.table import Table

VOLUME = "(0.75 + 0.5 * hash(copy, {seed}) / 18446744073709551615)"
PRICE = "(0.90 + 0.2 * hash(copy, {seed} + 1) / 18446744073709551615)"
PRICED = ("revenue", "profit")
COPIES = """
    SELECT * FROM range({rows}) AS copies(copy)
    JOIN (SELECT *, row_number() OVER () - 1 AS place FROM facts) ON place = copy * {base} // {rows}
"""
MEMORY = "256MB"
REORDERING = "join_order,build_side_probe_side"


def stream(facts: pd.DataFrame, table: Table, rows: int, seed: int, path: Path) -> None:
    """Write exactly `rows` copies of the facts to a CSV file, evenly over the days and in their order.

    Each copy scales the counts and the money of its row by a hash of its place, so copies differ and two runs agree.
    """
    columns = [column for column in table.columns if column.name in facts]
    copies = COPIES.format(rows=rows, base=len(facts))
    measured = f"SELECT {', '.join(_measured(column, seed) for column in columns)} FROM ({copies})"  # noqa: S608
    selected = f"SELECT {', '.join(_repeated(column) for column in columns)} FROM ({measured})"  # noqa: S608
    with duckdb.connect() as connection:
        connection.execute(f"SET threads = 1; SET memory_limit = '{MEMORY}'; SET disabled_optimizers = '{REORDERING}'")
        connection.register("facts", facts)
        connection.execute(f"COPY ({selected}) TO '{_quoted(path)}' (FORMAT csv, HEADER)")


def _measured(column: Column, seed: int) -> str:
    volume, price = VOLUME.format(seed=seed), PRICE.format(seed=seed)
    if column.kind is Kind.MONEY:
        factor = f"{volume} * {price}" if column.name in PRICED else volume
        return f"({column.name} * {factor})::DECIMAL(18, 2) AS {column.name}"
    if column.kind is Kind.DATE:
        return f"{column.name}::DATE AS {column.name}"
    if column.kind is Kind.TEXT or column.role is Role.REPEATED:
        return column.name
    return f"round({column.name} * {volume})::BIGINT AS {column.name}"


def _repeated(column: Column) -> str:
    if not column.formula:
        return column.name
    return f"CASE WHEN isfinite({column.formula}) THEN round({column.formula}, {DECIMALS}) END AS {column.name}"


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")

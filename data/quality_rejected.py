"""Rows that no table has because they could not be read, kept with a snapshot."""

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from pathlib import Path

import duckdb

from data.clauses import literal, select_from
from data.evidence import Check, Evidence, Noun, Weight
from data.report import FileReport, LoadReport
from data.table import Table

KEPT = 10_000
SCHEMA = """
CREATE TABLE kept_files (table_name VARCHAR, file VARCHAR, read BIGINT, rejected BIGINT);
CREATE TABLE kept_rejected (table_name VARCHAR, file VARCHAR, line VARCHAR, expected VARCHAR, cells VARCHAR);
"""


def keep(con: duckdb.DuckDBPyConnection, report: LoadReport) -> None:
    """Store how many rows each file lost, and the first 10,000 of them as they stand in its quarantine."""
    con.execute(SCHEMA)
    for file in report.files:
        if file.table and file.usable:
            values = [file.table, file.file, file.rows_read, file.rows_rejected]
            con.execute("INSERT INTO kept_files VALUES (?, ?, ?, ?)", values)
            columns = list(map(list, zip(*islice(_rows(file), KEPT), strict=True))) or [[], [], []]
            unnested = "?, ?, unnest(?::VARCHAR[]), unnest(?::VARCHAR[]), unnest(?::VARCHAR[])"
            con.execute(f"INSERT INTO kept_rejected SELECT {unnested}", [file.table, file.file, *columns])


def rejected(of: Table) -> Evidence:
    """The rows of a table's files that could not be read: line, what was expected where, and the cells."""
    mine = f"WHERE table_name = {literal(of.name)}"
    return Evidence(
        select_from(["file", "line", "expected", "cells"], "kept_rejected", mine),
        select_from(["sum(read)"], "kept_files", mine),
        "file || ', line ' || line || ': expected ' || expected",
        select_from(["sum(rejected)"], "kept_files", mine),
    )


def _rows(file: FileReport) -> Iterator[tuple[str, str, str]]:
    if not file.quarantine:
        return
    with Path(file.quarantine).open(encoding="utf-8-sig", newline="") as kept:
        reader = csv.reader(kept)
        next(reader, None)
        for line, expected, *cells in reader:
            yield line, expected, _joined(cells)


def _joined(cells: list[str]) -> str:
    text = StringIO()
    csv.writer(text, lineterminator="").writerow(cells)
    return text.getvalue()


CHECKS = (
    Check(
        "rejected-rows",
        "Rows that could not be read",
        "They are in no figure of any page. Mend the cells that are named and publish again.",
        Weight.WRONG,
        Noun.ROW,
        Noun.ROW,
        rejected,
    ),
)

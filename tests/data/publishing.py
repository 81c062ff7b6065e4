"""Publishing rows written in a test, without files."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb
import pandas as pd

from data import pointer
from data.build import Fill, Workshop
from data.problem import Problem
from data.report import FileReport, LoadReport
from data.rollups import Thresholds
from data.store import Snapshot, Store
from data.tables import table
from data.values import TYPES
from data.warehouse import publish_from

Rows = Sequence[dict[str, object]]
EVERY_ROLLUP = Thresholds(fewest_facts=1, largest_share=1.0)

CAMPAIGN_ROWS: Rows = (
    {"date": "2024-01-01", "campaign_id": "A", "campaign_type": "Brand", "channel": "Email", "region": "North"}
    | {"impressions": 1000, "clicks": 10, "conversions": 1.5, "spend": "100.1000", "revenue": "300.05"},
    {"date": "2024-01-01", "campaign_id": "A", "campaign_type": "Brand", "channel": "Email", "region": "South"}
    | {"impressions": 500, "clicks": 5, "conversions": 0, "spend": "50.2000", "revenue": "0"},
    {"date": "2024-01-01", "campaign_id": "B", "campaign_type": "Sale", "channel": "Email", "region": "North"}
    | {"impressions": 40, "clicks": 4, "conversions": 1, "spend": None, "revenue": "20"},
    {"date": "2024-02-29", "campaign_id": "B", "campaign_type": "Sale", "channel": "Direct", "region": "North"}
    | {"impressions": 7, "clicks": 7, "conversions": 2, "spend": "0", "revenue": "70"},
)


def filling(tables: Mapping[str, Rows], problems: int = 0, usable: bool = True) -> Fill:
    """What loading files with these rows would do; a file is named for its table."""

    def fill(con: duckdb.DuckDBPyConnection) -> LoadReport:
        found = tuple(Problem(line, None, "a row", "less") for line in range(problems))
        for name, rows in tables.items():
            _stage(con, name, rows)
        return LoadReport(
            tuple(
                FileReport(f"{name}.csv", name, name, "INR", len(rows), len(rows), problems=found, usable=usable)
                for name, rows in tables.items()
            )
        )

    return fill


def publish_rows(state: Path, when: Thresholds | None = None, problems: int = 0, **tables: Rows) -> str:
    """Publish these rows and return the version."""
    mark = hashlib.sha256(repr((tables, problems, when)).encode()).hexdigest()[:16]
    with pointer.exclusive(state) as scratch:
        workshop = Workshop(scratch, when=when) if when else Workshop(scratch)
        return publish_from(filling(tables, problems), mark, state, workshop).version


def published(state: Path, when: Thresholds | None = None, problems: int = 0, **tables: Rows) -> Snapshot:
    """Publish these rows and open them."""
    publish_rows(state, when, problems, **tables)
    return Store(state).snapshot()


def records(frame: pd.DataFrame) -> list[tuple[object, ...]]:
    """The rows of a frame, with None for what is not reported."""
    return list(frame.astype(object).where(frame.notna(), None).itertuples(index=False, name=None))


def _stage(con: duckdb.DuckDBPyConnection, name: str, rows: Rows) -> None:
    kinds = {
        column.name: TYPES[column.kind] for column in table(name).stored if any(column.name in row for row in rows)
    }
    columns = ", ".join(f'"{column}" {kind}' for column, kind in kinds.items())
    con.execute(f'CREATE TABLE "{name}" ({columns}, source VARCHAR)')
    row_marks = f"({', '.join('?' * (len(kinds) + 1))})"
    values = [value for row in rows for value in (*(row.get(column) for column in kinds), f"{name}.csv")]
    con.execute(f'INSERT INTO "{name}" VALUES {", ".join([row_marks] * len(rows))}', values)

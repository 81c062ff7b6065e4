"""A snapshot's file, attached read-only: what may be used of it, and how it is read."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from uuid import uuid4

import duckdb
import pandas as pd

from data import sql

ATTACHED = "warehouse"
BATCH = 1_000


class QueryTimeout(TimeoutError):  # noqa: N818
    """A question took longer than allowed and was stopped."""


@dataclass(frozen=True)
class Limits:
    """What one open snapshot may use: DuckDB's memory and threads, and the seconds a question may take."""

    memory: str = "128MB"
    threads: int = 1
    seconds: float = 10.0


def connect(path: Path, limits: Limits) -> duckdb.DuckDBPyConnection:
    """Open a snapshot's file read-only, within its limits and without access to any other file."""
    spill = Path(tempfile.gettempdir()) / f"novamart-{uuid4().hex}"
    # A file that is attached, not connected to, has an instance of its own: limits and closing are not shared.
    connection = duckdb.connect(
        config={"memory_limit": limits.memory, "threads": limits.threads, "temp_directory": str(spill)}
    )
    connection.execute(f"ATTACH {sql.literal(str(path))} AS {ATTACHED} (READ_ONLY)")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def run(connection: duckdb.DuckDBPyConnection, seconds: float, statement: sql.Clause) -> pd.DataFrame:
    """The answer to a statement; raises QueryTimeout after so many seconds."""
    with closing(cursor_of(connection)) as cursor, _bounded(cursor, seconds):
        return cursor.execute(statement.text, statement.values).df()


def stream(connection: duckdb.DuckDBPyConnection, seconds: float, statement: str) -> Iterator[Sequence[object]]:
    """The names of the columns, then the rows as they are taken; raises QueryTimeout after so many seconds."""
    with closing(cursor_of(connection)) as cursor, _bounded(cursor, seconds):
        found = cursor.execute(statement)
        yield [name for name, *_ in found.description or ()]
        while rows := found.fetchmany(BATCH):
            yield from rows


@contextmanager
def _bounded(cursor: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[None]:
    """Stop what the cursor does after so many seconds; raises QueryTimeout then."""
    timer = Timer(seconds, _interrupt, [cursor])
    timer.daemon = True
    timer.start()
    try:
        yield
    except duckdb.InterruptException:
        raise QueryTimeout(f"stopped after {seconds:g} seconds") from None
    finally:
        timer.cancel()


def cursor_of(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """A cursor of its own for each call: threads that share one fail."""
    cursor = connection.cursor()
    cursor.execute(f"USE {ATTACHED}")
    return cursor


def _interrupt(cursor: duckdb.DuckDBPyConnection) -> None:
    with suppress(duckdb.Error):
        cursor.interrupt()

"""What tests of data share."""

import os

import duckdb
import pytest


@pytest.fixture
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that says nothing."""
    for name in [name for name in os.environ if name.startswith("NOVAMART_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def con() -> duckdb.DuckDBPyConnection:
    """A database in memory."""
    return duckdb.connect()

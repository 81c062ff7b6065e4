"""What tests of data share."""

import os
from pathlib import Path

import duckdb
import pytest

from settings import Settings
from tests.data.one_file import HEADING, ROW


@pytest.fixture
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that says nothing."""
    for name in [name for name in os.environ if name.startswith("NOVAMART_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def con() -> duckdb.DuckDBPyConnection:
    """A database in memory."""
    return duckdb.connect()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings for a folder with one campaign file of one row."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "campaigns.csv").write_text(HEADING + ROW)
    return Settings(data=folder, state=tmp_path / "state")

"""What tests of data share."""

import os
from pathlib import Path

import duckdb
import pytest

from data.snapshot import Snapshot
from settings import Settings
from tests.data.customers import CUSTOMERS
from tests.data.one_file import HEADING, ROW
from tests.data.publishing import published


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


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """400 random customers."""
    return published(tmp_path_factory.mktemp("state"), customer_data=CUSTOMERS)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """Five customers whose figures are worked out by hand, and two journeys on two days."""
    figures = ("age", "income", "lifetime_value")
    people = [
        ("a", "North", True, (20, "100.25", "-0.01")),
        ("b", "North", True, (29, "200.25", "10")),
        ("c", "North", False, (30, "300.25", "20")),
        ("d", "South", False, (31, None, "30")),
        ("e", None, False, (None, "900.25", None)),
    ]
    rows: list[dict[str, object]] = [
        {"customer_id": name, "region": region, "is_churned": gone, **dict(zip(figures, told, strict=True))}
        for name, region, gone, told in people
    ]
    touches: list[dict[str, object]] = [
        {"journey_id": "1", "touched_at": "2024-01-01 23:59:59", "channel": "Email", "value": "5", "converted": True},
        {"journey_id": "2", "touched_at": "2024-01-02 00:00:00", "channel": "Email", "value": "7", "converted": False},
    ]
    return published(tmp_path_factory.mktemp("state"), customer_data=rows, journeys=touches)

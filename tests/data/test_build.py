from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data.build import Workshop, build, stage
from tests.data.publishing import CAMPAIGN_ROWS, filling

LOADED_AT = datetime(2024, 3, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file built from the campaign rows."""
    workshop = Workshop(tmp_path_factory.mktemp("it's here"))
    return build(workshop, stage(workshop, filling({"campaign_performance": CAMPAIGN_ROWS[::-1]})), LOADED_AT)


def answers(built: Path, question: str) -> list[Any]:
    with duckdb.connect(str(built), read_only=True) as con:
        return con.execute(question).fetchall()


def test_the_file_is_whole_without_its_neighbours(built: Path) -> None:
    moved = built.rename(built.parent / "elsewhere.duckdb")
    assert answers(moved, "SELECT count(*) FROM campaign_performance") == [(4,)]
    moved.rename(built)
    assert not built.with_name("warehouse.duckdb.wal").exists()


def test_words_are_enums_money_is_decimal_and_days_are_sorted(built: Path) -> None:
    kinds = dict(
        answers(built, "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name LIKE '%formance'")
    )
    assert kinds["channel"] == "ENUM('Direct', 'Email')"
    assert kinds["campaign_id"] == "ENUM('A', 'B')"
    assert kinds["spend"] == "DECIMAL(18,4)"
    assert "source" not in kinds
    days = [day for (day,) in answers(built, "SELECT date FROM campaign_performance")]
    assert days == sorted(days)
    assert len(set(days)) == 2


def test_each_row_says_what_it_reports(built: Path) -> None:
    found = answers(built, "SELECT spend IS NULL, reported FROM campaign_performance ORDER BY ALL")
    assert found == [(False, 31), (False, 31), (False, 31), (True, 23)]


def test_it_is_built_within_its_memory(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path, memory="64MB")
    with workshop.connect("any") as con:
        limit, spill = con.execute(
            "SELECT current_setting('memory_limit'), current_setting('temp_directory')"
        ).fetchall()[0]
    assert limit == "61.0 MiB"
    assert Path(spill).is_relative_to(tmp_path)

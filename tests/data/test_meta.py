from datetime import UTC, date, datetime

import duckdb
import pytest

from data.meta import Meta, TableFacts, layout, read, write
from data.rollups import Relation

DATED = TableFacts(7, date(2024, 1, 1), date(2024, 2, 29), "INR", ("a.csv", "b, c.csv"), None)
DERIVED = TableFacts(7, None, None, "USD", (), "ad_performance")


def test_what_is_written_is_read() -> None:
    written = Meta(
        datetime(2024, 3, 1, 12, 30, 15, 123456, tzinfo=UTC),
        layout(),
        {"campaign_performance": DATED, "ad_performance": DERIVED},
        {
            "campaign_performance": (
                Relation("rollup", frozenset({"date", "channel"}), 3),
                Relation("sample", frozenset({"date"}), 2, sample=True),
            ),
            "ad_performance": (),
        },
    )
    with duckdb.connect() as con:
        write(con, written)
        assert read(con) == written


def test_a_database_without_meta_tables_is_an_error() -> None:
    with duckdb.connect() as con, pytest.raises(duckdb.Error):
        read(con)


def test_another_declaration_is_another_layout(monkeypatch: pytest.MonkeyPatch) -> None:
    before = layout()
    monkeypatch.setattr("data.meta.ROLLUPS", ())
    assert layout() != before

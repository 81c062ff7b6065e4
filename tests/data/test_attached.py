from pathlib import Path

import duckdb
import pytest

from data import pointer
from data.attached import Limits, QueryTimeout, connect, run, stream
from data.sql import Clause
from tests.data.publishing import CAMPAIGN_ROWS, publish_rows

ENDLESS = "SELECT count(*) FROM range(100000000000) AS a(i), range(100) AS b(j) WHERE i % 7 = j"


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    state = tmp_path_factory.mktemp("attached")
    version = publish_rows(state, campaign_performance=CAMPAIGN_ROWS)
    return connect(pointer.path(state, version), Limits())


def test_rows_come_behind_the_names_of_their_columns(connection: duckdb.DuckDBPyConnection) -> None:
    rows = stream(connection, 10, "SELECT region, clicks FROM campaign_performance ORDER BY clicks LIMIT 2")
    assert [list(row) for row in rows] == [["region", "clicks"], ["North", 4], ["South", 5]]


@pytest.mark.parametrize("read", [lambda *given: list(stream(*given)), lambda c, s, t: run(c, s, Clause(t))])
def test_what_takes_too_long_is_stopped(connection: duckdb.DuckDBPyConnection, read: object) -> None:
    assert callable(read)
    with pytest.raises(QueryTimeout, match=r"stopped after 0\.05 seconds"):
        read(connection, 0.05, ENDLESS)
    assert run(connection, 10, Clause("SELECT 1 AS one"))["one"].tolist() == [1]


def test_no_other_file_can_be_reached_nor_anything_written(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    for statement in ("SELECT * FROM read_text('/etc/hostname')", "DELETE FROM campaign_performance"):
        with pytest.raises(duckdb.Error):
            list(stream(connection, 10, statement))

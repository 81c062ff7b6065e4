from dataclasses import replace
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from data import pointer
from data.store import Store
from data.trained import FRAMES, Shelf, read, write
from tests.data.leads import plain, trained
from tests.data.publishing import CAMPAIGN_ROWS, publish_rows, published


def opened(file: Path) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(str(file), read_only=True)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    write(tmp_path / "kept", trained())
    found = Shelf(tmp_path / "kept", opened).newest
    assert found is not None
    assert found.about == trained().about
    for name in FRAMES:
        pd.testing.assert_frame_equal(plain(getattr(found, name)), getattr(trained(), name), check_dtype=False)


def test_all_that_is_kept_is_one_file_of_plain_columns(tmp_path: Path) -> None:
    write(tmp_path / "kept", trained())
    assert [file.name for file in tmp_path.iterdir()] == ["kept"]
    with opened(tmp_path / "kept") as con:
        kinds = con.execute("SELECT data_type FROM duckdb_columns() WHERE NOT internal").fetchall()
    assert {kind.partition("(")[0] for (kind,) in kinds} == {"ENUM", "DOUBLE", "BIGINT", "INTEGER", "TIMESTAMP"}


def test_each_word_is_held_once(tmp_path: Path) -> None:
    many = pd.DataFrame({"lead_id": [f"LEAD_{place % 100}" for place in range(30_000)]})
    write(tmp_path / "kept", replace(trained(), scores=many))
    found = Shelf(tmp_path / "kept", opened).newest
    assert found is not None
    assert found.scores.memory_usage(deep=True).sum() < 150_000 < many.memory_usage(deep=True).sum()


def test_what_another_release_wrote_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "kept", trained())
    monkeypatch.setattr("data.trained.FORMAT", 0)
    with opened(tmp_path / "kept") as con:
        assert read(con) is None


def test_a_snapshot_that_nothing_was_trained_on_says_so(tmp_path: Path) -> None:
    assert published(tmp_path, campaign_performance=CAMPAIGN_ROWS).trained is None


def test_an_open_snapshot_reads_what_is_trained_and_trained_again(tmp_path: Path) -> None:
    snapshot = published(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    for score in (0.25, 0.75):
        write(tmp_path / "built", trained(score))
        pointer.settle(tmp_path / "built", pointer.trained(tmp_path, snapshot.version))
        found = snapshot.trained
        assert found is not None
        assert found.scores["predicted_probability"].to_list() == [score, 0.1]
    assert snapshot.trained is found


def test_a_damaged_file_is_as_good_as_none_and_is_logged_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    snapshot = published(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    pointer.trained(tmp_path, snapshot.version).write_bytes(b"not a database" * 1000)
    assert (snapshot.trained, snapshot.trained) == (None, None)
    assert [record.message[:36] for record in caplog.records] == ["What was trained cannot be read: IO "]


def test_what_was_trained_on_one_version_is_not_shown_with_another(tmp_path: Path) -> None:
    old = published(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    write(pointer.trained(tmp_path, old.version), trained())
    new = Store(tmp_path).snapshot(publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS[:2]))
    assert (old.trained is None, new.trained) == (False, None)


def test_what_was_trained_is_swept_with_its_version_and_stays_with_who_has_it_open(tmp_path: Path) -> None:
    first = published(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    write(pointer.trained(tmp_path, first.version), trained())
    shown, versions = first.trained, [first.version]
    for rows in (1, 2):
        versions.append(publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS[:rows]))
        write(pointer.trained(tmp_path, versions[-1]), trained())
    assert [pointer.trained(tmp_path, version).exists() for version in versions] == [False, True, True]
    assert first.trained is shown is not None

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.job_status import STATUS, Log, read, written


def test_what_is_told_is_read(tmp_path: Path) -> None:
    before = datetime.now(UTC)
    log = Log(tmp_path, "count")
    log.tell("half way", 1, 2)
    found = read(tmp_path)
    assert found is not None
    assert (found.command, found.running, found.doing, found.done, found.of) == ("count", True, "half way", 1, 2)
    assert before <= found.started <= datetime.now(UTC)
    assert abs((written(tmp_path) - before).total_seconds()) < 60


def test_what_came_of_it_keeps_how_far_it_was(tmp_path: Path) -> None:
    log = Log(tmp_path, "count")
    log.tell("half way", 1, 2)
    log.end(error="the counter broke")
    found = read(tmp_path)
    assert found is not None
    assert (found.running, found.done, found.result, found.error) == (False, 1, "", "the counter broke")


def test_one_file_is_written_and_never_in_part(tmp_path: Path) -> None:
    Log(tmp_path, "count").tell("", 1, 2)
    assert [file.name for file in tmp_path.iterdir()] == [STATUS]


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"command": "x", "started": 5, "ended": null}', "\udcff"])
def test_a_status_that_cannot_be_read_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / STATUS).write_bytes(text.encode(errors="surrogateescape"))
    assert read(tmp_path) is None


def test_a_status_of_another_release_is_none(tmp_path: Path) -> None:
    Log(tmp_path, "count").end("done")
    told = json.loads((tmp_path / STATUS).read_text())
    (tmp_path / STATUS).write_text(json.dumps(told | {"mood": "fine"}))
    assert read(tmp_path) is None

import io
from pathlib import Path
from unittest.mock import patch

import pytest

from callbacks.upload_actions import OFF, act
from data import jobs
from data.jobs import Busy
from data.uploads import uploads
from tests.callbacks.opening import context_of


def bring(state: Path, name: str = "a.csv") -> None:
    uploads(context_of(state).settings).receive(name, 1, io.BytesIO(b"x"))


@pytest.mark.parametrize(
    ("verb", "command"), [("arrived", "preview"), ("check", "preview"), ("publish", "accept"), ("back", "rollback")]
)
def test_each_button_starts_its_job(tmp_path: Path, verb: str, command: str) -> None:
    bring(tmp_path)
    with patch.object(jobs, "start") as start:
        assert act(context_of(tmp_path, uploads=True), f"{verb}\n\n\n1") == ""
    start.assert_called_once_with([command], tmp_path)


@pytest.mark.parametrize("verb", ["arrived", "check", "discard", "remove\na.csv", "say\na.csv"])
def test_where_nothing_waits_nothing_is_started(tmp_path: Path, verb: str) -> None:
    with patch.object(jobs, "start") as start:
        assert act(context_of(tmp_path, uploads=True), verb) == ""
    start.assert_not_called()


def test_what_is_in_the_way_is_told_to_whoever_asked_and_not_where_the_clock_asks_again(tmp_path: Path) -> None:
    bring(tmp_path)
    context = context_of(tmp_path, uploads=True)
    with patch.object(jobs, "start", side_effect=Busy("another job is running")):
        assert act(context, "publish\n\n\n1") == "Another job is running."
        assert act(context, "arrived\n\n\n1") == ""


def test_where_it_is_off_nothing_is_done(tmp_path: Path) -> None:
    bring(tmp_path)
    with patch.object(jobs, "start") as start:
        assert {act(context_of(tmp_path), f"{verb}\na.csv\n\n1") for verb in ("publish", "remove", "discard")} == {OFF}
    start.assert_not_called()
    assert uploads(context_of(tmp_path).settings).held().staged

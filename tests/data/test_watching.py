import os
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from data import jobs, pointer
from data.watching import Watch, seen
from settings import Settings
from tests.data.writing import campaign, write

PATIENCE = 60.0


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings for a folder with one campaign file."""
    folder = tmp_path / "mine"
    folder.mkdir()
    write(folder / "a.csv", campaign({}))
    return Settings(data=folder, state=tmp_path / "state")


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """The jobs that were started, of which none runs."""
    found: list[Sequence[str]] = []
    monkeypatch.setattr("data.jobs.start", lambda command, state: found.append(command))
    return found


def folder(settings: Settings) -> Path:
    assert settings.data
    return settings.data


def test_a_job_is_started_once_for_files_that_stay_as_they_are(
    settings: Settings, started: list[Sequence[str]]
) -> None:
    watch = Watch(settings)
    assert [watch.look() for _ in range(4)] == [False, True, False, False]
    assert started == [["ensure"]]


def test_a_file_that_still_grows_is_waited_for(settings: Settings, started: list[Sequence[str]]) -> None:
    watch = Watch(settings)
    [watch.look() for _ in range(2)]
    growing = folder(settings) / "b.csv"
    for size in range(3):
        growing.write_text("x" * size)
        assert not watch.look()
    assert [watch.look() for _ in range(3)] == [True, False, False]
    assert len(started) == 2


@pytest.mark.parametrize("name", ["a.csv", "dataset.toml", "north/a.csv"])
def test_content_time_and_removal_of_a_file_are_changes(name: str, settings: Settings) -> None:
    file = folder(settings) / name
    file.parent.mkdir(exist_ok=True)
    looks = [seen(folder(settings))]
    file.write_text("longer than it was " * 100)
    looks.append(seen(folder(settings)))
    os.utime(file, (0, 0))
    looks.append(seen(folder(settings)))
    file.unlink()
    looks.append(seen(folder(settings)))
    assert all(one != other for one, other in pairwise(looks))
    assert seen(folder(settings)) == looks[-1]


def test_while_another_job_runs_the_next_look_tries_again(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([jobs.Busy("another"), OSError(28, "disk full"), None])

    def start(command: Sequence[str], state: Path) -> None:
        if answer := next(answers):
            raise answer

    monkeypatch.setattr("data.jobs.start", start)
    watch = Watch(settings)
    assert [watch.look() for _ in range(5)] == [False, False, False, True, False]


def test_what_changes_is_published_and_what_is_broken_leaves_the_old_version(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOVAMART_DATA", str(settings.data))
    watch = Watch(settings)
    first = published(watch)
    assert pointer.refused(settings.state) is None
    write(folder(settings) / "a.csv", campaign({"clicks": "many"}))
    assert published(watch) == first
    assert "1 of 1 rows would be lost" in str(pointer.refused(settings.state))
    write(folder(settings) / "a.csv", campaign({"clicks": "7"}))
    assert published(watch) != first
    assert pointer.refused(settings.state) is None


def published(watch: Watch) -> str | None:
    """The version in force when the job has ended that a look starts once the one before has left its place."""
    state = watch.settings.state
    wait_for(watch.look)
    wait_for(lambda: (status := jobs.status(state)) is not None and not status.running)
    return pointer.current(state)


def wait_for(reached: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not reached():
        assert time.monotonic() < deadline
        time.sleep(0.05)

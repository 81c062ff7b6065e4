import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from signal import SIGKILL, SIGTERM, Signals
from threading import Event, Thread, Timer

import psutil  # type: ignore[import-untyped]
import pytest

from data import jobs
from data.jobs import Busy, Refused, Status, Tell, run, start, status

PATIENCE = 60.0
SLEEPER = """
import sys, time
from pathlib import Path
from data.jobs import run
def work(tell):
    tell("counting sheep", 3, 10)
    print("asleep", flush=True)
    time.sleep(600)
    return "awake"
run("sleep", Path(sys.argv[1]), work)
"""


@pytest.fixture
def sleeper(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A job of another process, which is at work on the state in tmp_path."""
    command = [sys.executable, "-c", SLEEPER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "asleep\n"
        yield process
        process.kill()


def now(state: Path) -> Status:
    found = status(state)
    assert found is not None
    return found


def ended(state: Path) -> Status:
    deadline = time.monotonic() + PATIENCE
    while now(state).running and time.monotonic() < deadline:
        time.sleep(0.05)
    return now(state)


def refuse(tell: Tell) -> str:
    raise Refused("there is nothing to work on")


def break_down(tell: Tell) -> str:
    raise ZeroDivisionError("a detail for the log")


def interrupted(tell: Tell) -> str:
    raise KeyboardInterrupt


def test_where_no_job_was_there_is_no_status(tmp_path: Path) -> None:
    assert status(tmp_path / "absent") is None


def test_a_job_says_what_it_does_and_what_came_of_it(tmp_path: Path) -> None:
    seen = []

    def work(tell: Tell) -> str:
        seen.append(now(tmp_path))
        tell("half way", 1, 2)
        seen.append(now(tmp_path))
        return "42 leads"

    assert run("count", tmp_path / ".", work) == "42 leads"
    begun, half = seen
    assert (begun.command, begun.running, begun.done, begun.of) == ("count", True, 0, 0)
    assert (half.running, half.doing, half.done, half.of, half.started) == (True, "half way", 1, 2, begun.started)
    after = now(tmp_path)
    assert (after.running, after.result, after.error, after.done) == (False, "42 leads", "", 1)
    assert after.ended is not None
    assert after.ended >= after.started


@pytest.mark.parametrize(
    ("work", "error", "says"),
    [
        (refuse, Refused, "there is nothing to work on"),
        (break_down, ZeroDivisionError, "It failed unexpectedly; the log of the server says why."),
        (interrupted, KeyboardInterrupt, "It was stopped before it was done."),
    ],
)
def test_a_job_that_fails_says_so_in_words_for_readers(
    work: Callable[[Tell], str], error: type[BaseException], says: str, tmp_path: Path
) -> None:
    with pytest.raises(error):
        run("fail", tmp_path, work)
    assert (now(tmp_path).running, now(tmp_path).result, now(tmp_path).error) == (False, "", says)
    assert run("next", tmp_path, lambda tell: "done") == "done"


def test_there_is_one_job_at_a_time(tmp_path: Path) -> None:
    def work(tell: Tell) -> str:
        with pytest.raises(Busy, match="another job is running"):
            run("second", tmp_path, lambda tell: "done")
        with pytest.raises(Busy):
            start(["list"], tmp_path)
        return now(tmp_path).command

    assert run("first", tmp_path, work) == "first"


def test_a_job_that_waits_begins_when_the_one_before_has_ended(tmp_path: Path) -> None:
    order: list[str] = []
    behind = Thread(target=run, args=("second", tmp_path, lambda tell: order.append("second")), kwargs={"wait": True})

    def work(tell: Tell) -> str:
        behind.start()
        behind.join(0.2)
        assert behind.is_alive()
        assert now(tmp_path).command == "first"
        order.append("first")
        return "done"

    run("first", tmp_path, work)
    behind.join(PATIENCE)
    assert order == ["first", "second"]


def test_a_job_that_has_said_its_last_word_may_take_its_time_to_go(tmp_path: Path) -> None:
    run("count", tmp_path, lambda tell: "1")
    with (tmp_path / jobs.PLACE).open() as place:
        fcntl.flock(place, fcntl.LOCK_EX)
        gone = Timer(0.3, lambda: fcntl.flock(place, fcntl.LOCK_UN))
        gone.start()
        assert run("count", tmp_path, lambda tell: "2") == "2"
        gone.join()


def test_the_job_of_another_process_is_seen_and_excludes_others(sleeper: subprocess.Popen[str], tmp_path: Path) -> None:
    assert (now(tmp_path).running, now(tmp_path).doing, now(tmp_path).done) == (True, "counting sheep", 3)
    with pytest.raises(Busy):
        run("second", tmp_path, lambda tell: "done")


@pytest.mark.parametrize("signal", [SIGKILL, SIGTERM])
def test_a_job_that_is_killed_has_ended_and_the_next_may_begin(
    signal: Signals, sleeper: subprocess.Popen[str], tmp_path: Path
) -> None:
    sleeper.send_signal(signal)
    sleeper.wait()
    dead = now(tmp_path)
    assert (dead.running, dead.error) == (False, "It was stopped before it was done.")
    assert (dead.doing, dead.done, dead.of) == ("counting sheep", 3, 10)
    assert dead.ended is not None
    assert dead.ended >= dead.started
    assert run("next", tmp_path, lambda tell: "done") == "done"
    assert now(tmp_path).error == ""


def test_readers_that_look_all_the_time_neither_err_nor_stand_in_the_way(tmp_path: Path) -> None:
    stop, errors = Event(), []

    def look() -> None:
        while not stop.is_set():
            found = status(tmp_path)
            errors.extend([found.error] if found and found.error else [])

    readers = [Thread(target=look) for _ in range(2)]
    for reader in readers:
        reader.start()
    for number in range(100):
        run("quick", tmp_path, lambda tell, number=number: tell("counting", number, 100) or str(number))  # type: ignore[misc]
    stop.set()
    for reader in readers:
        reader.join()
    assert errors == []
    assert now(tmp_path).result == "99"


def test_a_job_started_beside_the_server_is_under_way_at_once_behind_it_and_in_a_group_of_its_own(
    tmp_path: Path,
) -> None:
    before = set(psutil.Process().children())
    start(["train"], tmp_path)
    assert (now(tmp_path).command, now(tmp_path).running) == ("train", True)
    (process,) = set(psutil.Process().children()) - before
    assert process.nice() == max(jobs.NICENESS, os.nice(0))
    assert os.getpgid(process.pid) == process.pid != os.getpgid(0)
    with pytest.raises(Busy):
        start(["train"], tmp_path)
    assert ended(tmp_path).error == "no data is published yet"
    psutil.wait_procs([process], timeout=PATIENCE)
    assert set(psutil.Process().children()) <= before


def test_a_command_that_ends_without_a_word_has_ended(tmp_path: Path) -> None:
    start(["list"], tmp_path)
    assert ended(tmp_path).error == "It was stopped before it was done."

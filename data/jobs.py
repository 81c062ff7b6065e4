"""Work that takes minutes: one process at a time, beside the web workers, that writes down how far it is."""

import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import TextIO, TypeVar

from data.job_status import Log, Status, read, written

__all__ = ["Busy", "Refused", "Status", "Tell", "claimed", "run", "silent", "start", "status"]

PLACE, LIFE = "job.lock", "job.life"
CLAIMED = "NOVAMART_JOB_CLAIMED"
ROOT = Path(__file__).parent.parent
NICENESS = 10
LEAVING_SECONDS, LOOK_SECONDS = 10.0, 0.05
STOPPED = "It was stopped before it was done."
FAILED = "It failed unexpectedly; the log of the server says why."

Tell = Callable[[str, int, int], None]
Result = TypeVar("Result")


class Refused(RuntimeError):  # noqa: N818
    """Work that cannot be done, for a reason that a reader can act on."""


class Busy(Refused):
    """Another job is running."""


def start(command: Sequence[str], state: Path) -> None:
    """Start `python -m data COMMAND` on that state as a process of its own, behind the others in line for a core.

    It goes on when whoever started it ends, and its own words are in the status, not on the screen. Raises Busy.
    """
    environment = {**os.environ, "NOVAMART_STATE": str(state.resolve()), CLAIMED: "1"}
    with _place(state) as locks:
        Log(state, command[0])
        # The process inherits the locks: the place is taken at once, and free when it ends, however it does.
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "data", *command],
            cwd=ROOT,
            env=environment,
            pass_fds=locks,
            process_group=0,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
    niceness = max(NICENESS, os.getpriority(os.PRIO_PROCESS, process.pid))
    os.setpriority(os.PRIO_PROCESS, process.pid, niceness)
    Thread(target=process.wait, daemon=True).start()


def claimed() -> bool:
    """Whether this process was started as the job, so that its end is waited for."""
    return CLAIMED in os.environ


def silent(doing: str, done: int, of: int) -> None:
    """Tell nobody."""


def run(command: str, state: Path, work: Callable[[Tell], Result], *, wait: bool = False) -> Result:
    """Do the work as the one job: `work` tells what it does, how many steps are done and of how many, then its result.

    Behind another job it has to `wait`, or Busy is raised. Raises what `work` raises: the words of Refused are for
    readers, the status says no more of the rest.
    """
    with nullcontext() if claimed() else _place(state, wait):
        log = Log(state, command)
        try:
            result = work(log.tell)
        except BaseException as error:
            log.end(error=_plain(error))
            raise
        log.end(result=str(result))
        return result


def status(state: Path) -> Status | None:
    """What the last job is doing or came to; None where there was none. One whose process died has ended."""
    found = read(state)
    if found is None or not found.running or _alive(state):
        return found
    # It may have ended, or another begun, between the two looks.
    again = read(state)
    return replace(found, ended=written(state), error=STOPPED) if again == found else again


@contextmanager
def _place(state: Path, wait: bool = False) -> Iterator[tuple[int, int]]:
    """Take the only place for a job, and give the two locks it is held by: nobody waits for the second but a reader."""
    state.mkdir(parents=True, exist_ok=True)
    with (state / PLACE).open("w") as place, (state / LIFE).open("w") as life:
        if wait:
            fcntl.flock(place, fcntl.LOCK_EX)
        elif not any(_free(place) for _ in _while_leaving(state)):
            raise Busy("another job is running; try again when it is done")
        fcntl.flock(life, fcntl.LOCK_EX)
        yield place.fileno(), life.fileno()


def _free(place: TextIO) -> bool:
    try:
        fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _while_leaving(state: Path) -> Iterator[None]:
    """Once, and again while a job that has said its last word takes its time to go."""
    yield
    deadline = time.monotonic() + LEAVING_SECONDS
    while (last := read(state)) and not last.running and time.monotonic() < deadline:
        time.sleep(LOOK_SECONDS)
        yield


def _alive(state: Path) -> bool:
    try:
        with (state / LIFE).open() as life:
            fcntl.flock(life, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        return False
    return False


def _plain(error: BaseException) -> str:
    if isinstance(error, Refused):
        return str(error)
    return STOPPED if isinstance(error, KeyboardInterrupt) else FAILED

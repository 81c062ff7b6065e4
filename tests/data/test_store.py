import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import duckdb
import pytest

from data import pointer
from data.attached import Limits, connect
from data.pointer import NoSnapshot
from data.query import ROWS, Query
from data.store import Snapshot, Store
from data.tables.campaigns import CAMPAIGN
from tests.data.publishing import CAMPAIGN_ROWS, Rows, publish_rows, records

CLICKS = Query(CAMPAIGN.name, ("clicks", ROWS))
BY_REGION = Query(CAMPAIGN.name, ("clicks", ROWS), ("region",))
PATIENCE = 30.0


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def generation(number: int) -> Rows:
    """As many rows as the number, each with that many clicks."""
    return [CAMPAIGN_ROWS[row % 4] | {"clicks": number} for row in range(number)]


def publish(state: Path, number: int) -> str:
    return publish_rows(state, campaign_performance=generation(number))


def number_in(snapshot: Snapshot) -> int:
    """The generation a snapshot holds, by two questions that must agree."""
    (clicks, rows), parts = records(snapshot.ask(CLICKS))[0], snapshot.ask(BY_REGION)
    assert (
        (clicks, rows) == (parts["clicks"].sum(), parts[ROWS].sum()) == (snapshot.tables[CAMPAIGN.name].rows ** 2, rows)
    )
    return int(parts[ROWS].sum())


def eventually(happened: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + PATIENCE
    while not happened() and time.monotonic() < deadline:
        time.sleep(0.02)
    return happened()


def test_nothing_published_is_said_until_something_is(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with pytest.raises(NoSnapshot, match="nothing is published"):
        store.snapshot()
    with pytest.raises(NoSnapshot, match="nothing is published"):
        store.snapshot("20240101T000000000000-aaaaaaaaaaaaaaaa")
    publish(tmp_path, 1)
    assert number_in(store.snapshot()) == 1


def test_a_new_version_is_looked_for_each_second_and_opened_in_the_background(tmp_path: Path) -> None:
    clock = Clock()
    store = Store(tmp_path, clock=clock)
    first = publish(tmp_path, 1)
    assert [store.snapshot().version for _ in range(2)] == [first, first]
    second = publish(tmp_path, 2)
    clock.now += 0.9
    assert store.snapshot().version == first
    clock.now += 0.2
    assert eventually(lambda: store.snapshot().version == second)
    assert number_in(store.snapshot()) == 2


def test_a_page_keeps_the_version_it_names_while_that_is_kept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    first, second = publish(tmp_path, 1), publish(tmp_path, 2)
    assert store.snapshot().version == second
    assert [number_in(store.snapshot(version)) for version in (first, second, first, None)] == [1, 2, 1, 2]
    third, fourth = publish(tmp_path, 3), publish(tmp_path, 4)
    assert [store.snapshot(version).version for version in (third, fourth)] == [third, fourth]
    assert store.snapshot(first).version == fourth


def test_a_version_that_another_worker_moved_to_is_opened_when_it_is_named(tmp_path: Path) -> None:
    store = Store(tmp_path, clock=Clock())
    publish(tmp_path, 1)
    store.snapshot()
    second = publish(tmp_path, 2)
    assert store.snapshot(second).version == second
    assert store.snapshot().version == second


@pytest.mark.parametrize("version", ["", "no such version", "../../etc/passwd", "CURRENT", "\x00"])
def test_a_version_that_never_was_is_the_one_in_force(tmp_path: Path, version: str) -> None:
    present = publish(tmp_path, 1)
    assert Store(tmp_path).snapshot(version).version == present


def test_a_damaged_new_version_leaves_the_old_one_serving(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    clock = Clock()
    store = Store(tmp_path, clock=clock)
    first = publish(tmp_path, 1)
    store.snapshot()
    pointer.path(tmp_path, publish(tmp_path, 2)).write_bytes(b"damaged" * 10_000)
    clock.now += 2
    store.snapshot()
    assert eventually(lambda: "The version before goes on" in caplog.text)
    assert store.snapshot().version == first
    third = publish(tmp_path, 3)
    clock.now += 2
    assert eventually(lambda: store.snapshot().version == third)


def test_a_snapshot_answers_as_long_as_it_is_held_and_closes_then(tmp_path: Path) -> None:
    store = Store(tmp_path, clock=Clock())
    first = publish(tmp_path, 1)
    held = store.snapshot()
    for number in (2, 3, 4):
        store.snapshot(publish(tmp_path, number))
    assert not pointer.path(tmp_path, first).exists()
    assert held.version == first
    assert number_in(held) == 1
    assert first in open_files()
    del held
    assert first not in open_files()


def open_files() -> str:
    folder = Path("/proc/self/fd")
    if not folder.exists():
        pytest.skip("open files are only listed on Linux")
    return "\n".join(os.readlink(file) for file in folder.iterdir() if file.is_symlink())


def test_two_stores_in_one_process_do_not_disturb_each_other(tmp_path: Path) -> None:
    publish(tmp_path, 3)
    stores = [Store(tmp_path, memory_limit=limit, threads=threads) for limit, threads in (("64MB", 1), ("96MB", 2))]
    assert [number_in(store.snapshot()) for store in stores] == [3, 3]


def test_threads_may_share_a_store(tmp_path: Path) -> None:
    publish(tmp_path, 5)
    store = Store(tmp_path, cache_bytes=0)
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda _: number_in(store.snapshot()), range(40))) == [5] * 40


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "COPY campaign_performance TO 'out.csv'",
        "ATTACH 'other.duckdb'",
        "SET enable_external_access = true",
        "SET memory_limit = '10GB'",
        "DELETE FROM campaign_performance",
        "INSTALL httpfs",
    ],
)
def test_a_connection_reads_its_snapshot_and_nothing_else(tmp_path: Path, statement: str) -> None:
    path = pointer.path(tmp_path, publish(tmp_path, 1))
    with connect(path, Limits()) as con:
        con.execute("USE warehouse")
        assert con.execute("SELECT count(*) FROM campaign_performance").fetchall() == [(1,)]
        with pytest.raises(duckdb.Error):
            con.execute(statement)


def read_until(state: Path, last: int, seen: Connection) -> None:
    """Ask as two sections of one page do, until the last generation is reached; send what was seen, or the error."""
    store, versions, deadline = Store(state), dict[str, int](), time.monotonic() + PATIENCE
    while last not in versions.values() and time.monotonic() < deadline:
        snapshot = store.snapshot()
        same = store.snapshot(snapshot.version)
        number = number_in(snapshot)
        if (same.version, number_in(same), versions.setdefault(same.version, number)) != (
            snapshot.version,
            number,
            number,
        ):
            seen.send(f"mixed versions: {snapshot.version} and {same.version}")
            return
        seen.send(number)
    seen.send("done")


def test_two_processes_move_to_what_is_published_while_they_read(tmp_path: Path) -> None:
    publish(tmp_path, 1)
    spawn, last = get_context("spawn"), 4
    readers, processes = [], []
    for _ in range(2):
        reader, seen = spawn.Pipe(duplex=False)
        processes.append(spawn.Process(target=read_until, args=(tmp_path, last, seen), daemon=True))
        readers.append(reader)
        processes[-1].start()
        seen.close()
    started = [reader.recv() for reader in readers]
    for number in range(2, last + 1):
        publish(tmp_path, number)
    seen_by = [numbers_seen(reader) for reader in readers]
    for process in processes:
        process.join(PATIENCE)
    assert started == [1, 1]
    assert all(numbers == sorted(numbers) and numbers[-1] == last for numbers in seen_by)
    assert [process.exitcode for process in processes] == [0, 0]


def numbers_seen(reader: Connection) -> list[int]:
    numbers = list[int]()
    while (found := reader.recv()) != "done":
        assert isinstance(found, int), found
        numbers.append(found)
    return numbers

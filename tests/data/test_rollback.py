from pathlib import Path

import duckdb
import pytest

from data import pointer
from data.pointer import current, versions
from data.rollback import NothingBefore, roll_back
from data.store import Store
from data.warehouse import ensure, publish
from settings import Settings
from tests.data.one_file import HEADING, ROW, clicks, file_of


def test_the_version_before_comes_back_as_a_new_one_that_readers_move_to(settings: Settings) -> None:
    publish([file_of(settings)], settings)
    file_of(settings).write_text(HEADING + ROW.replace(",10,", ",99,"))
    store = Store(settings.state, clock=iter(range(1_000)).__next__)
    second = publish([file_of(settings)], settings).version
    assert store.snapshot().version == second
    third = roll_back(settings)
    assert (versions(settings.state), clicks(settings)) == ([second, third], [(10.0, 1.0)])
    assert roll_back(settings) > third
    assert clicks(settings) == [(99.0, 1.0)]


def test_a_start_keeps_what_was_rolled_back_until_files_change_or_are_published(settings: Settings) -> None:
    ensure(settings)
    file_of(settings).write_text(HEADING + ROW.replace(",10,", ",99,"))
    ensure(settings)
    back = roll_back(settings)
    assert ensure(settings) == back
    published = publish([settings.data or Path()], settings).version
    assert (ensure(settings), clicks(settings)) == (published, [(99.0, 1.0)])
    roll_back(settings)
    file_of(settings).write_text(HEADING + ROW.replace(",10,", ",50,"))
    ensure(settings)
    assert (clicks(settings), pointer.held(settings.state)) == ([(50.0, 1.0)], None)


def test_there_may_be_nothing_to_go_back_to(settings: Settings) -> None:
    for _ in range(2):
        with pytest.raises(NothingBefore):
            roll_back(settings)
        publish([file_of(settings)], settings)


def test_a_version_of_another_release_is_not_gone_back_to(settings: Settings) -> None:
    before = publish([file_of(settings)], settings).version
    file_of(settings).write_text(HEADING + ROW.replace(",10,", ",99,"))
    present = publish([file_of(settings)], settings).version
    with duckdb.connect(str(pointer.path(settings.state, before))) as con:
        con.execute("UPDATE meta_snapshot SET layout = 'of another release'")
    with pytest.raises(NothingBefore):
        roll_back(settings)
    pointer.path(settings.state, before).write_bytes(b"no snapshot")
    with pytest.raises(NothingBefore):
        roll_back(settings)
    assert (current(settings.state), clicks(settings)) == (present, [(99.0, 1.0)])

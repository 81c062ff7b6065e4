import fcntl
from pathlib import Path

import pytest

from data import pointer

FIRST, SECOND, THIRD, FOURTH = (f"20240101T00000000000{number}-{'a' * 16}" for number in range(1, 5))


def promote(state: Path, *versions: str) -> None:
    for version in versions:
        with pointer.exclusive(state) as scratch:
            (scratch / "built").write_text(version)
            pointer.promote(state, scratch / "built", version)


def test_an_empty_or_absent_folder_has_no_version(tmp_path: Path) -> None:
    assert pointer.current(tmp_path / "absent") is None
    assert pointer.versions(tmp_path) == []


def test_what_is_promoted_is_in_force_and_the_last_two_are_kept(tmp_path: Path) -> None:
    promote(tmp_path, FIRST, SECOND, THIRD)
    assert pointer.current(tmp_path) == THIRD
    assert pointer.versions(tmp_path) == [SECOND, THIRD]
    assert pointer.path(tmp_path, THIRD).read_text() == THIRD
    assert not pointer.path(tmp_path, FIRST).exists()


def test_a_file_that_was_renamed_but_never_pointed_to_is_not_a_version_and_is_swept(tmp_path: Path) -> None:
    promote(tmp_path, FIRST, SECOND)
    orphan = pointer.path(tmp_path, THIRD)
    orphan.write_text("killed before the pointer moved")
    assert pointer.versions(tmp_path) == [FIRST, SECOND]
    promote(tmp_path, FOURTH)
    assert pointer.versions(tmp_path) == [SECOND, FOURTH]
    assert not orphan.exists()


def test_what_was_trained_on_a_version_that_is_gone_is_swept(tmp_path: Path) -> None:
    promote(tmp_path, SECOND, THIRD)
    for version in (FIRST, SECOND, THIRD):
        pointer.trained(tmp_path, version).write_text(version)
    pointer.sweep(tmp_path)
    kept = [pointer.trained(tmp_path, version).exists() for version in (FIRST, SECOND, THIRD)]
    assert kept == [False, True, True]
    promote(tmp_path, FOURTH)
    assert not pointer.trained(tmp_path, SECOND).exists()


def test_what_a_killed_publisher_left_is_swept(tmp_path: Path) -> None:
    left = tmp_path / pointer.SCRATCH / "half.duckdb"
    left.parent.mkdir()
    left.write_text("half")
    with pointer.exclusive(tmp_path) as scratch:
        assert list(scratch.iterdir()) == []
    assert not left.parent.exists()


def test_sweeping_leaves_what_is_not_a_snapshot(tmp_path: Path) -> None:
    other = tmp_path / "warehouse-of-mine.duckdb"
    other.write_text("mine")
    promote(tmp_path, FIRST, SECOND, THIRD)
    assert other.read_text() == "mine"


@pytest.mark.parametrize("written", ["", "../../etc/passwd", FIRST, "é", "20240101T000000000001-" + "A" * 16])
def test_a_pointer_to_nothing_is_no_version(tmp_path: Path, written: str) -> None:
    (tmp_path / pointer.CURRENT).write_text(written)
    assert pointer.current(tmp_path) is None


def test_only_one_publisher_at_a_time(tmp_path: Path) -> None:
    with pointer.exclusive(tmp_path), (tmp_path / pointer.LOCK).open() as other, pytest.raises(BlockingIOError):
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_the_next_publisher_may_go_on_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="disk full"), pointer.exclusive(tmp_path):
        raise OSError("disk full")
    promote(tmp_path, FIRST)
    assert pointer.current(tmp_path) == FIRST


def test_what_was_rolled_back_is_remembered_until_it_is_forgotten(tmp_path: Path) -> None:
    assert pointer.held(tmp_path) is None
    pointer.hold(tmp_path, "a" * 16)
    assert pointer.held(tmp_path) == "a" * 16
    pointer.hold(tmp_path, None)
    pointer.hold(tmp_path, None)
    assert pointer.held(tmp_path) is None


def test_why_files_were_refused_is_remembered_until_it_is_forgotten(tmp_path: Path) -> None:
    assert pointer.refused(tmp_path) is None
    pointer.refuse(tmp_path, "a.csv: Größe?")
    assert pointer.refused(tmp_path) == "a.csv: Größe?"
    pointer.refuse(tmp_path, None)
    assert pointer.refused(tmp_path) is None

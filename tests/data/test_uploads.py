import io
import os
import shutil
from collections import namedtuple
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from data.arrivals import Incomplete, NoRoom, Refusal, TooMuch, WrongKind
from data.uploads import MOST_FILES, MOST_STAGED, Uploads, origin, uploads
from settings import MEGABYTE, Settings

Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def box(tmp_path: Path) -> Uploads:
    return Uploads(tmp_path / "uploads", MEGABYTE)


def put(box: Uploads, name: str = "a.csv", body: bytes = b"x") -> str:
    return box.receive(name, len(body), io.BytesIO(body))


def names(paths: tuple[Path, ...]) -> list[str]:
    return [path.name for path in paths]


def left(box: Uploads) -> list[str]:
    return [path.name for path in (box.folder / "arriving").iterdir()]


def test_where_nothing_was_brought_in_nothing_is_held(box: Uploads) -> None:
    held = box.held()
    assert (held.published, held.staged, held.changes) == ((), (), False)
    assert not box.folder.exists()


def test_a_file_is_staged_whole(box: Uploads) -> None:
    assert put(box, "shop.csv", b"1,2\n") == "shop.csv"
    assert names(box.held().staged) == ["shop.csv"]
    assert box.held().staged[0].read_bytes() == b"1,2\n"
    assert left(box) == []


def test_two_files_of_one_name_are_both_kept(box: Uploads) -> None:
    assert [put(box, "a.csv", body) for body in (b"1", b"2", b"3")] == ["a.csv", "a (2).csv", "a (3).csv"]
    assert sorted(path.read_bytes() for path in box.held().staged) == [b"1", b"2", b"3"]


def test_files_of_one_name_that_come_at_once_are_all_kept(box: Uploads) -> None:
    with ThreadPoolExecutor(8) as pool:
        kept = list(pool.map(lambda body: put(box, "a.csv", str(body).encode() * 999), range(20)))
    assert len(set(kept)) == 20 == len(box.held().staged)


def test_what_was_published_is_what_the_next_publishing_loads_again(box: Uploads) -> None:
    put(box, "a.csv")
    box.accept(box.held())
    assert (names(box.held().published), box.held().changes) == (["a.csv"], False)
    put(box, "b.csv")
    held = box.held()
    assert (names(held.staged), names(held.following), held.changes) == (["b.csv"], ["a.csv", "b.csv"], True)


def test_what_comes_while_publishing_stays_staged(box: Uploads) -> None:
    put(box, "a.csv")
    held = box.held()
    put(box, "b.csv")
    box.accept(held)
    assert (names(box.held().published), names(box.held().staged)) == (["a.csv"], ["b.csv"])


def test_a_published_file_leaves_with_the_next_publishing(box: Uploads) -> None:
    put(box, "a.csv")
    put(box, "b.csv")
    box.accept(box.held())
    box.remove("a.csv")
    held = box.held()
    assert (names(held.published), names(held.leaving), names(held.following)) == (
        ["a.csv", "b.csv"],
        ["a.csv"],
        ["b.csv"],
    )
    assert held.changes
    box.accept(held)
    assert not (box.folder / "files" / "a.csv").exists()
    assert names(box.held().published) == ["b.csv"]


def test_discarding_forgets_what_is_staged_and_keeps_what_was_to_leave(box: Uploads) -> None:
    put(box, "a.csv")
    box.accept(box.held())
    put(box, "b.csv")
    box.remove("a.csv")
    box.discard()
    held = box.held()
    assert (names(held.published), held.staged, held.changes) == (["a.csv"], (), False)


def test_one_staged_file_can_be_forgotten_alone(box: Uploads) -> None:
    put(box, "a.csv")
    put(box, "b.csv")
    box.remove("a.csv")
    assert names(box.held().following) == ["b.csv"]


@pytest.mark.parametrize("name", ["", "../../secret.csv", "/etc/passwd", "b.csv", "\x00", "published.json"])
def test_a_name_that_is_not_held_removes_nothing(box: Uploads, name: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.touch()
    put(box, "a.csv")
    box.remove(name)
    assert secret.exists()
    assert names(box.held().staged) == ["a.csv"]


def test_a_link_is_nobodys_upload(box: Uploads, tmp_path: Path) -> None:
    put(box, "a.csv")
    (tmp_path / "secret.csv").write_text("secret")
    (box.folder / "files" / "b.csv").symlink_to(tmp_path / "secret.csv")
    (box.folder / "files" / "c.csv").symlink_to(tmp_path / "absent.csv")
    (box.folder / "files" / "d.csv").mkdir()
    assert names(box.held().staged) == ["a.csv"]
    assert put(box, "c.csv") == "c (2).csv"
    assert not (tmp_path / "absent.csv").exists()


@pytest.mark.parametrize("said", ["", "[]", "{", '{"published": 5}', '{"published": ["../a.csv"], "leaving": ["a"]}'])
def test_a_broken_list_is_no_list(box: Uploads, said: str) -> None:
    put(box, "a.csv")
    (box.folder / "published.json").write_text(said)
    assert (box.held().published, names(box.held().staged)) == ((), ["a.csv"])


@pytest.mark.parametrize(
    ("name", "size", "kind"),
    [("a.csv", 0, Incomplete), ("a.csv", -1, Incomplete), ("a.csv", MEGABYTE + 1, TooMuch), ("a.exe", 1, WrongKind)],
)
def test_what_is_refused_beforehand_is_not_read(box: Uploads, name: str, size: int, kind: type[Refusal]) -> None:
    stream = io.BytesIO(b"x" * 2 * MEGABYTE)
    with pytest.raises(kind):
        box.receive(name, size, stream)
    assert stream.tell() == 0
    assert box.held().staged == ()


def test_of_a_file_that_is_cut_nothing_is_kept(box: Uploads) -> None:
    with pytest.raises(Incomplete):
        box.receive("a.csv", 100, io.BytesIO(b"x" * 99))
    assert (box.held().staged, left(box)) == ((), [])


def test_what_waits_is_bounded(box: Uploads) -> None:
    for _ in range(MOST_STAGED):
        put(box, "a.csv", b"x" * MEGABYTE)
    with pytest.raises(TooMuch, match="Publish or discard them first"):
        put(box)
    box.accept(box.held())
    put(box)


def test_the_number_of_files_is_bounded(box: Uploads) -> None:
    (box.folder / "files").mkdir(parents=True)
    for number in range(MOST_FILES):
        (box.folder / "files" / f"{number}.csv").touch()
    with pytest.raises(TooMuch):
        put(box)


def test_a_full_disk_is_told_before_anything_is_read(box: Uploads, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10, 8, 2))
    with pytest.raises(NoRoom):
        put(box)


@pytest.mark.parametrize("number", [28, 27, 122])
def test_a_disk_that_fills_on_the_way_leaves_nothing(
    box: Uploads, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NoRoom, match=os.strerror(number)):
        put(box)
    assert (box.held().staged, left(box)) == ((), [])


def test_the_data_is_what_is_named_and_what_was_brought_in(tmp_path: Path) -> None:
    settings = Settings(state=tmp_path, upload_mb=1)
    assert origin(settings) == []
    put(uploads(settings))
    assert origin(settings) == []
    uploads(settings).accept(uploads(settings).held())
    assert origin(settings) == [settings.uploaded / "a.csv"]
    assert origin(Settings(state=tmp_path, data=tmp_path)) == [tmp_path, settings.uploaded / "a.csv"]

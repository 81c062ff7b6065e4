import io
import os
from pathlib import Path

import pytest

from data.arrivals import CHUNK, FORGOTTEN_SECONDS, Incomplete, WrongKind, safe_name, write


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Campaign report (3).csv", "Campaign report (3).csv"),
        ("Anzeigen_März.CSV", "Anzeigen_März.CSV"),
        ("キャンペーン.xlsx", "キャンペーン.xlsx"),
        ("../../etc/cron.d/x.csv", "x.csv"),
        ("..\\..\\windows\\x.txt", "x.txt"),
        ("/etc/passwd.tsv", "passwd.tsv"),
        ("...hidden.csv", "hidden.csv"),
        ("-rf.csv", "rf.csv"),
        ("a\x00b\nc.csv", "a_b_c.csv"),
        ("<script>alert(1)</script>.csv", "script_.csv"),
        ("report*[1]?.csv", "report__1__.csv"),
        ("invoice\u202efdp.csv", "invoice_fdp.csv"),
        ("x" * 400 + ".csv", "x" * 150 + ".csv"),
        ("é" * 100 + ".csv", "é" * 75 + ".csv"),
    ],
)
def test_a_name_keeps_what_is_harmless(name: str, kept: str) -> None:
    assert safe_name(name) == kept


@pytest.mark.parametrize(
    "name", ["", ".", "..", ".csv", "csv", "a.exe", "a.csv.sh", "dataset.toml", "a.xls", "a.csv/", "\x00"]
)
def test_another_kind_of_file_is_not_taken(name: str) -> None:
    with pytest.raises(WrongKind, match=r"\.csv, \.tsv, \.txt or \.xlsx"):
        safe_name(name)


@pytest.mark.parametrize("size", [1, CHUNK - 1, CHUNK, CHUNK + 1])
def test_what_comes_is_written_and_no_more_than_was_said(size: int, tmp_path: Path) -> None:
    stream = io.BytesIO(os.urandom(size + 5))
    write(tmp_path / "arriving" / "a", size, stream)
    assert (tmp_path / "arriving" / "a").read_bytes() == stream.getvalue()[:size]


def test_a_file_is_read_in_pieces(tmp_path: Path) -> None:
    asked: list[int] = []

    class Sender(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            asked.append(size or 0)
            return super().read(min(size or 0, 1000))

    write(tmp_path / "a", 2500, Sender(b"x" * 2500))
    assert asked == [2500, 1500, 500]


class Lost(io.BytesIO):
    def read(self, size: int | None = -1, /) -> bytes:
        raise ConnectionResetError


@pytest.mark.parametrize("stream", [io.BytesIO(b"half"), Lost()])
def test_less_than_was_said_is_told(stream: io.BytesIO, tmp_path: Path) -> None:
    with pytest.raises(Incomplete):
        write(tmp_path / "a", 8, stream)


def test_what_a_killed_worker_left_is_swept_after_a_while(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for path in (old, new):
        path.touch()
    os.utime(old, (0, old.stat().st_mtime - FORGOTTEN_SECONDS - 1))
    write(tmp_path / "a", 1, io.BytesIO(b"x"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "new"]

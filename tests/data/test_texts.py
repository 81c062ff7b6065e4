from pathlib import Path

import pytest

from data.problem import Unusable
from data.texts import opened

LINES = "Kampagne,Käufe\nÄpfel,1\nBirnen,2\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inner = tmp_path / "copies"
    inner.mkdir()
    return inner


@pytest.mark.parametrize(
    ("encoding", "decision"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", "text: UTF-16"),
        ("utf-16-le", "text: UTF-16"),
        ("utf-16-be", "text: UTF-16"),
        ("latin-1", "text: Windows-1252 (Latin-1)"),
    ],
)
def test_every_usual_encoding_gives_the_same_lines(encoding: str, decision: str, folder: Path) -> None:
    path = folder.parent / "a.csv"
    path.write_bytes(LINES.encode(encoding))
    text = opened(path, folder)
    assert text.path.read_text("utf-8-sig") == LINES
    assert (text.lines, text.decision) == (3, decision)
    assert (text.path == path) == encoding.startswith("utf-8")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "an empty file"),
        (b"\xef\xbb\xbf \n", "an empty file"),
        (b"PK\x03\x04...", "a zip archive that is damaged, locked or not a workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Excel workbook (save it as .xlsx)"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"%PDF-1.7", "a PDF document"),
        (b"\n <!DOCTYPE html>", "an HTML or XML page"),
        (b"a,b\n\x81,1\n", "bytes that are none of them"),
    ],
)
def test_what_is_no_text_is_named(content: bytes, found: str, folder: Path) -> None:
    path = folder.parent / "a.csv"
    path.write_bytes(content)
    with pytest.raises(Unusable) as refused:
        opened(path, folder)
    assert refused.value.problem.found == found


@pytest.mark.parametrize(
    ("content", "line", "found"),
    [
        (b"a,b\n1,2\n\x00,4\n", 3, "a NUL byte, as in a binary or damaged file"),
        ("a,é\n1,2\n".encode() + b"caf\xe9,4\n", 3, "the byte 0xE9"),
        (b"a,b\n1," + b"2" * 1_000_001, 2, "a longer one"),
        ("é,b\n".encode() + b"1,2\n" * 600_000 + b"1,\xff\n", 600_002, "the byte 0xFF"),
    ],
)
def test_damage_is_refused_with_its_line(content: bytes, line: int, found: str, folder: Path) -> None:
    path = folder.parent / "a.csv"
    path.write_bytes(content)
    with pytest.raises(Unusable) as refused:
        opened(path, folder)
    assert (refused.value.problem.line, refused.value.problem.found) == (line, found)


def test_missing_files_and_folders_are_refused(folder: Path) -> None:
    with pytest.raises(Unusable, match="no such file"):
        opened(folder / "no.csv", folder)
    with pytest.raises(Unusable, match="something else"):
        opened(folder, folder)

from pathlib import Path

import pytest

from data.heading import Heading, heading
from data.report import Unusable
from tests.data.writing import write


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\n", Heading(("a", "b"), ",", 1)),
        ("\ufeffa;b;c,d\n1;2;3\n", Heading(("a", "b", "c,d"), ";", 1)),
        ("a\tb\n", Heading(("a", "b"), "\t", 1)),
        ("\n\n,a\n", Heading(("", "a"), ",", 3)),
        ('"a\nb",c\n1,2\n', Heading(("a\nb", "c"), ",", 2)),
    ],
)
def test_heading(text: str, expected: Heading, tmp_path: Path) -> None:
    assert heading(write(tmp_path / "a.csv", text)) == expected


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "an empty file"),
        (b"\xef\xbb\xbf \n", "an empty file"),
        ("a,b\n".encode("utf-16"), "UTF-16 text"),
        (b"PK\x03\x04...", "an XLSX workbook or zip archive"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"%PDF-1.7", "a PDF document"),
        (b"\n <!DOCTYPE html>", "an HTML or XML page"),
        (b",,,\n,,\n", "none"),
    ],
)
def test_what_is_no_table_of_text_is_named(content: bytes, found: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(Unusable) as refused:
        heading(path)
    assert refused.value.problem.found == found


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="no such file"):
        heading(tmp_path / "no.csv")
    with pytest.raises(Unusable, match="something else"):
        heading(tmp_path)


def test_too_many_columns_are_refused(tmp_path: Path) -> None:
    assert len(heading(write(tmp_path / "a.csv", "x," * 999 + "x\n")).cells) == 1_000
    with pytest.raises(Unusable, match="at most 1,000 columns, found 1,001"):
        heading(write(tmp_path / "b.csv", "x," * 1_000 + "x\n"))

"""Files that are broken, or made to break what reads them: a clear answer for each, and no row lost."""

import os
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.load import load
from data.report import FileReport, LoadReport
from tests.data.workbooks import workbook
from tests.data.writing import checked, write

FOLDER = Path(__file__).parent / "exports"
WHOLE = tuple(sorted(path.read_bytes() for path in FOLDER.iterdir()))
NASTY: tuple[bytes, ...] = (
    b"\x00",
    b"\xff",
    b'"',
    b'"\n',
    b"\r",
    b"\n\n",
    b",",
    b";",
    b"\t",
    b"\xef\xbb\xbf",
    b"'; DROP TABLE x; --",
    b"=1+1",
)
NASTY += (b"1e999", b"-", b"--", b"9" * 40, "٣".encode(), "\u202e".encode(), b"Total", b"2025-02-30", b"{}[]*?$path")


def answered(report: FileReport) -> None:
    """Assert that every row is accounted for, and that a file of which nothing was loaded says why."""
    assert report.rows_loaded + report.rows_rejected + report.rows_skipped == report.rows_read
    assert min(report.rows_loaded, report.rows_rejected, report.rows_skipped) >= 0
    assert report.usable or (report.problems and not report.rows_read)
    assert not report.rows_rejected or report.problems
    assert not report.rows_skipped or any(decision.startswith("skipped") for decision in report.decisions)
    assert len(str(LoadReport((report,)))) > 0


def spoiled(draw: Callable[..., int]) -> bytes:
    """An export with a few of its bytes cut out, repeated, or replaced by nasty ones."""
    content = WHOLE[draw(len(WHOLE))]
    for _ in range(1 + draw(4)):
        start = draw(len(content) + 1)
        end = min(len(content), start + draw(40))
        nasty = (*NASTY, content[start:end] * 2, b"")[draw(len(NASTY) + 2)]
        content = content[:start] + nasty + content[end:]
    return content


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_spoiled_export_is_answered_and_no_row_is_lost(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(spoiled(lambda most: data.draw(st.integers(0, max(most - 1, 0)))))
    answered(checked(path))


@pytest.mark.parametrize("content", WHOLE[:6])
def test_an_export_cut_short_anywhere_is_answered(content: bytes, tmp_path: Path) -> None:
    for length in range(1, len(content), 37):
        path = tmp_path / "a.csv"
        path.write_bytes(content[:length])
        answered(checked(path))


@pytest.mark.parametrize(
    "content",
    [
        b",".join(b"a%d" % place for place in range(100_000)) + b"\n",
        b"Day,Campaign,Cost,Impr.\n" + b"," * 200_000 + b"\n",
        b"Day,Campaign,Cost,Impr.\n2025-07-01," + b"x" * 900_000 + b",1,2\n",
        b'Day,Campaign,Cost,Impr.\n2025-07-01,"never closed,1,2\n' * 3,
        b"\n" * 10_000,
        b"\r" * 1_000 + b"Day,Campaign,Cost,Impr.\r",
        b"Day,Campaign,Cost,Impr.\n\xff\xfe\x00\x00",
        b"PK\x05\x06" + b"\0" * 18,
        b"PK\x03\x04" + b"\0" * 100,
    ],
)
def test_a_hostile_file_is_answered(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    answered(checked(path))


def test_formulas_are_text(tmp_path: Path) -> None:
    text = 'Day,Campaign,Cost,Impr.\n2025-07-01,"=HYPERLINK(""http://x"")",=1+1,2\n2025-07-01,@SUM(1),5,2\n'
    report = checked(write(tmp_path / "a.csv", text))
    assert (report.rows_loaded, report.problems[0].found) == (1, "=1+1")


def test_a_workbook_with_paths_that_climb_is_read_without_writing_them(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    relations = (
        '<Relationships><Relationship Id="rId2" Type="x/worksheet" Target="../../../etc/passwd"/></Relationships>'
    )
    path = workbook(folder / "a.xlsx", [["a"]])
    answered(checked(path))
    broken = workbook(folder / "b.xlsx", [["a"]], **{"workbook.xml": relations})
    answered(checked(broken))
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["in"]


def test_what_is_no_regular_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "loop.csv").symlink_to(tmp_path / "loop.csv")
    (tmp_path / "passwd.csv").symlink_to("/etc/passwd")
    with duckdb.connect() as con:
        report = load(con, [tmp_path])
    assert [(file.file, file.problems[0].found) for file in report.files] == [
        ("loop.csv", "Too many levels of symbolic links"),
        ("pipe.csv", "something else"),
    ]
    assert report.skipped == ("passwd.csv (a link to outside its folder)",)


def test_a_full_disk_is_a_problem_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("data.texts._again", full)
    path = tmp_path / "a.csv"
    path.write_bytes("Day,Campaign,Cost,Impr.\n".encode("utf-16"))
    assert checked(path).problems[0].found == "No space left on device"

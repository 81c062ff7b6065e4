import zipfile
from pathlib import Path

import pytest

from data.packages import MOST_PARTS, refuse_bombs
from data.problem import Unusable
from tests.data.workbooks import workbook

BLANKS = " " * 20_000_000


def test_a_workbook_is_let_through(tmp_path: Path) -> None:
    refuse_bombs(workbook(tmp_path / "a.xlsx", [["a"]] * 1_000))


@pytest.mark.parametrize("part", ["sheet2", "sharedStrings", "styles"])
def test_what_unpacks_to_far_more_than_it_is_is_refused(part: str, tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=f"{part}.xml, which unpacks to more than"):
        refuse_bombs(workbook(tmp_path / "a.xlsx", [], **{part: BLANKS}))


def test_what_a_part_says_of_its_size_counts_for_nothing(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [], sheet2=BLANKS)
    path.write_bytes(path.read_bytes().replace(len(BLANKS).to_bytes(4, "little"), (9).to_bytes(4, "little")))
    with zipfile.ZipFile(path) as archive:
        assert archive.getinfo("xl/worksheets/sheet2.xml").file_size == 9
    with pytest.raises((Unusable, zipfile.BadZipFile)):
        refuse_bombs(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "document", ['<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>']
)
def test_a_document_type_is_refused_wherever_it_stands(document: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    for blanks in (0, 999_995, 1_999_990):
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("xl/worksheets/sheet1.xml", (" " * blanks + document).encode(encoding))
        with pytest.raises(Unusable, match="a document type or entity"):
            refuse_bombs(path)


def test_more_parts_than_any_workbook_has_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for place in range(MOST_PARTS + 1):
            archive.writestr(str(place), "")
    with pytest.raises(Unusable, match="more than 10,000 files"):
        refuse_bombs(path)

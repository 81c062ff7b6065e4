from pathlib import Path

import pytest

from data.report import Unusable
from data.workbook import copied
from tests.data.workbooks import MAIN, WORKBOOK, Cell, workbook
from tests.data.writing import checked

HEADINGS = [
    "Date",
    "Portfolio name",
    "Currency",
    "Campaign Name",
    "Impressions",
    "Clicks",
    "Spend",
    "14 Day Total Sales ",
]
JULY_1_2025 = (45_839, 1)


def lines(path: Path) -> list[str]:
    return copied(path, path.with_suffix(".copy")).path.read_text("utf-8").splitlines()


def test_the_first_visible_sheet_becomes_lines_at_their_rows(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["a", "b"], [], [1, 2.5], [JULY_1_2025, "x, y"]], ["b"])
    assert lines(path) == ["a,b", "", "1,2.5", '2025-07-01,"x, y"']
    assert copied(path, tmp_path / "copy").decision == "workbook: sheet 'Report'"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c r="A1" t="b"><v>1</v></c>', "true"),
        ('<c r="A1" t="e"><v>#DIV/0!</v></c>', "#DIV/0!"),
        ('<c r="A1" t="str"><f>1+1</f><v>two</v></c>', "two"),
        ('<c r="A1"><f>A9*2</f><v>12</v></c>', "12"),
        ('<c r="A1"><v>1.2E3</v></c>', "1200"),
        ('<c r="A1"><v>5.9399999999999995</v></c>', "5.9399999999999995"),
        ('<c r="A1" s="1"><v>45839.5</v></c>', "2025-07-01 12:00:00"),
        ('<c r="A1" s="2"><v>0.0437</v></c>', "0.0437"),
        ('<c r="A1" t="inlineStr"><is><r><t>bo</t></r><r><t>th</t></r></is></c>', "both"),
        ('<c r="B1"><v>1</v></c>', ",1"),
    ],
)
def test_cells(cell: str, expected: str, tmp_path: Path) -> None:
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{cell}</row></sheetData></worksheet>'
    assert lines(workbook(tmp_path / "a.xlsx", [], sheet2=sheet)) == [expected]


def test_an_export_as_a_workbook_loads_to_its_own_totals(tmp_path: Path) -> None:
    rows: list[list[Cell]] = [[*HEADINGS], [JULY_1_2025, "No Portfolio", "USD", "Auto", 1000, 10, 10.25, 1100.5]]
    report = checked(workbook(tmp_path / "a.xlsx", rows, HEADINGS))
    assert (report.recognised_as, report.currency, report.rows_loaded) == ("Amazon Ads report", "USD", 1)
    assert (report.totals["spend"], report.totals["revenue"]) == (10.25, 1100.5)
    assert report.period == {"start": "2025-07-01", "end": "2025-07-01"}
    assert report.decisions[0] == "workbook: sheet 'Report'"


def test_the_first_sheet_that_is_recognised_is_read(tmp_path: Path) -> None:
    rows: list[list[Cell]] = [["stage", "visitors"], ["All", 10]]
    shown = WORKBOOK.replace(' state="hidden"', "")
    report = checked(workbook(tmp_path / "a.xlsx", rows, workbook=shown))
    assert (report.table, report.rows_loaded) == ("funnel_data", 1)
    assert report.decisions[0] == "workbook: sheet 'Report'; 1 more not read"


@pytest.mark.parametrize(
    "document",
    [
        '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>',
        '<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>',
    ],
)
def test_a_document_type_is_refused(document: str, tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="a document type or entity"):
        copied(workbook(tmp_path / "a.xlsx", [], sheet2=document), tmp_path / "copy")


def test_what_unpacks_to_far_more_than_it_is_is_refused(tmp_path: Path) -> None:
    bomb = f'<worksheet xmlns="{MAIN}"><sheetData>' + " " * 20_000_000 + "</sheetData></worksheet>"
    with pytest.raises(Unusable, match="unpacks to more than"):
        copied(workbook(tmp_path / "a.xlsx", [], sheet2=bomb), tmp_path / "copy")


@pytest.mark.parametrize("part", ["workbook", "sheet2", "styles", "sharedStrings"])
def test_a_damaged_part_is_refused(part: str, tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="a damaged part"):
        copied(workbook(tmp_path / "a.xlsx", [["a"]], **{part: "<open><"}), tmp_path / "copy")


@pytest.mark.parametrize(
    "row",
    [
        '<row r="9999999"><c r="A9999999"/></row>',
        '<row r="2"/><row r="1"/>',
        '<row r="x"/>',
        '<row r="1"><c r="ZZZ1"><v>1</v></c></row>',
    ],
)
def test_rows_and_columns_beyond_a_sheet_are_refused(row: str, tmp_path: Path) -> None:
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{row}</sheetData></worksheet>'
    with pytest.raises(Unusable):
        copied(workbook(tmp_path / "a.xlsx", [], sheet2=sheet), tmp_path / "copy")


@pytest.mark.parametrize("length", [30, 200, 600])
def test_a_workbook_cut_short_is_refused(length: int, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["a"]])
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(Unusable):
        copied(path, tmp_path / "copy")

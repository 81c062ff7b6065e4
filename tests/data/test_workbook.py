from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from data.problem import Unusable
from data.workbook import copied
from tests.data.workbooks import MAIN, WORKBOOK, Cell, sheet, workbook
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
QUOTES = {'"': "&quot;"}


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


def styled(code: str, number: float) -> dict[str, str]:
    """The parts of a workbook of one number, shown by that format."""
    styles = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="{escape(code, QUOTES)}"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>'
    )
    return {"styles": styles, "sheet2": sheet([[(number, 1)]])}


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("dd/mm/yyyy", "2025-07-01"),
        ("[$-409]mmm d, yyyy", "2025-07-01"),
        ("yyyy\\-mm\\-dd", "2025-07-01"),
        ('0.00 "day"', "45839"),
        ("0.0%", "45839"),
        ("\\d0", "45839"),
        ('#,##0.00 "€"', "45839"),
        ("[$$-409]#,##0.00", "45839"),
    ],
)
def test_a_number_is_a_day_where_its_format_shows_one(code: str, shown: str, tmp_path: Path) -> None:
    assert lines(workbook(tmp_path / "a.xlsx", [], **styled(code, 45_839))) == [shown]


def test_days_may_count_from_1904(tmp_path: Path) -> None:
    since_1904 = WORKBOOK.replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
    path = workbook(tmp_path / "a.xlsx", [[(45_839 - 1_462, 1)]], workbook=since_1904)
    assert lines(path) == ["2025-07-01"]


def test_a_size_that_is_not_the_sheets_own_loses_no_row(tmp_path: Path) -> None:
    small = sheet([["a", "b"], ["c", "d"]]).replace('<dimension ref="A1"/>', '<dimension ref="A1:A1"/>')
    assert lines(workbook(tmp_path / "a.xlsx", [], sheet2=small)) == ["a,b", "c,d"]


def test_merged_cells_hold_their_value_once(tmp_path: Path) -> None:
    merged = sheet([["Report", ""], ["a", "b"]]).replace(
        "</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'
    )
    assert lines(workbook(tmp_path / "a.xlsx", [], sheet2=merged)) == ["Report", "a,b"]


def test_empty_rows_behind_the_last_are_left_out(tmp_path: Path) -> None:
    ends = sheet([["a"]]).replace("</sheetData>", '<row r="1048576"><c r="A1048576" s="1"/></row></sheetData>')
    assert lines(workbook(tmp_path / "a.xlsx", [], sheet2=ends)) == ["a"]


@pytest.mark.parametrize("part", ["workbook", "sheet2", "styles", "sharedStrings"])
def test_a_damaged_part_is_refused(part: str, tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="damaged, locked or not a workbook"):
        copied(workbook(tmp_path / "a.xlsx", [["a"]], ["a"], **{part: "<open><"}), tmp_path / "copy")


@pytest.mark.parametrize(
    "row",
    [
        '<row r="9999999"><c r="A9999999"><v>1</v></c></row>',
        '<row r="x"/>',
        '<row r="1"><c r="ZZZ1"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>7</v></c></row>',
    ],
)
def test_rows_columns_and_texts_that_cannot_be_are_refused(row: str, tmp_path: Path) -> None:
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{row}</sheetData></worksheet>'
    with pytest.raises(Unusable):
        copied(workbook(tmp_path / "a.xlsx", [], sheet2=sheet), tmp_path / "copy")


def test_two_cells_at_the_ends_of_a_sheet_take_no_memory_between_them(tmp_path: Path) -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'
    with pytest.raises(Unusable, match="at most 1,048,576 rows of 1,000 columns"):
        copied(workbook(tmp_path / "a.xlsx", [], sheet2=sheet), tmp_path / "copy")


@pytest.mark.parametrize("length", [30, 200, 600])
def test_a_workbook_cut_short_is_refused(length: int, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["a"]])
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(Unusable):
        copied(path, tmp_path / "copy")

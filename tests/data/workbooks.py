"""Small workbooks, written part by part as Excel and the platforms write them."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORKBOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets><sheet name="Hidden" sheetId="1" state="hidden" r:id="rId1"/>'
    '<sheet name="Report" sheetId="2" r:id="rId2"/></sheets></workbook>'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
KINDS = {
    "workbook": "sheet.main",
    "styles": "styles",
    "sharedStrings": "sharedStrings",
    "worksheets/sheet1": "worksheet",
    "worksheets/sheet2": "worksheet",
}
TYPES = "".join(
    f'<Override PartName="/xl/{name}.xml" ContentType="{SPREADSHEET}.{kind}+xml"/>' for name, kind in KINDS.items()
)
CONTENT = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f"{TYPES}</Types>"
)
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="mmm\\ dd,\\ yyyy"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs></styleSheet>'
)
PARTS = {
    "rId1": ("worksheet", "worksheets/sheet1.xml"),
    "rId2": ("worksheet", "worksheets/sheet2.xml"),
    "rId3": ("styles", "styles.xml"),
    "rId4": ("sharedStrings", "sharedStrings.xml"),
}
Cell = str | float | tuple[float, int]


def sheet(rows: Sequence[Sequence[Cell]], shared: Sequence[str] = ()) -> str:
    """The XML of a sheet: texts inline or shared, numbers as they are, a pair being a number and its style."""
    body = "".join(_row(line, row, shared) for line, row in enumerate(rows, start=1) if row)
    return f'<worksheet xmlns="{MAIN}"><dimension ref="A1"/><sheetData>{body}</sheetData></worksheet>'


def workbook(path: Path, rows: Sequence[Sequence[Cell]], shared: Sequence[str] = (), **parts: str) -> Path:
    """A workbook with those rows in its second, visible sheet; `parts` replace its own by the last of their names."""
    items = "".join(f"<si><t>{escape(text)}</t></si>" for text in shared)
    whole: Mapping[str, str] = {
        "[Content_Types].xml": CONTENT,
        "_rels/.rels": _relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": _relations(PARTS),
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{items}</sst>',
        "xl/worksheets/sheet1.xml": sheet([["secret"]]),
        "xl/worksheets/sheet2.xml": sheet(rows, shared),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in whole.items():
            archive.writestr(name, parts.get(Path(name).stem, content))
    return path


def _relations(parts: Mapping[str, tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="{id_}" Type="{LINKS}/{kind}" Target="{target}"/>' for id_, (kind, target) in parts.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'


def _row(line: int, row: Sequence[Cell], shared: Sequence[str]) -> str:
    cells = "".join(
        _cell(f"{chr(ord('A') + place)}{line}", cell, shared) for place, cell in enumerate(row) if cell != ""
    )
    return f'<row r="{line}">{cells}</row>'


def _cell(reference: str, cell: Cell, shared: Sequence[str]) -> str:
    if isinstance(cell, tuple):
        return f'<c r="{reference}" s="{cell[1]}"><v>{cell[0]}</v></c>'
    if isinstance(cell, str) and cell in shared:
        return f'<c r="{reference}" t="s"><v>{list(shared).index(cell)}</v></c>'
    if isinstance(cell, str):
        return f'<c r="{reference}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
    return f'<c r="{reference}"><v>{cell!r}</v></c>'

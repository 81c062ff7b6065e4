"""A sheet of an XLSX workbook, of those that are not hidden, as CSV text with a line for each of its rows.

Read part by part with counted bytes, so that a small file cannot unpack to a huge one; a document type, and with it
every entity, is refused. Formulas are not computed: the value that was saved with them counts.
"""

import csv
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from data.cells import Cells, dated_styles
from data.report import Problem, Unusable

SIGNATURE = b"PK\x03\x04"
CHUNK = 65_536
MOST_BYTES = 1_000_000_000
MOST_PARTS = 10_000
LARGEST_RATIO = 200
SMALL = 10_000_000
EXPECTED = "an XLSX workbook"
Handlers = Mapping[str, Callable[..., None]]


@dataclass(frozen=True)
class Sheet:
    """A sheet written as CSV, which one of the workbook it is, and how many there are."""

    path: Path
    decision: str
    of: int


def copied(path: Path, copy: Path, place: int = 0) -> Sheet:
    """Write a visible sheet of a workbook, by its place, to `copy`; raises Unusable where it cannot be trusted."""
    try:
        with zipfile.ZipFile(path) as archive:
            return _copied(_Package(archive), copy, place)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        if isinstance(error, Unusable):
            raise
        raise _unlike("a zip archive that is damaged, locked or not a workbook") from None
    except expat.ExpatError as error:
        raise _unlike(f"a damaged part ({expat.errors.messages[error.code]})") from None


def _copied(package: "_Package", copy: Path, place: int) -> Sheet:
    names = package.sheets()
    if place >= len(names):
        raise _unlike("a workbook without a visible sheet of cells")
    name, part = names[place]
    cells = Cells(package.strings(), package.dated(), package.since_1904)
    with copy.open("w", encoding="utf-8", newline="") as file:
        writer, last = csv.writer(file, lineterminator="\n"), 0
        for line, row in package.rows(part, cells):
            file.write("\n" * (line - last - 1))
            writer.writerow(row)
            last = line
    others = f"; {len(names) - 1} more not read" if len(names) > 1 else ""
    return Sheet(copy, f"workbook: sheet {name!r}{others}", len(names))


class _Package:
    """The parts of a workbook."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.since_1904 = False
        if len(archive.infolist()) > MOST_PARTS:
            raise _unlike(f"a zip archive of more than {MOST_PARTS:,} files")

    def sheets(self) -> list[tuple[str, str]]:
        """Name and part of each visible sheet, in the order of its tabs."""
        found: list[tuple[str, str]] = []

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "sheet" and attributes.get("state", "visible") == "visible":
                relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
                found.append((attributes.get("name", ""), relation))
            elif tag == "workbookPr":
                self.since_1904 = attributes.get("date1904", "0") in ("1", "true")

        self._parse("xl/workbook.xml", start)
        targets = self._targets()
        return [(name, targets[relation]) for name, relation in found if relation in targets]

    def strings(self) -> list[str]:
        """The shared strings, their formatting and reading aids left out."""
        found: list[str] = []
        inside, spoken = False, False

        def start(tag: str, attributes: dict[str, str]) -> None:
            nonlocal inside, spoken
            if tag == "si":
                found.append("")
            spoken = tag == "rPh" or (spoken and tag == "t")
            inside = tag == "t" and not spoken

        def text(characters: str) -> None:
            if inside and found:
                found[-1] += characters

        def end(tag: str) -> None:
            nonlocal inside, spoken
            inside = False
            spoken = spoken and tag != "rPh"

        if "xl/sharedStrings.xml" in self._archive.namelist():
            self._parse("xl/sharedStrings.xml", start, end, text)
        return found

    def dated(self) -> frozenset[int]:
        """The cell styles that show a number as a day."""
        if "xl/styles.xml" not in self._archive.namelist():
            return frozenset()
        formats: dict[int, str] = {}
        styles: list[int] = []
        within = ""

        def start(tag: str, attributes: dict[str, str]) -> None:
            nonlocal within
            if tag in ("cellXfs", "cellStyleXfs"):
                within = tag
            elif tag == "numFmt":
                formats[int(attributes.get("numFmtId", "0"))] = attributes.get("formatCode", "")
            elif tag == "xf" and within == "cellXfs":
                styles.append(int(attributes.get("numFmtId", "0")))

        self._parse("xl/styles.xml", start)
        return dated_styles(styles, formats)

    def rows(self, part: str, cells: Cells) -> Iterator[tuple[int, list[str]]]:
        """The rows of a sheet with their numbers, in order; rows without cells are left out."""
        parser = _parser(cells.start, cells.end, cells.text)
        for chunk in self._read(part):
            parser.Parse(chunk, False)
            yield from cells.finished()
        parser.Parse(b"", True)
        yield from cells.finished()

    def _targets(self) -> dict[str, str]:
        found: dict[str, str] = {}

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "Relationship" and attributes.get("Type", "").endswith("/worksheet"):
                target = attributes.get("Target", "")
                found[attributes.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"

        self._parse("xl/_rels/workbook.xml.rels", start)
        return found

    def _parse(self, part: str, *handlers: Callable[..., None]) -> None:
        parser = _parser(*handlers)
        for chunk in self._read(part):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)

    def _read(self, part: str) -> Iterator[bytes]:
        """The bytes of a part, as long as they are not too many for what they were packed into."""
        try:
            info = self._archive.getinfo(part)
        except KeyError:
            raise _unlike(f"no {part} in it") from None
        size, most = 0, max(SMALL, LARGEST_RATIO * info.compress_size)
        with self._archive.open(info) as file:
            while chunk := file.read(CHUNK):
                size += len(chunk)
                if size > min(most, MOST_BYTES):
                    raise _unlike(f"{part}, which unpacks to more than {size:,} bytes")
                yield chunk


def _parser(
    start: Callable[..., None], end: Callable[..., None] | None = None, text: Callable[..., None] | None = None
) -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_document_type
    parser.StartElementHandler = lambda tag, attributes: start(tag.rpartition(":")[2], attributes)
    if end:
        parser.EndElementHandler = lambda tag: end(tag.rpartition(":")[2])
    if text:
        parser.CharacterDataHandler = text
    return parser


def _refuse_document_type(*declared: object) -> None:
    raise _unlike("a document type or entity in it")


def _unlike(found: str) -> Unusable:
    return Unusable(Problem(None, None, EXPECTED, found))

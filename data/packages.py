"""What an XLSX package may be before a library opens it: everything in it is unpacked once, counted and not kept."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from data.problem import Problem, Unusable

SIGNATURE = b"PK\x03\x04"
EXPECTED = "an XLSX workbook"
MOST_PARTS = 10_000
MOST_BYTES, MOST_HELD = 2_000_000_000, 100_000_000
LARGEST_RATIO = 200
SMALL = 10_000_000
CHUNK = 1_000_000
SHEETS = "xl/worksheets/"
DECLARED = (b"<!DOCTYPE", b"<!ENTITY")


def refuse_bombs(path: Path) -> None:
    """Raise Unusable where a package unpacks to far more than it is, or a part has a document type, hence entities.

    What a part is said to unpack to counts for nothing. Parts other than sheets are held in memory, and so are small.
    """
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS:
            raise unlike(f"a zip archive of more than {MOST_PARTS:,} files")
        left = MOST_BYTES
        for part in parts:
            left -= _unpacked(archive, part, left)


def unlike(found: str) -> Unusable:
    """The refusal of a file that is not the workbook it seems to be."""
    return Unusable(Problem(None, None, EXPECTED, found))


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> int:
    """How many bytes a part unpacks to."""
    held = MOST_BYTES if part.filename.startswith(SHEETS) else MOST_HELD
    most = min(max(SMALL, LARGEST_RATIO * part.compress_size), held, left)
    size, before = 0, b""
    for chunk in _chunks(archive, part):
        size += len(chunk)
        if size > most:
            raise unlike(f"{part.filename}, which unpacks to more than {most:,} bytes")
        # UTF-16 is found, too: its ASCII is between zero bytes.
        text = (before + chunk).replace(b"\0", b"")
        if any(word in text for word in DECLARED):
            raise unlike("a document type or entity in it")
        before = chunk[-2 * len(DECLARED[0]) :]
    return size


def _chunks(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(part) as file:
        while chunk := file.read(CHUNK):
            yield chunk

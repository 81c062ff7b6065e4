"""Any file as UTF-8 text on disk: what is not, is written again as it, line for line."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data import workbook
from data.problem import Problem, Unusable

CHUNK = 1_000_000
LONGEST_LINE = 1_000_000
START = 8_192
TABULAR = "text with a line of headings"
FOREIGN = (
    (b"\x1f\x8b", "a gzip archive"),
    (b"%PDF", "a PDF document"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook (save it as .xlsx)"),
    (b"<", "an HTML or XML page"),
)
UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
LATIN = "cp1252"


@dataclass(frozen=True)
class Text:
    """A file as UTF-8 text: where it is, how many lines it has, how it was read, and of how many sheets it is one."""

    path: Path
    lines: int
    decision: str = ""
    of: int = 1


def opened(path: Path, folder: Path, sheet: int = 0) -> Text:
    """The text of a file, written again in `folder` where it is not UTF-8; of a workbook that of one sheet.

    Raises Unusable where it is no text.
    """
    if not path.is_file():
        found = "something else" if path.exists() else "no such file"
        raise Unusable(Problem(None, None, "a file that can be read", found))
    with path.open("rb") as file:
        start = file.read(START)
    if start.startswith(workbook.SIGNATURE):
        copy = workbook.copied(path, folder / "sheet.csv", sheet)
        return Text(copy.path, checked_lines(copy.path), copy.decision, copy.of)
    encoding = _wide(start)
    if encoding:
        return _again(path, folder, encoding, "UTF-16")
    _refuse_foreign(start)
    return _plain(path, folder)


def checked_lines(path: Path) -> int:
    """Count the physical lines of a UTF-8 file, having refused what is not text."""
    lines, last = 0, b"\n"
    for chunk in _chunks(path):
        _refuse_damage(chunk, lines + 1)
        _refuse_other_bytes(chunk, lines + 1)
        lines += chunk.count(b"\n")
        last = chunk[-1:]
    return lines + (last != b"\n")


def _plain(path: Path, folder: Path) -> Text:
    """The file as it is, or read as Windows-1252 where it has bytes beyond ASCII and none of them are UTF-8."""
    try:
        return Text(path, checked_lines(path))
    except _NotUtf8:
        if any(_several(chunk) for chunk in _chunks(path)):
            raise
    return _again(path, folder, LATIN, "Windows-1252 (Latin-1)")


def _several(chunk: bytes) -> bool:
    """Whether some bytes beyond ASCII are UTF-8, so that the others are damage and not another encoding."""
    return any(ord(character) > 127 for character in chunk.decode("utf-8", errors="ignore"))


def _again(path: Path, folder: Path, encoding: str, name: str) -> Text:
    copy = folder / "text.csv"
    try:
        with path.open(encoding=encoding, newline="") as file, copy.open("w", encoding="utf-8", newline="") as plain:
            while characters := file.read(CHUNK):
                plain.write(characters)
    except UnicodeError:
        raise Unusable(
            Problem(None, None, "UTF-8, UTF-16 or Windows-1252 text", "bytes that are none of them")
        ) from None
    return Text(copy, checked_lines(copy), f"text: {name}")


def _wide(start: bytes) -> str | None:
    """UTF-16 by its mark, or by the zero bytes of its ASCII."""
    for mark, encoding in UTF_16.items():
        if start.startswith(mark):
            return encoding
    if len(start) > 1 and len(start) % 2 == 0 and b"\0" in start:
        even, odd = start[::2].count(0), start[1::2].count(0)
        if max(even, odd) > 0.4 * len(start) / 2 and min(even, odd) == 0:
            return "utf-16-le" if odd else "utf-16-be"
    return None


def _refuse_foreign(start: bytes) -> None:
    start = start.removeprefix(codecs.BOM_UTF8).lstrip()
    if not start:
        raise Unusable(Problem(None, None, TABULAR, "an empty file"))
    for signature, name in FOREIGN:
        if start.startswith(signature):
            raise Unusable(Problem(None, None, TABULAR, name))


def _chunks(path: Path) -> Iterator[bytes]:
    """The file in pieces of whole lines."""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk + file.readline(LONGEST_LINE + 1)


class _NotUtf8(Unusable):
    """The file has bytes that are not UTF-8."""


def _refuse_damage(chunk: bytes, line: int) -> None:
    """Raise Unusable for what no text file holds, in whole lines of which the first is `line`."""
    if b"\0" in chunk:
        at = line + chunk[: chunk.index(b"\0")].count(b"\n")
        raise Unusable(Problem(at, None, "text", "a NUL byte, as in a binary or damaged file"))
    if len(chunk) - chunk.rfind(b"\n") - 1 > LONGEST_LINE:
        at = line + chunk.count(b"\n")
        raise Unusable(Problem(at, None, f"lines of at most {LONGEST_LINE:,} bytes", "a longer one"))


def _refuse_other_bytes(chunk: bytes, line: int) -> None:
    try:
        chunk.decode("utf-8")
    except UnicodeDecodeError as error:
        at = line + chunk[: error.start].count(b"\n")
        raise _NotUtf8(Problem(at, None, "UTF-8 text", f"the byte 0x{chunk[error.start]:02X}")) from None

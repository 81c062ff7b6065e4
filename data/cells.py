"""The cells of a worksheet as text: numbers as they are, days as ISO dates, shared strings looked up."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from data.report import Problem, Unusable

DAYS = frozenset({*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)})
QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
REFERENCE = re.compile(r"([A-Z]{1,3})(\d+)")
LAST_ROW, MOST_COLUMNS = 1_048_576, 1_000
EPOCH, EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
LAST_DAY = 2_958_465


def dated_styles(styles: Sequence[int], formats: Mapping[int, str]) -> frozenset[int]:
    """The places of the styles whose number format shows a day: a built-in one, or one with a year or a day in it."""
    shown = {number for number, code in formats.items() if set("yd") & set(QUOTED.sub("", code).lower())}
    return frozenset(place for place, number in enumerate(styles) if number in shown or number in DAYS)


@dataclass
class Cells:
    """Collects the rows of a sheet while it is parsed."""

    strings: Sequence[str]
    dated: frozenset[int]
    since_1904: bool = False
    _rows: list[tuple[int, list[str]]] = field(default_factory=list)
    _line: int = 0
    _row: dict[int, str] = field(default_factory=dict)
    _place: int = -1
    _kind: str = "n"
    _style: int = 0
    _said: list[str] = field(default_factory=list)
    _listening: bool = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if tag == "row":
            self._begin_row(int(attributes.get("r", self._line + 1)))
        elif tag == "c":
            found = REFERENCE.fullmatch(attributes.get("r", ""))
            self._place = _column(found[1]) if found else self._place + 1
            self._kind, self._style, self._said = attributes.get("t", "n"), int(attributes.get("s", "0")), []
        self._listening = tag in ("v", "t")

    def text(self, characters: str) -> None:
        """Text of an element."""
        if self._listening:
            self._said.append(characters)

    def end(self, tag: str) -> None:
        """An element ends."""
        self._listening = False
        if tag == "c" and self._said:
            if self._place >= MOST_COLUMNS:
                raise Unusable(Problem(self._line, None, f"at most {MOST_COLUMNS:,} columns", "more"))
            self._row[self._place] = self._value("".join(self._said))
        elif tag == "row" and self._row:
            self._rows.append((self._line, [self._row.get(place, "") for place in range(max(self._row) + 1)]))

    def finished(self) -> Iterator[tuple[int, list[str]]]:
        """The rows that have ended since they were last asked for."""
        rows, self._rows = self._rows, []
        return iter(rows)

    def _begin_row(self, line: int) -> None:
        if not self._line < line <= LAST_ROW:
            raise Unusable(Problem(line, None, f"rows in order, at most {LAST_ROW:,}", f"row {line:,}"))
        self._line, self._row, self._place = line, {}, -1

    def _value(self, said: str) -> str:
        if self._kind == "s":
            said = self.strings[int(said)] if said.isdigit() and int(said) < len(self.strings) else ""
        elif self._kind == "b":
            return "true" if said == "1" else "false"
        elif self._kind == "n":
            return self._number(said)
        return re.sub(r"\s*[\r\n]+\s*", " ", said)

    def _number(self, said: str) -> str:
        try:
            number = float(said)
        except ValueError:
            return said
        if self._style in self.dated and 0 <= number <= LAST_DAY:
            moment = (EPOCH_1904 if self.since_1904 else EPOCH) + timedelta(days=number)
            exact = moment + timedelta(microseconds=500_000)
            return f"{exact:%Y-%m-%d}" if number.is_integer() else f"{exact:%Y-%m-%d %H:%M:%S}"
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)


def _column(letters: str) -> int:
    place = 0
    for letter in letters:
        place = 26 * place + ord(letter) - ord("A") + 1
    return place - 1

"""Which rows of a recognised file are good, and what is wrong with the others, as SQL over its text."""

import re
from dataclasses import dataclass, field

from data import numerals, skipping, values
from data.cells import Cells, holds_integers, holds_money
from data.clauses import literal, select
from data.columns import Role
from data.matches import Field, Match
from data.reading import Rows
from data.values import NUMERIC, Style

NAME = re.compile("[a-z_]+")


@dataclass(frozen=True)
class Screen:
    """The rows of one file, read as one table in one style.

    In its SELECTs t0, t1, … are the texts of the cells, v0, v1, … their values, f0, f1, … what was expected instead.
    `counted` are the kinds of result that count, `rate` the SQL of what amounts are multiplied with, `account` the
    account of rows that name none, `levels` the places of the columns in which a form's word marks a total.
    """

    match: Match
    rows: Rows
    style: Style = field(default_factory=Style)
    counted: tuple[str, ...] = ()
    rate: str = ""
    account: str = ""
    levels: tuple[int, ...] = ()

    @property
    def loaded(self) -> tuple[Field, ...]:
        """The fields that are kept."""
        return tuple(known for known in self.match.fields if known.column.role is not Role.REPEATED)

    @property
    def repeated(self) -> tuple[Field, ...]:
        """The fields that only repeat a formula over fields that the file has, too."""
        return tuple(known for known in self.match.fields if known.column.formula and self._covers(known))

    @property
    def texts(self) -> str:
        """SELECT of line, texts and why a row is skipped: a blank and what says "not reported" are NULL."""
        known = {each.index: each for each in self.match.fields}
        cells = self._cells
        texts = [f"{cells.text(place, known.get(place))} AS t{place}" for place in range(self.rows.width)]
        blank = f"coalesce({', '.join(f'c{place}' for place in range(self.rows.width))}) IS NULL"
        skipped = skipping.reason(self.match, self.counted, self.levels)
        return select(["*", f"{skipped} AS skipped"], select(["line", f"{blank} AS blank", *texts], self.rows.sql))

    @property
    def read(self) -> str:
        """SELECT of line, texts and values."""
        points = (values.pointed(each.column, f"t{each.index}", self.style) for each in self.numbers)
        pointed = [f"{point} AS p{each.index}" for each, point in zip(self.numbers, points, strict=True)]
        cleaned = select(["*", *pointed], self.texts)
        return select(["*", *(f"{self._cells.value(known)} AS v{known.index}" for known in self.loaded)], cleaned)

    @property
    def good(self) -> str:
        """SELECT of the rows to load."""
        return select("*", self._judged, f"WHERE skipped IS NULL AND {self._faultless}")

    @property
    def bad(self) -> str:
        """SELECT of line, what was expected and what was found in each loaded field, of the rows to reject."""
        expected = ", ".join(f"f{known.index}" for known in self.loaded)
        found = ", ".join(f"t{known.index}" for known in self.loaded)
        rejected = f"WHERE skipped IS NULL AND NOT ({self._faultless}) ORDER BY line"
        return select(["line", f"[{expected}]", f"[{found}]"], self._judged, rejected)

    @property
    def skips(self) -> str:
        """SELECT of each reason to skip rows, how many there are, and the lines of the first and the last."""
        return select(
            ["skipped", "count(*)", "min(line)", "max(line)"],
            self.texts,
            "WHERE skipped IS NOT NULL GROUP BY skipped ORDER BY skipped",
        )

    @property
    def plain(self) -> str:
        """SELECT of whether all numbers are digits with at most a decimal point."""
        each = [numerals.plain(f"c{each.index}", holds_integers(each)) for each in self.numbers]
        return select([f"bool_and({' AND '.join(each) or 'true'})"], self.rows.sql)

    @property
    def marks(self) -> str:
        """SELECT of whether some number shows a decimal comma, and whether one shows a decimal point."""
        plain = [each for each in self.numbers if not each.kinds]
        cells = ((each, numerals.reported(f"c{each.index}")) for each in plain)
        bare = [f"{numerals.bare(cell, holds_money(each))} AS b{each.index}" for each, cell in cells]
        shown = [
            [f"bool_or({shows(f'b{each.index}', holds_integers(each))})" for each in plain]
            for shows in (numerals.shows_comma, numerals.shows_point)
        ]
        asked = [f"coalesce({' OR '.join(each) or 'false'}, false)" for each in shown]
        return select(asked, select([*bare, "line"], self.rows.sql))

    @property
    def numbers(self) -> tuple[Field, ...]:
        """The loaded fields that hold numbers."""
        return tuple(known for known in self.loaded if known.column.kind in NUMERIC)

    @property
    def kept(self) -> str:
        """SELECT of the rows to load, as the table stores them; binds $source, and $across for a matrix."""
        tail = ["$source", self._account]
        if self.match.across:
            across = ", ".join(f"v{known.index}" for known in self.loaded[1:])
            return select(["v0", "unnest($across)", f"unnest([{across}])", *tail], self.good)
        places = {name: literal(value) for name, value in self.match.given.items()}
        places |= {known.column.name: f"v{known.index}" for known in self.loaded}
        stored = [places.get(column.name, "NULL") for column in self.match.table.stored]
        return select([*stored, *tail], self.good)

    def due(self, repeated: Field) -> str:
        """SQL: what a repeated field should be by its formula."""
        places = {known.column.name: known.index for known in self.loaded}
        return NAME.sub(lambda name: f"v{places[name[0]]}::DOUBLE", repeated.column.formula)

    def _covers(self, repeated: Field) -> bool:
        return {known.column.name for known in self.loaded}.issuperset(NAME.findall(repeated.column.formula))

    @property
    def _cells(self) -> Cells:
        return Cells(self.match, self.style, self.counted, self.rate)

    @property
    def _account(self) -> str:
        account = self.match.aside.get("account")
        return f"coalesce(t{account.index}, $account)" if account else "$account"

    @property
    def _judged(self) -> str:
        return select(["*", *(f"{self._cells.fault(known)} AS f{known.index}" for known in self.loaded)], self.read)

    @property
    def _faultless(self) -> str:
        return " AND ".join(f"f{known.index} IS NULL" for known in self.loaded)

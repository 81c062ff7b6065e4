"""Which rows of a recognised file are good, and what is wrong with the others, as SQL over its text."""

import re
from dataclasses import dataclass, field

from data import values
from data.clauses import select
from data.reading import Rows
from data.recognise import Field, Match
from data.tables import Role
from data.values import NUMERIC, Style

NAME = re.compile("[a-z_]+")


@dataclass(frozen=True)
class Screen:
    """The rows of one file, read as one table in one style.

    In its SELECTs t0, t1, … are the texts of the cells, v0, v1, … their values, f0, f1, … what was expected instead.
    """

    match: Match
    rows: Rows
    style: Style = field(default_factory=Style)

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
        """SELECT of line and trimmed texts, a blank being NULL."""
        trimmed = (f"nullif(trim(c{place}), '') AS t{place}" for place in range(self.rows.width))
        return select(["line", *trimmed], self.rows.sql)

    @property
    def read(self) -> str:
        """SELECT of line, texts and values."""
        return select(["*", *(f"{self._value(known)} AS v{known.index}" for known in self.loaded)], self.texts)

    @property
    def good(self) -> str:
        """SELECT of the rows to load."""
        return select("*", self._judged, f"WHERE NOT ({self._blank}) AND {self._faultless}")

    @property
    def bad(self) -> str:
        """SELECT of line, what was expected and what was found in each loaded field, of the rows to reject."""
        expected = ", ".join(f"f{known.index}" for known in self.loaded)
        found = ", ".join(f"t{known.index}" for known in self.loaded)
        rejected = f"WHERE NOT ({self._blank} OR ({self._faultless})) ORDER BY line"
        return select(["line", f"[{expected}]", f"[{found}]"], self._judged, rejected)

    @property
    def survey(self) -> str:
        """SELECT of how many rows are blank, and whether a number has a decimal comma."""
        numbers = [f"t{known.index}" for known in self.loaded if known.column.kind in NUMERIC]
        commas = [f"bool_or({values.decimal_comma(text, self.rows.delimiter)})" for text in numbers]
        return select([f"count(*) FILTER ({self._blank})", f"coalesce({' OR '.join(commas)}, false)"], self.texts)

    @property
    def kept(self) -> str:
        """SELECT of the rows to load, as the table stores them; binds $source, and $across for a matrix."""
        if self.match.across:
            across = ", ".join(f"v{known.index}" for known in self.loaded[1:])
            return select(["v0", "unnest($across)", f"unnest([{across}])", "$source"], self.good)
        places = {known.column.name: f"v{known.index}" for known in self.loaded}
        stored = [places.get(column.name, "NULL") for column in self.match.table.stored]
        return select([*stored, "$source"], self.good)

    def due(self, repeated: Field) -> str:
        """SQL: what a repeated field should be by its formula."""
        places = {known.column.name: known.index for known in self.loaded}
        return NAME.sub(lambda name: f"v{places[name[0]]}::DOUBLE", repeated.column.formula)

    def _covers(self, repeated: Field) -> bool:
        return {known.column.name for known in self.loaded}.issuperset(NAME.findall(repeated.column.formula))

    def _value(self, known: Field) -> str:
        return values.value(known.column, f"t{known.index}", self.style)

    def _fault(self, known: Field) -> str:
        return values.fault(known.column, f"t{known.index}", f"v{known.index}", self.style)

    @property
    def _judged(self) -> str:
        return select(["*", *(f"{self._fault(known)} AS f{known.index}" for known in self.loaded)], self.read)

    @property
    def _blank(self) -> str:
        return f"coalesce({', '.join(f't{place}' for place in range(self.rows.width))}) IS NULL"

    @property
    def _faultless(self) -> str:
        return " AND ".join(f"f{known.index} IS NULL" for known in self.loaded)

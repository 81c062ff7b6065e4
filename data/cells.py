"""What the cells of a file mean, as SQL: their text, their value, and what was expected instead."""

from dataclasses import dataclass

from data import actions, numerals, values
from data.clauses import literal, select_from
from data.columns import Kind, Role
from data.exports import CONVERSIONS, ENDS, KIND, STARTS
from data.matches import Field, Match
from data.values import NUMERIC, Style

WRITTEN = "written"
ONE_DAY = "one day: a period that starts and ends on it"
MILLION = 1_000_000


@dataclass(frozen=True)
class Cells:
    """The cells of a file that is read as one table in one style; `counted` and `rate` are as in its Screen.

    c0, c1, … are the cells, t0, t1, … their texts, p0, p1, … these with decimal points, v0, v1, … their values.
    """

    match: Match
    style: Style
    counted: tuple[str, ...]
    rate: str

    def text(self, place: int, known: Field | None) -> str:
        """SQL: the text of the cell at that place; NULL where it says "not reported"."""
        cell, form = f"c{place}", self.match.form
        ends = self.match.aside.get(ENDS)
        dated = known.column.kind in (Kind.DATE, Kind.TIME) if known else ends is not None and ends.index == place
        if dated and self.style.written:
            return f"coalesce(({select_from(['day'], WRITTEN, f'WHERE cell = {cell}')}), {cell})"
        if known is None:
            return numerals.reported(cell) if form else cell
        if known.kinds:
            return actions.counted(cell, known.kinds[0], "," if self.style.marks.comma else ".")
        if known.column.role is Role.REPEATED or (known.column.kind not in NUMERIC and not form):
            return cell
        none = form is not None and form.blank_is_none and known.column.kind in NUMERIC
        if self.style.marks.plain and known.column.kind in NUMERIC:
            return f"coalesce({cell}, '0')" if none else cell
        return numerals.reported(f"coalesce({cell}, '0')" if none else cell)

    def value(self, known: Field) -> str:
        """SQL: the value of a field, NULL where its text is none."""
        text, column = f"t{known.index}", known.column
        point = f"p{known.index}"
        value = values.value(column, text, self.style, point)
        if known.micros:
            micros = numerals.number(point, "DOUBLE", self.style.marks)
            value = f"TRY_CAST({micros} / {MILLION} AS {values.TYPES[Kind.MONEY]})"
        if known.words:
            whens = " ".join(f"WHEN {literal(said)} THEN {literal(meant)}" for said, meant in known.words)
            value = f"CASE lower({text}) {whens} ELSE {text} END"
        if self.rate and column.kind is Kind.MONEY:
            value = f"TRY_CAST({value} * {self.rate} AS {values.TYPES[Kind.MONEY]})"
        kind = self.match.aside.get(KIND)
        if kind and column.name == CONVERSIONS:
            return f"CASE WHEN {self._counts(kind)} THEN {value} WHEN t{kind.index} IS NULL AND {text} = '0' THEN 0 END"
        return value

    def fault(self, known: Field) -> str:
        """SQL: what was expected in a field instead of its text, NULL where it is well."""
        text = f"t{known.index}"
        if known.kinds:
            return f"CASE WHEN v{known.index} IS NULL THEN '{actions.EXPECTED}' END"
        besides = ", and a rate of its day" if self.rate and holds_money(known) else ""
        fault = values.fault(known.column, text, f"v{known.index}", self.style, besides)
        starts, ends = (self.match.aside.get(name) for name in (STARTS, ENDS))
        if starts and ends and known.column.name == "date" and starts.index == known.index:
            return f"CASE WHEN t{ends.index} <> {text} THEN '{ONE_DAY}' ELSE {fault} END"
        kind = self.match.aside.get(KIND)
        if kind and known.column.name == CONVERSIONS:
            return f"CASE WHEN {self._counts(kind)} THEN {fault} END"
        return fault

    def _counts(self, kind: Field) -> str:
        """SQL: whether the result of a row is of a kind that counts."""
        said = ", ".join(map(literal, self.counted)) or "NULL"
        return f"coalesce(lower(t{kind.index}) IN ({said}), false)"


def holds_money(known: Field) -> bool:
    """Whether a field holds money."""
    return known.column.kind is Kind.MONEY


def holds_integers(known: Field) -> bool:
    """Whether a field holds whole numbers."""
    return known.column.kind is Kind.INTEGER

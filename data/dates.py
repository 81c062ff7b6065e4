"""How one file writes its days: decided from all of its values, never row by row."""

from collections.abc import Mapping
from dataclasses import dataclass

import duckdb

from data.clauses import select, select_from
from data.problem import Problem, Unusable

DMY, MDY, YMD = "dmy", "mdy", "ymd"
WORDS = {DMY: "day first", MDY: "month first", YMD: "year first"}
FEWEST_DAYS, DENSE, SPARSE = 5, 0.75, 0.25
CLOCKS = ("%H:%M", "%H:%M:%S", "%H:%M:%S.%f")
PARTS = r"^(\d{1,4})([-/.])(\d{1,2})([-/.])(\d{4}|\d{1,2})([ T]\d.*)?$"

DAYS = """
    SELECT cell, line, n, p.mark AS mark, length(p.a) = 4 AS year_first, greatest(length(p.a), length(p.c)) AS digits,
           TRY_CAST(p.a AS INTEGER) AS a, TRY_CAST(p.b AS INTEGER) AS b, TRY_CAST(p.c AS INTEGER) AS c
    FROM parts
    WHERE p.mark = p.other AND (length(p.a) = 4 AND length(p.c) < 3 OR length(p.a) < 3 AND length(p.c) IN (2, 4))"""
SHAPES = """
    SELECT mark, year_first, digits, arg_min(cell, line), min(line),
           arg_min(cell, line) FILTER (a BETWEEN 13 AND 31 AND b <= 12),
           arg_min(cell, line) FILTER (a <= 12 AND b BETWEEN 13 AND 31),
           min(line) FILTER (a <> b),
           count(DISTINCT c * 400 + b * 32 + a) / nullif(max(c * 372 + b * 31 + a) - min(c * 372 + b * 31 + a) + 1, 0),
           count(DISTINCT c * 400 + b * 32 + a) / nullif(max(c * 372 + a * 31 + b) - min(c * 372 + a * 31 + b) + 1, 0),
           count(DISTINCT c * 400 + b * 32 + a)
    FROM days GROUP BY mark, year_first, digits ORDER BY sum(n) DESC, min(line) LIMIT 1"""


@dataclass(frozen=True)
class DateFormat:
    """The order of day, month and year, the mark between them, and whether years have four digits."""

    order: str = YMD
    mark: str = "-"
    century: bool = True

    @property
    def pattern(self) -> str:
        """The day as strptime reads it."""
        parts = {"d": "%d", "m": "%m", "y": "%Y" if self.century else "%y"}
        return self.mark.join(parts[part] for part in self.order)

    @property
    def patterns(self) -> tuple[str, ...]:
        """The day alone, and with a time behind it."""
        timed = (f"{self.pattern}{gap}{clock}{zone}" for gap in " T" for clock in CLOCKS for zone in ("", "Z"))
        return (self.pattern, *timed)

    @property
    def shape(self) -> str:
        """The regular expression of a day, which keeps a two-digit year from being read as the year 23."""
        parts = {"d": r"\d{1,2}", "m": r"\d{1,2}", "y": r"\d{4}" if self.century else r"\d{2}"}
        return f"[{self.mark}]".join(parts[part] for part in self.order) + "([ T].*)?"

    def __str__(self) -> str:
        parts = {"d": "31", "m": "12", "y": "2024" if self.century else "24"}
        return f"{WORDS[self.order]}, as in {self.mark.join(parts[part] for part in self.order)}"


@dataclass(frozen=True)
class _Shape:
    """The most frequent way of writing a day: its first value, and the first that shows which part is the day."""

    mark: str
    year_first: bool
    digits: int
    first: str
    line: int
    day_first: str | None
    month_first: str | None
    differing: int | None
    day_first_density: float | None
    month_first_density: float | None
    distinct: int

    @property
    def denser(self) -> str | None:
        """The order in which the days of the file follow one another, where the other scatters them over a year."""
        if self.distinct < FEWEST_DAYS:
            return None
        day_first, month_first = self.day_first_density or 0, self.month_first_density or 0
        if max(day_first, month_first) < DENSE or min(day_first, month_first) > SPARSE:
            return None
        return DMY if day_first > month_first else MDY


def decide(
    con: duckdb.DuckDBPyConnection, cells: str, bound: Mapping[str, object], heading: str, setting: str | None
) -> DateFormat:
    """The format of the days that the SELECT `cells` gives as line and cell.

    The shape that most values have counts; a first or second part over 12 tells day from month; where none does, or
    they contradict each other, `setting` (dmy, mdy or ymd) decides. Raises Unusable where that is needed and missing.
    """
    found = con.execute(_survey(cells), bound).fetchone()
    if found is None:
        return DateFormat()
    shape = _Shape(*found)
    return DateFormat(_order(shape, heading, setting), shape.mark, shape.digits == len("2024"))


def _survey(cells: str) -> str:
    """SELECT of the most frequent shape; each step is materialized, or its regular expression would run on each row."""
    distinct = select(["cell", "count(*) AS n", "min(line) AS line"], cells, "WHERE cell IS NOT NULL GROUP BY cell")
    names = "['a', 'mark', 'b', 'other', 'c', 'clock']"
    parts = select_from(["*", f"regexp_extract(cell, '{PARTS}', {names}) AS p"], "cells")
    steps = f"WITH cells AS MATERIALIZED ({distinct}), parts AS MATERIALIZED ({parts}), days AS ({DAYS})"
    return f"{steps} {SHAPES}"


def _order(shape: _Shape, heading: str, setting: str | None) -> str:
    if shape.year_first or (setting == YMD and shape.digits == len("24")):
        return YMD
    if bool(shape.day_first) != bool(shape.month_first):
        return DMY if shape.day_first else MDY
    if setting in (DMY, MDY):
        return setting
    if not shape.day_first and (shape.mark == "." or shape.denser):
        return DMY if shape.mark == "." else shape.denser or DMY
    if shape.differing is None:
        return DMY
    raise Unusable(_undecided(shape, heading))


def _undecided(shape: _Shape, heading: str) -> Problem:
    if shape.day_first:
        found = f"both {shape.day_first} and {shape.month_first}"
    else:
        found = f"{shape.first}, and no date in the file tells its day from its month"
    asked = "NOVAMART_DATE_FORMAT=dmy (day first) or NOVAMART_DATE_FORMAT=mdy (month first)"
    return Problem(shape.line, heading, f"dates of one order, or date_format in dataset.toml, or {asked}", found)

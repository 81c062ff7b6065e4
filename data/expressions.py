"""The pieces that the SQL of distributions is put together from; numbers leave the store as DOUBLE."""

import math
from collections.abc import Iterable, Sequence
from decimal import Decimal

from data.columns import Column, Kind
from data.sql import Clause, of_facts, quoted, shown, stored
from data.table import Table
from data.values import NUMERIC

MEASURED = (*NUMERIC, Kind.FLAG)
EDGE_DIGITS = 9


def named(expression: str, name: str, *values: object) -> Clause:
    """A number under a name."""
    return Clause(f"CAST({expression} AS DOUBLE) AS {quoted(name)}", values)


def scaled(count: str, name: str, weight: float) -> Clause:
    """A count of rows, each of which stands for `weight` rows of the table."""
    return named(f"round(({count}) * CAST(? AS DOUBLE))", name, weight)


def number(asked: Table, name: str) -> Clause:
    """A column of numbers; ValueError for another."""
    return named(of_facts(_numeric(asked, name).name), name)


def shown_plainly(column: Column) -> Clause:
    """A column as an answer shows it, numbers and words alike."""
    return named(of_facts(column.name), column.name) if column.kind in MEASURED else Clause(shown(column))


def bin_place(asked: Table, name: str, width: float) -> Clause:
    """Which bin a number is in, counted in widths from 0; ValueError for a width that makes no bins."""
    expect(math.isfinite(width) and width > 0, asked, f"a finite width above 0 for {name}", width)
    double = f"CAST({of_facts(_numeric(asked, name).name)} AS DOUBLE)"
    return named(f"floor(round({double} / ?, ?))", name, float(width), EDGE_DIGITS)


def bin_edge(name: str, width: float) -> Clause:
    """The lower edge of a bin counted so, with the decimals of its width; -0 + 0 is 0."""
    exponent = Decimal(repr(float(width))).as_tuple().exponent
    return named(f"round({of_facts(name)} * ?, ?) + 0.0", name, float(width), max(0, -int(exponent)))


def grouping(asked: Table, by: Sequence[str], *others: str) -> str:
    """The columns to group by, () for one group of all rows; ValueError where these or others are named twice."""
    together = (*by, *others)
    expect(len(set(together)) == len(together), asked, "no name twice", together)
    return ", ".join(of_facts(stored(asked, name).name) for name in by) or "()"


def in_groups(names: str) -> Clause:
    """One row a group in order, and none where no rows are in view."""
    order = "" if names == "()" else f" ORDER BY {names}"
    return Clause(f"GROUP BY {names} HAVING count(*) > 0{order}")


def joined(*clauses: Clause, between: str = " ") -> Clause:
    """The clauses one behind the other."""
    values = tuple(value for clause in clauses for value in clause.values)
    return Clause(between.join(clause.text for clause in clauses), values)


def listed(clauses: Iterable[Clause]) -> Clause:
    """The clauses with commas between them."""
    return joined(*clauses, between=", ")


def expect(holds: bool, asked: Table, expected: str, found: object) -> None:
    """Raise ValueError with what was expected of a question, and found, unless it holds."""
    if not holds:
        raise ValueError(f"{asked.name}: expected {expected}, found {found}")


def _numeric(asked: Table, name: str) -> Column:
    column = stored(asked, name)
    expect(column.kind in MEASURED, asked, "a column of numbers", name)
    return column

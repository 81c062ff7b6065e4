"""What a column of a table can be: its kind, its role, and the usual ones by name."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a cell holds, and so how it is read and stored."""

    DATE = "date"
    TIME = "time"
    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    MONEY = "money"
    FLAG = "flag"


class Role(StrEnum):
    """What a column is for."""

    KEY = "key"
    DIMENSION = "dimension"
    MEASURE = "measure"
    AVERAGED = "averaged"
    ATTRIBUTE = "attribute"
    REPEATED = "repeated"


@dataclass(frozen=True)
class Column:
    """One column: name, kind, role, unit, bounds (inclusive), and for a REPEATED ratio the formula it must agree with.

    `of` names the key that the column is about where a row is less than that: its rows should all say the same.
    Only a MEASURE adds up over rows. What is AVERAGED is summed only to be set against another sum over the same rows:
    by itself a sum of reach counts people again each day. A DIMENSION is what pages filter and group by. A REPEATED
    column checks a file and is not stored.
    """

    name: str
    kind: Kind = Kind.TEXT
    role: Role = Role.ATTRIBUTE
    unit: str = ""
    required: bool = True
    low: float | None = None
    high: float | None = None
    formula: str = ""
    of: str = ""


def key(name: str) -> Column:
    """A column that names the thing a row is about."""
    return Column(name, role=Role.KEY)


def dimension(name: str, required: bool = True) -> Column:
    """A text column that pages filter and group by."""
    return Column(name, role=Role.DIMENSION, required=required)


def day(name: str = "date") -> Column:
    """The day a row belongs to."""
    return Column(name, Kind.DATE, Role.DIMENSION)


def counted(name: str, kind: Kind = Kind.INTEGER, required: bool = True) -> Column:
    """A count that adds up."""
    return Column(name, kind, Role.MEASURE, required=required, low=0)


def amount(name: str, required: bool = True, low: float | None = 0) -> Column:
    """Money that adds up."""
    return Column(name, Kind.MONEY, Role.MEASURE, "currency", required, low)


def text(name: str, required: bool = True) -> Column:
    """A word about the row."""
    return Column(name, required=required)


def whole(name: str, low: float | None = 0, high: float | None = None) -> Column:
    """A whole number about the row, which does not add up."""
    return Column(name, Kind.INTEGER, low=low, high=high)


def number(
    name: str, unit: str = "", low: float | None = None, high: float | None = None, required: bool = True
) -> Column:
    """A number about the row, which does not add up."""
    return Column(name, Kind.NUMBER, unit=unit, low=low, high=high, required=required)


def flag(name: str, required: bool = True) -> Column:
    """Yes or no: 1 or 0, true or false."""
    return Column(name, Kind.FLAG, required=required)


def repeated(name: str, formula: str = "", kind: Kind = Kind.NUMBER) -> Column:
    """A column that only says again what others say; used to check the file where it has a formula."""
    return Column(name, kind, Role.REPEATED, required=False, formula=formula)

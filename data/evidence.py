"""What a check is, and what it looks for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from data.clauses import literal, quoted, select
from data.sql import as_day, day
from data.table import Table

NAMES = ("campaign_name", "channel", "platform", "product_name", "region")
MOST_NAMES = 3


class Weight(StrEnum):
    """How much a finding matters: what cannot be, what may be right, and what is only told."""

    WRONG = "wrong"
    LOOK = "look"
    TOLD = "told"


class Noun(StrEnum):
    """What a check counts."""

    ROW = "row"
    CELL = "cell"
    DAY = "day"
    GAP = "gap"
    TOTAL = "daily total"
    SUM = "monthly sum"
    KEY = "journey"
    MEMBER = "channel"
    FILE = "file"


@dataclass(frozen=True)
class Evidence:
    """Three SELECTs: the rows that a check finds, how many those are, and how many it could look at.

    `example` is an expression over a row found that says in words what is wrong with it.
    """

    rows: str
    looked_at: str
    example: str
    counted: str = ""

    @property
    def many(self) -> str:
        """SELECT of how many were found: the rows, unless something else counts."""
        return self.counted or select(["count(*)"], self.rows)


@dataclass(frozen=True)
class Check:
    """A check: its title and help in plain words, its weight, what it counts, and among what it looks.

    `of` says what it looks for in a table, None for one that it does not apply to.
    """

    name: str
    title: str
    help: str
    weight: Weight
    noun: Noun
    among: Noun
    of: Callable[[Table], Evidence | None]


def names_row(of: Table) -> str:
    """The SQL of what names a row in words: its day, and what it is about."""
    dated = day(of)
    found = [on(as_day(dated))] if dated else []
    names = {column.name for column in of.stored}
    words = [*(quoted(name) for name in NAMES if name in names), quoted(of.stored[0].name)]
    return f"concat_ws(', ', {', '.join([*found, *words[:MOST_NAMES]])})"


def says(names: Sequence[str]) -> str:
    """The SQL of figures in words: clicks 12, impressions 10."""
    figures = [f"{literal(f'{name} ')} || {plain(quoted(name))}" for name in names]
    return f"concat_ws(', ', {', '.join(figures)})"


def plain(number: str) -> str:
    """The SQL of a number as read: thousands apart, no zeros behind the point."""
    return f"regexp_replace(format('{{:,.2f}}', {number}::DOUBLE), '[.]00$', '')"


def on(day_: str) -> str:
    """The SQL of a day as read: 5 Jan 2024."""
    return f"strftime({day_}, '%-d %b %Y')"


def stored(of: Table) -> list[str]:
    """The columns of a table, quoted."""
    return [quoted(column.name) for column in of.stored]


def has(of: Table, names: Sequence[str]) -> bool:
    """Whether a table stores all of these columns."""
    return set(names) <= {column.name for column in of.stored}

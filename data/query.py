"""The question a page asks of a table."""

from dataclasses import dataclass

from analytics.periods import Period

ROWS = "rows"


@dataclass(frozen=True)
class Query:
    """Sums of `measures` per combination of `by`, over the rows in `where` and in any of `periods`.

    `measures` are columns of the table that add up, or ROWS, the count of rows. `by` are its dimensions, keys or date.
    `where` holds (dimension, allowed values) pairs, all of which must hold; no periods means every row.
    """

    table: str
    measures: tuple[str, ...]
    by: tuple[str, ...] = ()
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    periods: tuple[Period, ...] = ()

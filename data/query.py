"""The questions a page asks of a table."""

from dataclasses import dataclass

from analytics.periods import Period
from data.scope import Terms

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
    where: Terms = ()
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True)
class Histogram:
    """How many rows fall in each bin, per combination of `by`; `bins` are pairs of a column and its bins' width.

    Columns: `by`, each binned column with the lower edge of the bin, ROWS. Only bins with rows in them come: one
    binned column makes a histogram, two a density. A bin begins at a multiple of its width, and a number within a
    billionth of a width of an edge is on it, as 0.3 is where bins are 0.1 wide. Rows that do not report a binned
    column are not counted. From a sample, counts are scaled up to the table and rounded.
    """

    table: str
    bins: tuple[tuple[str, float], ...]
    by: tuple[str, ...] = ()
    where: Terms = ()
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True)
class Quantiles:
    """How the numbers in `column` are spread, per combination of `by`; no probabilities are allowed too.

    Columns: `by`, those of analytics.spread.Summary, and str(probability) for each: 0.5 is "0.5", the median, linear
    between the two nearest rows. From a sample, the counts of rows are scaled up to the table and rounded.
    """

    table: str
    column: str
    probabilities: tuple[float, ...] = ()
    by: tuple[str, ...] = ()
    where: Terms = ()
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True)
class Moments:
    """How the numbers in `x` and `y` move together over the rows that report both, per combination of `by`.

    Where both are the same column it tells how that one varies.

    Columns: `by` and those of analytics.spread.Moment. From a sample, `n` is how many rows of it were used, and only
    the count of unreported rows is scaled up to the table.
    """

    table: str
    x: str
    y: str
    by: tuple[str, ...] = ()
    where: Terms = ()
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True)
class Rows:
    """At most `most` rows, chosen evenly by `seed` where there are more: the same ones every time, in stored order.

    Columns: `columns`, any that are stored. Only rows that report every column in `reported` are chosen from; a
    narrower filter keeps those of the chosen rows that are in it.
    """

    table: str
    columns: tuple[str, ...]
    where: Terms = ()
    periods: tuple[Period, ...] = ()
    most: int = 5_000
    seed: int = 0
    reported: tuple[str, ...] = ()


Distribution = Histogram | Quantiles | Moments | Rows
Question = Query | Distribution

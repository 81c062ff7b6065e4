"""The SQL of what sums cannot say: bins, quantiles, moments and rows, from the facts or from a sample of them."""

import pandas as pd

from analytics.spread import Moment
from data import sql
from data.answering import Source, grouped_by, kept_rows, shown_by
from data.expressions import (
    bin_edge,
    bin_place,
    expect,
    grouping,
    in_groups,
    joined,
    listed,
    named,
    number,
    scaled,
    shown_plainly,
)
from data.quantiles import quantiles
from data.query import ROWS, Distribution, Histogram, Moments, Quantiles, Question, Rows
from data.sampling import lot
from data.scope import EVERYTHING, Scope
from data.sql import Clause, of_facts
from data.table import Table
from data.tables import table

MOST_BINS = 20_000
REGRESSION = {
    Moment.N: "regr_count",
    Moment.MEAN_X: "regr_avgx",
    Moment.MEAN_Y: "regr_avgy",
    Moment.SXX: "regr_sxx",
    Moment.SYY: "regr_syy",
    Moment.SXY: "regr_sxy",
}


class TooManyBins(ValueError):  # noqa: N818
    """A histogram with more bins than can be drawn; wider ones are fewer."""


def select(question: Distribution, source: Source, scope: Scope = EVERYTHING) -> Clause:
    """The statement that answers `question` from `source`.

    Raises KeyError for a name that is not declared and ValueError for a question that cannot be asked.
    """
    asked = table(question.table)
    match question:
        case Histogram():
            return _histogram(asked, question, source, scope)
        case Quantiles():
            return quantiles(asked, question, source, scope)
        case Moments():
            return _moments(asked, question, source, scope)
        case Rows():
            return _rows(asked, question, source, scope)


def bounded(question: Question, frame: pd.DataFrame) -> pd.DataFrame:
    """The answer itself; raises TooManyBins where it was cut short."""
    if isinstance(question, Histogram) and len(frame) > MOST_BINS:
        widths = ", ".join(f"{width:g} for {name}" for name, width in question.bins)
        raise TooManyBins(f"{question.table}: expected at most {MOST_BINS:,} bins, found more of width {widths}")
    return frame


def _histogram(asked: Table, question: Histogram, source: Source, scope: Scope) -> Clause:
    binned = [name for name, _ in question.bins]
    expect(bool(binned), asked, "a column to bin", binned)
    groups = grouping(asked, (*question.by, *binned))
    places = [bin_place(asked, name, width) for name, width in question.bins]
    edges = [bin_edge(name, width) for name, width in question.bins]
    return joined(
        kept_rows(question, source, scope, [*grouped_by(asked, question.by), *places], binned),
        Clause("SELECT"),
        listed([*shown_by(asked, question.by), *edges, scaled("count(*)", ROWS, source.weight)]),
        Clause(f"FROM kept AS facts GROUP BY {groups} ORDER BY {groups} LIMIT ?", (MOST_BINS + 1,)),
    )


def _moments(asked: Table, question: Moments, source: Source, scope: Scope) -> Clause:
    told_of = list(dict.fromkeys((question.x, question.y)))
    groups = grouping(asked, question.by, *told_of)
    pair = f"({of_facts(question.y)}, {of_facts(question.x)})"
    unreported = scaled(f"count(*) - regr_count{pair}", Moment.UNREPORTED, source.weight)
    told = [named(f"{function}{pair}", name) for name, function in REGRESSION.items()]
    numbers = [number(asked, name) for name in told_of]
    return joined(
        kept_rows(question, source, scope, [*grouped_by(asked, question.by), *numbers]),
        Clause("SELECT"),
        listed([*shown_by(asked, question.by), *told, unreported]),
        Clause("FROM kept AS facts"),
        in_groups(groups),
    )


def _rows(asked: Table, question: Rows, source: Source, scope: Scope) -> Clause:
    expect(bool(question.columns), asked, "a column to show", question.columns)
    expect(question.most > 0, asked, "at least one row", question.most)
    shown = grouping(asked, question.columns)
    columns = [shown_plainly(sql.stored(asked, name)) for name in question.columns]
    return joined(
        kept_rows(question, source, scope, [*columns, Clause("facts.rowid AS place")], question.reported),
        Clause(f"SELECT {shown} FROM"),
        Clause(f"(FROM kept ORDER BY {lot('place', '?')}, place LIMIT ?) AS facts", (question.seed, question.most)),
        Clause("ORDER BY facts.place"),
    )

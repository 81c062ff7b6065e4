"""The SQL of what sums cannot say: bins, quantiles, moments and rows, from the facts or from a sample of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.spread import FENCE, QUARTILES, Moment, Summary
from data import sql
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
from data.query import ROWS, Distribution, Histogram, Moments, Quantiles, Rows
from data.rollups import Relation
from data.sampling import lot, sample_of
from data.scope import EVERYTHING, Scope
from data.sql import Clause, of_facts, quoted
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


@dataclass(frozen=True)
class Source:
    """The relation that answers, and how many rows of the table each of its rows stands for."""

    relation: str
    weight: float = 1.0


def source(relations: Sequence[Relation]) -> Source:
    """The sample where there is one, else the facts, which come first."""
    facts, sample = relations[0], sample_of(relations)
    return Source(sample.name, facts.rows / sample.rows) if sample else Source(facts.name)


def select(question: Distribution, source: Source, scope: Scope = EVERYTHING) -> Clause:
    """The statement that answers `question` from `source`.

    Raises KeyError for a name that is not declared and ValueError for a question that cannot be asked.
    """
    asked = table(question.table)
    match question:
        case Histogram():
            return _histogram(asked, question, source, scope)
        case Quantiles():
            return _quantiles(asked, question, source, scope)
        case Moments():
            return _moments(asked, question, source, scope)
        case Rows():
            return _rows(asked, question, source, scope)


def bounded(question: Distribution, frame: pd.DataFrame) -> pd.DataFrame:
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
        _kept(question, source, scope, [*_by(asked, question.by), *places], binned),
        Clause("SELECT"),
        listed([*_shown(asked, question.by), *edges, scaled("count(*)", ROWS, source.weight)]),
        Clause(f"FROM kept AS facts GROUP BY {groups} ORDER BY {groups} LIMIT ?", (MOST_BINS + 1,)),
    )


def _quantiles(asked: Table, question: Quantiles, source: Source, scope: Scope) -> Clause:
    groups = grouping(asked, question.by, question.column)
    same = [f"{of_facts(name)} IS NOT DISTINCT FROM points.{quoted(name)}" for name in question.by]
    return joined(
        _kept(question, source, scope, [*_by(asked, question.by), number(asked, question.column)]),
        Clause(", points AS (SELECT"),
        listed([*_by(asked, question.by), _points(asked, question)]),
        Clause(f"FROM kept AS facts GROUP BY {groups}) SELECT"),
        listed([*_shown(asked, question.by), *_summary(question, source), *_fences(question), *_asked(question)]),
        Clause(f"FROM kept AS facts JOIN points ON {' AND '.join(same) or 'true'}"),
        in_groups(groups),
    )


def _moments(asked: Table, question: Moments, source: Source, scope: Scope) -> Clause:
    told_of = list(dict.fromkeys((question.x, question.y)))
    groups = grouping(asked, question.by, *told_of)
    pair = f"({of_facts(question.y)}, {of_facts(question.x)})"
    unreported = scaled(f"count(*) - regr_count{pair}", Moment.UNREPORTED, source.weight)
    told = [named(f"{function}{pair}", name) for name, function in REGRESSION.items()]
    numbers = [number(asked, name) for name in told_of]
    return joined(
        _kept(question, source, scope, [*_by(asked, question.by), *numbers]),
        Clause("SELECT"),
        listed([*_shown(asked, question.by), *told, unreported]),
        Clause("FROM kept AS facts"),
        in_groups(groups),
    )


def _rows(asked: Table, question: Rows, source: Source, scope: Scope) -> Clause:
    expect(bool(question.columns), asked, "a column to show", question.columns)
    expect(question.most > 0, asked, "at least one row", question.most)
    shown = grouping(asked, question.columns)
    columns = [shown_plainly(sql.stored(asked, name)) for name in question.columns]
    return joined(
        _kept(question, source, scope, [*columns, Clause("facts.rowid AS place")], question.reported),
        Clause(f"SELECT {shown} FROM"),
        Clause(f"(FROM kept ORDER BY {lot('place', '?')}, place LIMIT ?) AS facts", (question.seed, question.most)),
        Clause("ORDER BY facts.place"),
    )


def _kept(
    question: Distribution, source: Source, scope: Scope, columns: Iterable[Clause], reported: Iterable[str] = ()
) -> Clause:
    """These columns of the rows that count."""
    asked = table(question.table)
    within = sql.kept(asked, question, scope)
    known = [f"{of_facts(sql.stored(asked, name).name)} IS NOT NULL" for name in reported]
    return joined(
        Clause("WITH kept AS (SELECT"),
        listed(columns),
        Clause(f"FROM {quoted(source.relation)} AS facts WHERE"),
        Clause(" AND ".join([within.text, *known]) + ")", within.values),
    )


def _points(asked: Table, question: Quantiles) -> Clause:
    wanted = question.probabilities
    expect(len(set(wanted)) == len(wanted), asked, "no probability twice", wanted)
    expect(all(0 <= each <= 1 for each in wanted), asked, "probabilities from 0 to 1", wanted)
    return Clause(f"quantile_cont({of_facts(question.column)}, ?) AS points", ([*QUARTILES, *map(float, wanted)],))


def _summary(question: Quantiles, source: Source) -> list[Clause]:
    value = of_facts(question.column)
    return [
        scaled(f"count({value})", Summary.ROWS, source.weight),
        scaled(f"count(*) - count({value})", Summary.UNREPORTED, source.weight),
        named(f"avg({value})", Summary.MEAN),
        named(f"min({value})", Summary.LOW),
        named(f"max({value})", Summary.HIGH),
    ]


def _fences(question: Quantiles) -> list[Clause]:
    value, first, third = of_facts(question.column), "points.points[1]", f"points.points[{len(QUARTILES)}]"
    reach = f"? * ({third} - {first})"
    return [
        named(f"min({value}) FILTER (WHERE {value} >= {first} - {reach})", Summary.FENCE_LOW, FENCE),
        named(f"max({value}) FILTER (WHERE {value} <= {third} + {reach})", Summary.FENCE_HIGH, FENCE),
    ]


def _asked(question: Quantiles) -> list[Clause]:
    return [
        named(f"any_value(points.points[{place}])", str(probability))
        for place, probability in enumerate(question.probabilities, start=len(QUARTILES) + 1)
    ]


def _by(asked: Table, by: Iterable[str]) -> list[Clause]:
    return [Clause(of_facts(sql.stored(asked, name).name)) for name in by]


def _shown(asked: Table, by: Iterable[str]) -> list[Clause]:
    return [Clause(sql.shown(sql.stored(asked, name))) for name in by]

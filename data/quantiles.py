"""The SQL of quantiles, with the mean, the ends and the fences of what they are of."""

from analytics.spread import FENCE, QUARTILES, Summary
from data.answering import Source, grouped_by, kept_rows, shown_by
from data.expressions import expect, grouping, in_groups, joined, listed, named, number, scaled
from data.query import Quantiles
from data.scope import Scope
from data.sql import Clause, of_facts, quoted
from data.table import Table


def quantiles(asked: Table, question: Quantiles, source: Source, scope: Scope) -> Clause:
    """The statement that answers for each group; raises as `distributions.select` does."""
    groups = grouping(asked, question.by, question.column)
    same = [f"{of_facts(name)} IS NOT DISTINCT FROM points.{quoted(name)}" for name in question.by]
    return joined(
        kept_rows(question, source, scope, [*grouped_by(asked, question.by), number(asked, question.column)]),
        Clause(", points AS (SELECT"),
        listed([*grouped_by(asked, question.by), _points(asked, question)]),
        Clause(f"FROM kept AS facts GROUP BY {groups}) SELECT"),
        listed([*shown_by(asked, question.by), *_summary(question, source), *_fences(question), *_asked(question)]),
        Clause(f"FROM kept AS facts JOIN points ON {' AND '.join(same) or 'true'}"),
        in_groups(groups),
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

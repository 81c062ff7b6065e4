"""What answers a question that sums cannot: the facts or a sample of them, and which of their rows count."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data import sql
from data.expressions import joined, listed
from data.query import Distribution
from data.rollups import Relation
from data.sampling import sample_of
from data.scope import Scope
from data.sql import Clause, of_facts, quoted
from data.table import Table
from data.tables import table


@dataclass(frozen=True)
class Source:
    """The relation that answers, and how many rows of the table each of its rows stands for."""

    relation: str
    weight: float = 1.0


def source(relations: Sequence[Relation]) -> Source:
    """The sample where there is one, else the facts, which come first."""
    facts, sample = relations[0], sample_of(relations)
    return Source(sample.name, facts.rows / sample.rows) if sample else Source(facts.name)


def kept_rows(
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


def grouped_by(asked: Table, by: Iterable[str]) -> list[Clause]:
    """The columns to group by."""
    return [Clause(of_facts(sql.stored(asked, name).name)) for name in by]


def shown_by(asked: Table, by: Iterable[str]) -> list[Clause]:
    """The columns to group by, as an answer shows them."""
    return [Clause(sql.shown(sql.stored(asked, name))) for name in by]

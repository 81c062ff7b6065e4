"""The statement that answers a question, asked of the smallest relation that can."""

from collections.abc import Sequence

from data import distributions, sql
from data.answering import source
from data.query import Query, Question
from data.rollups import Relation, route
from data.scope import EVERYTHING, Scope
from data.sql import Clause


def statement(question: Question, relations: Sequence[Relation], scope: Scope = EVERYTHING) -> Clause:
    """What answers `question` of its table's relations, the facts first; raises as `Snapshot.ask` does."""
    if isinstance(question, Query):
        return sql.select(question, route(relations, sql.needed(question, scope)).name, scope)
    return distributions.select(question, source(relations), scope)

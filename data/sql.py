"""The SQL of a Query, and what the SQL of every question is made of: declared names, and values that are bound."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.columns import Column, Kind, Role
from data.query import ROWS, Query, Question
from data.scope import EVERYTHING, Scope
from data.table import Table
from data.tables import table

REPORTED = "reported"
DAYS = (Kind.DATE, Kind.TIME)


@dataclass(frozen=True)
class Clause:
    """A piece of SQL and the values bound to its question marks, in order."""

    text: str
    values: tuple[object, ...] = ()


def select(query: Query, relation: str, scope: Scope = EVERYTHING) -> Clause:
    """The statement that answers `query` from `relation`: the table itself or a rollup of it.

    One row per combination of `by` and per pattern of reported measures, so that within a row each measure is either
    reported by all facts or by none. Raises KeyError for a name that is not declared and ValueError for a question
    that cannot be asked.
    """
    asked = table(query.table)
    _check(asked, query)
    columns = [shown(stored(asked, name)) for name in query.by] + [_total(name) for name in query.measures]
    groups = ", ".join([*map(of_facts, query.by), f"{of_facts(REPORTED)} & {pattern(asked, query.measures)}"])
    within = kept(asked, query, scope)
    parts = ["SELECT", ", ".join(columns), "FROM", quoted(relation), "AS facts WHERE", within.text]
    return Clause(" ".join([*parts, "GROUP BY", groups, "ORDER BY", groups]), within.values)


def needed(query: Query, scope: Scope = EVERYTHING) -> frozenset[str]:
    """The columns, measures aside, that a relation must have to answer `query`; raises as `select` does."""
    asked = table(query.table)
    named = [*query.by, *(name for name, _ in (*query.where, *scope.over(asked)))]
    days = [_day_asked(asked)] if query.periods else []
    return frozenset(column.name for column in (*days, *(stored(asked, name) for name in named)))


def quoted(name: str) -> str:
    """The name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """The text as an SQL string, for the statements that take no bound values."""
    return "'" + text.replace("'", "''") + "'"


def pattern(asked: Table, measures: Iterable[str]) -> int:
    """The bits of `reported` for these measures: one a measure, in declared order, set where it is not NULL."""
    return sum(1 << asked.measures.index(name) for name in measures if name != ROWS)


def day(asked: Table) -> Column | None:
    """The column that says on which day a row happened; None where rows carry no day."""
    return next((column for column in asked.stored if column.kind in DAYS), None)


def as_day(column: Column) -> str:
    """The SQL of the day in a column of days or of times."""
    return quoted(column.name) if column.kind is Kind.DATE else f"CAST({quoted(column.name)} AS DATE)"


def stored(asked: Table, name: str) -> Column:
    """The stored column of that name; KeyError if there is none."""
    column = asked.column(name)
    if column.role is Role.REPEATED:
        raise KeyError(f"{asked.name} does not store {name}")
    return column


def of_facts(name: str) -> str:
    """A column of the relation asked, which every statement calls facts."""
    return f"facts.{quoted(name)}"


def shown(column: Column) -> str:
    """A column as an answer shows it: words as plain text."""
    plain = _as_text(column) if column.kind is Kind.TEXT else of_facts(column.name)
    return f"{plain} AS {quoted(column.name)}"


def kept(asked: Table, question: Question, scope: Scope) -> Clause:
    """Which rows count: those in the filters, in any of the periods and in the scope."""
    clauses = [_among(stored(asked, name), values) for name, values in (*question.where, *scope.over(asked))]
    clauses += [_within(asked, question)] if question.periods else []
    text = " AND ".join(clause.text for clause in clauses) or "true"
    return Clause(text, tuple(value for clause in clauses for value in clause.values))


def _check(asked: Table, query: Query) -> None:
    named = (*query.by, *query.measures)
    if not query.measures or len(set(named)) < len(named):
        raise ValueError(f"{asked.name}: expected at least one measure and no name twice, found {named}")
    if unknown := set(query.measures) - {*asked.measures, ROWS}:
        raise KeyError(f"{asked.name} has no measure {min(unknown)}")


def _as_text(column: Column) -> str:
    return f"CAST({of_facts(column.name)} AS VARCHAR)"


def _total(name: str) -> str:
    return f"CAST(sum({of_facts(name)}) AS DOUBLE) AS {quoted(name)}"


def _among(column: Column, values: tuple[str, ...]) -> Clause:
    compared = of_facts(column.name) if column.kind is Kind.TEXT else _as_text(column)
    return Clause(f"{compared} IN ({', '.join('?' * len(values))})" if values else "false", values)


def _within(asked: Table, question: Question) -> Clause:
    days = as_day(_day_asked(asked))
    text = " OR ".join([f"{days} BETWEEN ? AND ?"] * len(question.periods))
    return Clause(f"({text})", tuple(edge for period in question.periods for edge in (period.start, period.end)))


def _day_asked(asked: Table) -> Column:
    found = day(asked)
    if found is None:
        raise ValueError(f"{asked.name} carries no day, so it cannot be asked for a period")
    return found

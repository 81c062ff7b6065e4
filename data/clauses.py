"""The few words of SQL that loading is made of; names are declared or numbered, never taken from a file."""

from collections.abc import Iterable


def literal(text: str) -> str:
    """Text as a SQL string."""
    return "'" + text.replace("'", "''") + "'"


def quoted(name: str) -> str:
    """A name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def select(columns: Iterable[str], source: str, *clauses: str) -> str:
    """A SELECT from another SELECT, with clauses such as WHERE behind it."""
    return select_from(columns, f"({source})", *clauses)


def select_from(columns: Iterable[str], relation: str, *clauses: str) -> str:
    """A SELECT from a table or a table function."""
    return " ".join(["SELECT", ", ".join(columns), "FROM", relation, *clauses])

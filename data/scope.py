"""Which rows a user may see."""

from dataclasses import dataclass

from data.table import Table

Terms = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Scope:
    """The values allowed per column; a table that lacks the column is not narrowed by it."""

    allowed: Terms = ()

    def over(self, table: Table) -> Terms:
        """The terms that apply to this table."""
        stored = {column.name for column in table.stored}
        return tuple((name, values) for name, values in self.allowed if name in stored)


EVERYTHING = Scope()

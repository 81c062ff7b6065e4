"""What a table is: its columns, what they are for, and its key."""

from dataclasses import dataclass

from data.columns import Column, Kind, Role


@dataclass(frozen=True)
class Table:
    """One table: what a row stands for, its columns in file order, and the key that no two files may both contain."""

    name: str
    row: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()

    def column(self, name: str) -> Column:
        """The column of that name; KeyError if there is none."""
        return next((column for column in self.columns if column.name == name), None) or _missing(self.name, name)

    @property
    def stored(self) -> tuple[Column, ...]:
        """The columns that a snapshot keeps."""
        return tuple(column for column in self.columns if column.role is not Role.REPEATED)

    @property
    def required(self) -> tuple[Column, ...]:
        """The columns without which a file is not this table."""
        return tuple(column for column in self.columns if column.required)

    @property
    def measures(self) -> tuple[str, ...]:
        """The names of the columns that a question may sum."""
        return tuple(column.name for column in self.columns if column.role in (Role.MEASURE, Role.AVERAGED))

    @property
    def totals(self) -> tuple[str, ...]:
        """The names of the columns whose sum says something by itself."""
        return tuple(column.name for column in self.columns if column.role is Role.MEASURE)

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The names of the columns that pages filter and group by."""
        return tuple(column.name for column in self.columns if column.role is Role.DIMENSION)

    @property
    def dated(self) -> bool:
        """Whether its rows carry a day."""
        return any(column.kind is Kind.DATE for column in self.columns)


def _missing(table: str, name: str) -> Column:
    raise KeyError(f"{table} has no column {name}")

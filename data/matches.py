"""What the headings of a file say it is: the table, and which column of the file holds which of ours."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from data.columns import Column
from data.forms import Form
from data.table import Table


@dataclass(frozen=True)
class Field:
    """A column of the file that the table knows: its place in the file, and its heading as the file writes it.

    `micros` says that its numbers are millionths, `words` what its texts mean, `twins` which other places have the
    same heading, `kinds` which kind of action counts where each of its cells is a list of them: the first that occurs.
    """

    column: Column
    heading: str
    index: int
    micros: bool = False
    words: tuple[tuple[str, str], ...] = ()
    twins: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Match:
    """A file recognised as a table. `across` names the measures of a correlation matrix, which has a row for each.

    What an ad platform exported has its `form`, the columns that are `given` for each row, and `aside` the fields
    that are read but not stored: currency, account, starts, ends, and the kind of a result.
    """

    table: Table
    fields: tuple[Field, ...]
    unknown: tuple[str, ...] = ()
    currency: str | None = None
    across: tuple[str, ...] = ()
    form: Form | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    aside: Mapping[str, Field] = field(default_factory=dict)

    def field(self, name: str) -> Field | None:
        """The field that holds the column of that name, if the file has it."""
        return next((field for field in self.fields if field.column.name == name), None)

"""One published version, open for reading."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path

import duckdb
import pandas as pd

from analytics.paths import Paths
from analytics.periods import Period
from data import clauses, distributions, meta, pointer, quality
from data.attached import ATTACHED, Limits, connect, cursor_of, run, stream
from data.cache import Cache
from data.journey_facts import JourneyFacts
from data.journeys import Journeys
from data.pointer import NoSnapshot
from data.quality import Finding
from data.query import ROWS, Query, Question
from data.report import LoadReport
from data.rollups import Relation
from data.sampling import sample_of
from data.scope import EVERYTHING, Scope
from data.statements import statement
from data.tables import table
from data.trained import Shelf, Trained


class Snapshot:
    """A published version: it never changes, and it closes when nobody holds it any more."""

    def __init__(self, path: Path, version: str, limits: Limits, cache: Cache[pd.DataFrame]) -> None:
        self.version = version
        self._cache = cache
        try:
            self._connection = connect(path, limits)
            with closing(cursor_of(self._connection)) as cursor:
                if meta.layout_of(cursor, ATTACHED) != meta.layout():
                    raise NoSnapshot(f"{path} was published by another release; publish again")
                self._meta = meta.read(cursor)
                self._findings = quality.read(cursor)
        except duckdb.Error as error:
            raise NoSnapshot(f"{path} cannot be read: {error}") from error
        # Not a method: what holds one holds its snapshot, and neither would close.
        self._read = partial(run, self._connection, limits.seconds)
        self._stream = partial(stream, self._connection, limits.seconds)
        self._journeys = Journeys(self._read)
        self._shelf = Shelf(pointer.trained(path.parent, version), lambda file: cursor_of(connect(file, limits)))

    @property
    def loaded_at(self) -> datetime:
        """When it was loaded, in UTC."""
        return self._meta.loaded_at

    @property
    def tables(self) -> Mapping[str, meta.TableFacts]:
        """What is known of each table it has."""
        return self._meta.tables

    @property
    def rows(self) -> int:
        """How many rows were loaded; a table that is derived from another has none of its own."""
        return self._meta.rows

    @property
    def days(self) -> Period | None:
        """From the first to the newest day of any of its tables; None where none carries days."""
        return self._meta.days

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What every check found in every table, found or not."""
        return self._findings

    @property
    def report(self) -> LoadReport:
        """How its files were read."""
        with closing(cursor_of(self._connection)) as cursor:
            return meta.read_report(cursor)

    def evidence(self, check: str, of: str, most: int) -> Iterator[Sequence[object]]:
        """The names of the columns, then at most `most` of the rows that a check found in a table.

        Raises KeyError where there is no such check of this table, and QueryTimeout while the rows come.
        """
        if of not in self.tables:
            raise KeyError(f"this snapshot has no {of}")
        return self._stream(clauses.select(["*"], quality.evidence(check, table(of)).rows, f"LIMIT {int(most)}"))

    def relations(self, table: str) -> tuple[Relation, ...]:
        """What can answer a question about the table: its facts first, the rollups and the sample of them."""
        if table not in self.tables:
            raise KeyError(f"this snapshot has no {table}")
        return self._meta.relations[table]

    def values(self, table: str, dimension: str, scope: Scope = EVERYTHING) -> tuple[str, ...]:
        """The values of a column that occur, sorted, as `where` takes them; none where nothing is reported."""
        found = self.ask(Query(table, (ROWS,), (dimension,)), scope)[dimension]
        return tuple(sorted(set(found.dropna().astype(str))))

    def sampled(self, table: str) -> int | None:
        """How many rows of the table its distributions are read from, where that is a sample; None where it is all."""
        sample = sample_of(self.relations(table))
        return sample.rows if sample else None

    def ask(self, question: Question, scope: Scope = EVERYTHING) -> pd.DataFrame:
        """The answer to a question, with the columns it says, ordered by `by`; no rows in view give an empty frame.

        Numbers are float64, NaN where not reported. The sums of a Query come per combination of `by` and per pattern
        of reported measures. Raises KeyError for a table it has not got or a name that is not declared, ValueError
        for a question that cannot be asked, TooManyBins and QueryTimeout.
        """
        return self._cache.get((self.version, scope, question), lambda: self._answer(question, scope)).copy(deep=False)

    @property
    def trained(self) -> Trained | None:
        """What was trained on its leads; None where nothing was."""
        return self._shelf.newest

    @property
    def journeys(self) -> JourneyFacts | None:
        """What is known of the journeys behind `paths`; None where neither of their tables was loaded."""
        return self._journeys.facts

    def paths(
        self,
        half_life: float | None = None,
        periods: Collection[Period] = (),
        first: Collection[str] = (),
        without: Collection[str] = (),
        scope: Scope = EVERYTHING,
    ) -> Paths:
        """How often each path was taken, of the paths whose first touch is in `first` (empty: any).

        A journey counts in the month of its first touch. Of months, those count whose loaded days all lie in one of the
        periods (empty: all). Value is summed over the conversions that report one, NaN where none of the table does.

        `half_life`, in days, asks for time decay: read where it is one of HALF_LIVES, else computed from every touch of
        every conversion, which takes longer. So does leaving channels out with `without`: the touches that stay are
        credited as if the others had not been, exactly, which stored credits cannot say.

        Raises KeyError where there are no journeys, ValueError for a period or half-life where there are no times and
        for a scope that narrows the table, since paths are counted for everyone, and QueryTimeout.
        """
        return self._journeys.paths(half_life, periods, first, without, scope)

    def _answer(self, question: Question, scope: Scope) -> pd.DataFrame:
        return distributions.bounded(question, self._read(statement(question, self.relations(question.table), scope)))

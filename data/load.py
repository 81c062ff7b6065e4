"""Files into checked tables, with a report a person can act on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from data import checks, dates, reading, sources, values
from data.clauses import quoted, select, select_from
from data.heading import Heading, heading
from data.recognise import Match, recognise
from data.report import MOST_PROBLEMS, FileReport, LoadReport, Problem, Unusable
from data.screen import Screen
from data.sources import Source
from data.tables import Kind, Table
from data.values import Style

LONGEST_FOUND = 100
OF_SOURCE = "WHERE source = $source"


def load(
    con: duckdb.DuckDBPyConnection, paths: Sequence[Path], *, date_format: str | None = None, currency: str = "INR"
) -> LoadReport:
    """Load the files that paths stand for into `con`: one table for each known table, its stored columns and `source`.

    `date_format` (dmy, mdy or ymd) decides where the dates of a file do not; `currency` is that of amounts whose
    headings name none. What is wrong with a file is in the report, never an exception.
    """
    found = sources.find(paths)
    with TemporaryDirectory(prefix="novamart-") as folder:
        loader = _Loader(con, Path(folder), date_format, currency)
        files = tuple(loader.report(source) for source in found.files)
    return LoadReport(files, checks.conflicts(con, files), found.skipped)


@dataclass(frozen=True)
class _Loader:
    """Loads one file after the other; plain copies of files that need one go to `folder`."""

    con: duckdb.DuckDBPyConnection
    folder: Path
    date_format: str | None
    currency: str

    def report(self, source: Source) -> FileReport:
        """Load one file and say what became of it."""
        blank = FileReport(source.name, usable=False)
        try:
            first = heading(source.path)
            match = _recognised(first)
            blank = self._known(blank, match)
            return self._loaded(source, first, match, blank)
        except Unusable as refusal:
            return replace(blank, problems=(refusal.problem,))
        except OSError as error:
            return replace(blank, problems=(Problem(None, None, "a file that can be read", error.strerror or "none"),))

    def _known(self, blank: FileReport, match: Match) -> FileReport:
        money = any(field.column.kind is Kind.MONEY for field in match.fields)
        currency = (match.currency or self.currency) if money else None
        name = match.table.name
        return replace(blank, recognised_as=name.replace("_", " "), table=name, currency=currency)

    def _loaded(self, source: Source, first: Heading, match: Match, blank: FileReport) -> FileReport:
        before = source.path.stat()
        rows = reading.rows(self.con, source.path, first, self.folder / "copy.csv")
        screen, skipped = self._screen(match, rows)
        if rows.count + rows.rejected == skipped:
            raise Unusable(Problem(None, None, "at least one row below the headings", "none"))
        loaded = self._insert(screen, source.name)
        self._refuse_change(source, match.table, before.st_mtime_ns, before.st_size)
        read = rows.count + rows.rejected
        rejected = read - skipped - loaded
        return replace(
            blank,
            rows_read=read,
            rows_loaded=loaded,
            rows_rejected=rejected,
            rows_skipped=skipped,
            totals=self._totals(match.table, source.name),
            problems=(
                *self._problems(screen, rejected),
                *checks.disagreements(self.con, screen),
                *checks.contradictions(self.con, screen),
            ),
            decisions=tuple(_decisions(screen, blank.currency, rejected)),
            usable=True,
        )

    def _screen(self, match: Match, rows: reading.Rows) -> tuple[Screen, int]:
        """The file with its style decided, and how many of its rows are blank."""
        screen = Screen(match, rows)
        blank, decimal_comma = self.con.execute(screen.survey, rows.bound).fetchone() or (0, False)
        style = Style(decimal_comma=bool(decimal_comma))
        for field in screen.loaded:
            if field.column.kind in (Kind.DATE, Kind.TIME):
                cells = select(["line", f"t{field.index} AS cell"], screen.texts)
                days = dates.decide(self.con, cells, rows.bound, field.heading, self.date_format)
                style = replace(style, days=days)
        return replace(screen, style=style), int(blank)

    def _insert(self, screen: Screen, name: str) -> int:
        """Load the good rows; how many rows of the file they were."""
        table, across = screen.match.table, list(screen.match.across)
        create(self.con, table)
        bound = screen.rows.bound | {"source": name} | ({"across": across} if across else {})
        inserted = self.con.execute(f"INSERT INTO {quoted(table.name)} {screen.kept}", bound).fetchone()
        return int(inserted[0]) // (len(across) or 1) if inserted else 0

    def _refuse_change(self, source: Source, table: Table, modified: int, size: int) -> None:
        after = source.path.stat()
        if (after.st_mtime_ns, after.st_size) != (modified, size):
            self.con.execute(" ".join(["DELETE FROM", quoted(table.name), OF_SOURCE]), {"source": source.name})
            raise Unusable(Problem(None, None, "a file that stays as it is while it is read", "one that changed"))

    def _totals(self, table: Table, name: str) -> dict[str, float | None]:
        if not table.totals:
            return {}
        sums = [f"sum({quoted(measure)})::DOUBLE" for measure in table.totals]
        found = self.con.execute(select_from(sums, quoted(table.name), OF_SOURCE), {"source": name}).fetchone()
        return dict(zip(table.totals, found or (), strict=True))

    def _problems(self, screen: Screen, rejected: int) -> tuple[Problem, ...]:
        if not rejected:
            return ()
        found = self.con.execute(f"{screen.bad} LIMIT {MOST_PROBLEMS}", screen.rows.bound)
        cells = (problem for row in iter(found.fetchone, None) for problem in _wrong(screen, *row))
        both = sorted([*screen.rows.problems, *islice(cells, MOST_PROBLEMS)], key=lambda problem: problem.line or 0)
        return tuple(both[:MOST_PROBLEMS])


def create(con: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Create a table with its stored columns and `source`, the file a row comes from, unless it is there."""
    columns = [f"{quoted(column.name)} {values.TYPES[column.kind]}" for column in table.stored]
    con.execute(f"CREATE TABLE IF NOT EXISTS {quoted(table.name)} ({', '.join(columns)}, source VARCHAR)")


def _recognised(first: Heading) -> Match:
    try:
        return recognise(first.cells)
    except Unusable as refusal:
        raise Unusable(replace(refusal.problem, line=first.line)) from None


def _wrong(screen: Screen, line: int, expected: list[str | None], found: list[str | None]) -> Iterator[Problem]:
    for field, wanted, cell in zip(screen.loaded, expected, found, strict=True):
        if wanted:
            yield Problem(line, field.heading, wanted, _shown(cell))


def _shown(cell: str | None) -> str:
    if cell is None:
        return "a blank cell"
    return cell if len(cell) <= LONGEST_FOUND else cell[:LONGEST_FOUND] + "…"


def _decisions(screen: Screen, currency: str | None, rejected: int) -> Iterator[str]:
    match = screen.match
    if match.table.dated or match.field("touched_at"):
        yield f"dates: {screen.style.days}"
    if currency:
        yield f"amounts: {currency}, as {'the headings say' if match.currency else 'set, for the headings name none'}"
    if screen.style.decimal_comma:
        yield "numbers: some have a decimal comma, so 1,234 and 1.234 are in doubt and rejected with them"
    if match.unknown:
        yield f"columns not used: {', '.join(match.unknown)}"
    if rejected > MOST_PROBLEMS:
        yield f"problems: {rejected:,} rows were rejected, the first {MOST_PROBLEMS:,} problems are listed"

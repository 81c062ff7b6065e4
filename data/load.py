"""Files into checked tables, with a report a person can act on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from data import (
    checks,
    dataset,
    deciding,
    mapping,
    own_totals,
    quarantine,
    reading,
    replacing,
    sources,
    texts,
    told,
    values,
)
from data.clauses import quoted, select_from
from data.dataset import DataSet
from data.deciding import Decided, Said
from data.heading import Heading, heading
from data.jobs import Tell, silent
from data.matches import Match
from data.problem import Problem, Unusable
from data.recognise import recognise
from data.report import FileReport, LoadReport
from data.screen import Screen
from data.skipping import NAMELESS, TOTAL
from data.sources import Source
from data.table import Table
from data.tables.ads import AD, AD_PERIOD
from data.texts import Text

MOST_SHEETS = 10
OF_SOURCE = "WHERE source = $source"


def load(
    con: duckdb.DuckDBPyConnection,
    paths: Sequence[Path],
    *,
    date_format: str | None = None,
    currency: str = "INR",
    rejected: Path | None = None,
    scratch: Path | None = None,
    tell: Tell = silent,
) -> LoadReport:
    """Load the files that paths stand for into `con`: a table for each known one, with `source` and `account`.

    What their folder's dataset.toml says counts before `date_format` (dmy, mdy or ymd), for dates that show no order,
    and `currency`, for amounts that name none. Rejected rows are kept in the folder `rejected`; copies of files
    that need one are made in `scratch`, or where the system keeps what is temporary. `tell` hears of each file before
    it is read. What is wrong with a file is in the report, never an exception.
    """
    try:
        said = dataset.read(paths)
    except Unusable as refusal:
        return LoadReport((FileReport(dataset.NAME, problems=(refusal.problem,), usable=False),))
    found = sources.find(paths)
    chosen = tuple(source for source in found.files if source.path not in said.files)
    with TemporaryDirectory(prefix="novamart-", dir=scratch) as folder:
        loader = _Loader(con, Path(folder), said, date_format, currency, rejected)
        files = tuple(loader.report(source) for source in _told(chosen, tell))
    files = _replaced(con, files, [source.name for source in sources.oldest_first(chosen)])
    return LoadReport(files, checks.conflicts(con, files), found.skipped)


def _told(chosen: Sequence[Source], tell: Tell) -> Iterator[Source]:
    for done, source in enumerate(chosen):
        tell(f"reading {source.name}", done, len(chosen))
        yield source


@dataclass(frozen=True)
class _Loader:
    """Loads one file after the other; copies of files that need one go to `folder`."""

    con: duckdb.DuckDBPyConnection
    folder: Path
    dataset: DataSet
    date_format: str | None
    currency: str
    rejected: Path | None

    def report(self, source: Source) -> FileReport:
        """Load one file and say what became of it."""
        blank = FileReport(source.name, usable=False)
        try:
            before = source.path.stat()
            said = self._said(source)
            text, first, match = self._headed(source, said)
            blank = _known(blank, match)
            rows = reading.rows(self.con, text, first, self.folder / "copy.csv")
            decided = deciding.decide(self.con, first, match, rows, said)
            blank = replace(_known(blank, decided.screen.match), currency=decided.currency)
            loaded = self._loaded(source, decided, blank, first.cells)
            self._refuse_change(source, decided.screen.match.table, before.st_mtime_ns, before.st_size)
            return replace(loaded, decisions=(*filter(None, [text.decision, told.layout(first)]), *loaded.decisions))
        except Unusable as refusal:
            return replace(blank, problems=(refusal.problem,))
        except OSError as error:
            return replace(blank, problems=(Problem(None, None, "a file that can be read", error.strerror or "none"),))
        except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
            found = str(error).splitlines()[0]
            return replace(blank, problems=(Problem(None, None, "room to read a file of this size", found),))

    def _said(self, source: Source) -> Said:
        mapped = self.dataset.source(source.name)
        account = (mapped.name if mapped else "") or source.account
        return Said(self.dataset, mapped, self.date_format, self.currency, account)

    def _headed(self, source: Source, said: Said) -> tuple[Text, Heading, Match]:
        """The file as text, with its headings; of a workbook the first sheet that is recognised."""
        refusals: list[Unusable] = []
        for sheet in range(MOST_SHEETS):
            text = texts.opened(source.path, self.folder, sheet)
            try:
                return text, *heading(text.path, lambda cells: self._recognised(cells, said))
            except Unusable as refusal:
                refusals.append(refusal)
            if sheet + 1 >= text.of:
                break
        raise refusals[0]

    def _recognised(self, cells: Sequence[str], said: Said) -> Match:
        return mapping.recognised(cells, said.mapped) if said.mapped else recognise(cells)

    def _loaded(self, source: Source, decided: Decided, blank: FileReport, headings: Sequence[str]) -> FileReport:
        screen = decided.screen
        skips = self.con.execute(screen.skips).fetchall()
        skipped, read = sum(many for _, many, *_ in skips), screen.rows.count + screen.rows.rejected
        if read == skipped:
            raise Unusable(Problem(None, None, "at least one row below the headings", "none"))
        loaded = self._insert(screen, source.name)
        lost, totals = read - skipped - loaded, self._totals(screen.match.table, source.name)
        summed = any(reason in (TOTAL, NAMELESS) for reason, *_ in skips)
        own = own_totals.compared(self.con, screen, totals, loaded) if summed else ""
        return replace(
            blank,
            rows_read=read,
            rows_loaded=loaded,
            rows_rejected=lost,
            rows_skipped=skipped,
            period=self._period(screen.match.table, source.name),
            totals=totals,
            problems=(
                *told.problems(self.con, screen, lost),
                *checks.disagreements(self.con, screen, source.name),
                *checks.contradictions(self.con, screen),
            ),
            decisions=(*decided.reasons, *told.decisions(screen, skips, lost), *filter(None, [own])),
            usable=True,
            refused=told.refusal(lost, read - skipped, self.dataset.most_rejected),
            quarantine=self._quarantined(screen, source.name, headings) if lost else None,
        )

    def _insert(self, screen: Screen, name: str) -> int:
        """Load the good rows; how many rows of the file they were."""
        table, across = screen.match.table, list(screen.match.across)
        create(self.con, table)
        bound = {"source": name} | ({"across": across} if across else {}) | {"account": screen.account}
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

    def _period(self, table: Table, name: str) -> dict[str, str] | None:
        first, last = ("starts", "ends") if table is AD_PERIOD else ("date", "date")
        if not table.dated:
            return None
        ends = [f"min({first})::VARCHAR", f"max({last})::VARCHAR"]
        found = self.con.execute(select_from(ends, quoted(table.name), OF_SOURCE), {"source": name}).fetchone()
        return dict(zip(("start", "end"), found, strict=True)) if found and found[0] else None

    def _quarantined(self, screen: Screen, name: str, headings: Sequence[str]) -> str | None:
        if self.rejected is None:
            return None
        place = quarantine.place(self.rejected, name)
        quarantine.write(self.con, screen, headings, place)
        return str(place)


def create(con: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Create a table with its stored columns, and the file and account of a row, unless it is there."""
    columns = [f"{quoted(column.name)} {values.TYPES[column.kind]}" for column in table.stored]
    con.execute(
        f"CREATE TABLE IF NOT EXISTS {quoted(table.name)} ({', '.join(columns)}, source VARCHAR, account VARCHAR)"
    )


def _known(blank: FileReport, match: Match) -> FileReport:
    name = match.table.name
    return replace(blank, recognised_as=match.form.name if match.form else name.replace("_", " "), table=name)


def _replaced(
    con: duckdb.DuckDBPyConnection, files: tuple[FileReport, ...], oldest_first: Sequence[str]
) -> tuple[FileReport, ...]:
    """The reports with what gave way to later files of the same account."""
    loaded = {file.file for file in files if file.usable and file.table == AD.name}
    given = replacing.replace_earlier(con, [name for name in oldest_first if name in loaded])
    return tuple(_with(file, [each for each in given if each.file == file.file]) for file in files)


def _with(file: FileReport, given: Sequence[replacing.Given]) -> FileReport:
    said = [
        f"{each.rows:,} rows give way to {each.later}, a later file with the same days and campaigns" for each in given
    ]
    return replace(file, rows_replaced=sum(each.rows for each in given), decisions=(*file.decisions, *said))

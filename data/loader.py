"""One file into its table, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from data import checks, deciding, filing, mapping, own_totals, quarantine, reading, texts, told
from data.dataset import DataSet
from data.deciding import Decided
from data.heading import Heading, heading
from data.matches import Match
from data.problem import Problem, Unusable
from data.recognise import recognise
from data.report import FileReport
from data.said import Said
from data.screen import Screen
from data.skipping import NAMELESS, TOTAL
from data.sources import Source
from data.table import Table
from data.texts import Text

MOST_SHEETS = 10


@dataclass(frozen=True)
class Loader:
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
        loaded = filing.insert(self.con, screen, source.name)
        lost, totals = read - skipped - loaded, filing.totals(self.con, screen.match.table, source.name)
        summed = any(reason in (TOTAL, NAMELESS) for reason, *_ in skips)
        own = own_totals.compared(self.con, screen, totals, loaded) if summed else ""
        return replace(
            blank,
            rows_read=read,
            rows_loaded=loaded,
            rows_rejected=lost,
            rows_skipped=skipped,
            period=filing.period(self.con, screen.match.table, source.name),
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

    def _refuse_change(self, source: Source, table: Table, modified: int, size: int) -> None:
        after = source.path.stat()
        if (after.st_mtime_ns, after.st_size) != (modified, size):
            filing.discard(self.con, table, source.name)
            raise Unusable(Problem(None, None, "a file that stays as it is while it is read", "one that changed"))

    def _quarantined(self, screen: Screen, name: str, headings: Sequence[str]) -> str | None:
        if self.rejected is None:
            return None
        place = quarantine.place(self.rejected, name)
        quarantine.write(self.con, screen, headings, place)
        return str(place)


def _known(blank: FileReport, match: Match) -> FileReport:
    name = match.table.name
    return replace(blank, recognised_as=match.form.name if match.form else name.replace("_", " "), table=name)

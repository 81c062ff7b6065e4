"""Files into checked tables, with a report a person can act on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from data import checks, dataset, replacing, sources
from data.jobs import Tell, silent
from data.loader import Loader
from data.problem import Unusable
from data.report import FileReport, LoadReport
from data.sources import Source
from data.tables.ads import AD


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
        loader = Loader(con, Path(folder), said, date_format, currency, rejected)
        files = tuple(loader.report(source) for source in _told(chosen, tell))
    files = _replaced(con, files, [source.name for source in sources.oldest_first(chosen)])
    return LoadReport(files, checks.conflicts(con, files), found.skipped)


def _told(chosen: Sequence[Source], tell: Tell) -> Iterator[Source]:
    for done, source in enumerate(chosen):
        tell(f"reading {source.name}", done, len(chosen))
        yield source


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

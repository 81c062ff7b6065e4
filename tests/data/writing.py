"""Small files to load: the campaign columns with one good row, in which a test replaces what it is about."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb

from data.load import load
from data.report import FileReport, LoadReport

GOOD: Mapping[str, str] = {
    "date": "2024-01-31",
    "campaign_id": "CMP_1",
    "campaign_name": "Spring",
    "campaign_type": "Awareness",
    "channel": "Email",
    "region": "North",
    "impressions": "1000",
    "clicks": "50",
    "conversions": "5",
    "spend": "100.25",
    "revenue": "250.5",
}


def campaign(*changes: Mapping[str, str], delimiter: str = ",", extra: Sequence[str] = ()) -> str:
    """A campaign file with one row for each of the changes to the good row."""
    headings = [*GOOD, *extra]
    rows = [[(dict(GOOD) | dict(change)).get(heading, "") for heading in headings] for change in changes]
    return "".join(delimiter.join(row) + "\n" for row in [headings, *rows])


def write(path: Path, text: str) -> Path:
    """The file, written as it is, line breaks included."""
    path.write_bytes(text.encode())
    return path


def checked(path: Path, date_format: str | None = None) -> FileReport:
    """The report of one file."""
    with duckdb.connect() as con:
        return load(con, [path], date_format=date_format).files[0]


def places(report: FileReport) -> list[tuple[int | None, str | None, str]]:
    """Line, column and what was found, of each problem."""
    return [(problem.line, problem.column, problem.found) for problem in report.problems]


def loaded(folder: Path, toml: str, **files: str) -> LoadReport:
    """The report of a folder with that dataset.toml and those CSV files."""
    write(folder / "dataset.toml", toml)
    for name, text in files.items():
        write(folder / f"{name}.csv", text)
    with duckdb.connect() as con:
        return load(con, [folder])


def one(folder: Path, toml: str, text: str, name: str = "shop") -> FileReport:
    """The report of one file beside that dataset.toml."""
    return loaded(folder, toml, **{name: text}).files[0]

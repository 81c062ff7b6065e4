"""The rows that were not loaded, kept beside the store with their lines and reasons."""

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb

from data.clauses import select_from
from data.screen import Screen

FORMULA = ("=", "+", "-", "@", "\t")
NUMBER = re.compile(r"[+-]?[\d.,\s]*%?")
BATCH = 10_000


def write(con: duckdb.DuckDBPyConnection, screen: Screen, headings: Sequence[str], path: Path) -> None:
    """Write every rejected row: its line, what was expected where, and its cells, none of which a sheet computes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["line", "expected", *map(inert, headings)])
        for row in (*_ragged(screen), *_rejected(con, screen)):
            writer.writerow([inert(cell) for cell in row])


def place(folder: Path, name: str) -> Path:
    """Where the rejected rows of a file of that name go."""
    safe = re.sub(r"[^\w.-]+", "_", name).lstrip(".")
    return folder / f"{safe}.rejected.csv"


def _rejected(con: duckdb.DuckDBPyConnection, screen: Screen) -> Iterator[list[str]]:
    cells = ", ".join(f"c{place}" for place in range(screen.rows.width))
    found = con.execute(
        select_from(["bad.*", cells], f"({screen.bad}) AS bad JOIN ({screen.rows.sql}) AS raw USING (line)")
    )
    while rows := found.fetchmany(BATCH):
        for line, expected, _, *cells_found in rows:
            wrong = zip(screen.loaded, expected, strict=True)
            reasons = [f"{field.heading}: {wanted}" for field, wanted in wrong if wanted]
            yield [str(line), "; ".join(reasons), *(cell or "" for cell in cells_found)]


def _ragged(screen: Screen) -> Iterator[list[str]]:
    if screen.rows.ragged:
        with screen.rows.ragged.open(encoding="utf-8", newline="") as file:
            yield from csv.reader(file)


def inert(cell: str) -> str:
    """The text of a cell as no sheet computes it."""
    return f"'{cell}" if cell.startswith(FORMULA) and not NUMBER.fullmatch(cell) else cell

"""How a file writes its numbers and its days, decided from all of its values and what its owner says."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import duckdb

from data import dates, written
from data.cells import WRITTEN
from data.clauses import select
from data.columns import Kind
from data.matches import Field
from data.numerals import Marks
from data.said import Said
from data.screen import Screen
from data.values import Style

MOST_WRITTEN = 100_000


def styled(con: duckdb.DuckDBPyConnection, screen: Screen, said: Said, reasons: list[str]) -> Style:
    """The style of a file, its reasons added; raises Unusable where days are in doubt."""
    marks = _marks(con, screen, said.decimal)
    if marks.doubtful:
        reasons.append(
            "numbers: with decimal points and with decimal commas, so 1,234 and 1.234 are in doubt, rejected"
        )
    elif marks.comma:
        reasons.append(f"numbers: {marks}, as {'dataset.toml says' if said.decimal else 'the values show'}")
    dated = [known for known in screen.loaded if known.column.kind in (Kind.DATE, Kind.TIME)]
    style = Style(marks=marks)
    if not dated:
        return style
    style = replace(style, written=_written(con, screen, dated, said))
    cells = " UNION ALL ".join(
        select(["line", f"t{known.index} AS cell"], replace(screen, style=style).texts) for known in dated
    )
    style = replace(style, days=dates.decide(con, cells, {}, dated[0].heading, said.order))
    reasons.append(f"dates: {style.days}{', some in words' if style.written else ''}")
    return style


def _marks(con: duckdb.DuckDBPyConnection, screen: Screen, decimal: str | None) -> Marks:
    if decimal:
        return Marks(comma=decimal == ",")
    if screen.rows.delimiter != ";" and con.execute(screen.plain).fetchone() == (True,):
        return Marks(plain=True)
    comma, point = con.execute(screen.marks).fetchone() or (False, False)
    if comma and point:
        return Marks(doubtful=True)
    return Marks(comma=bool(comma) or (not point and screen.rows.delimiter == ";"))


def _written(con: duckdb.DuckDBPyConnection, screen: Screen, dated: Sequence[Field], said: Said) -> bool:
    """Look up the days that are not in numbers with marks; whether there are any."""
    cells = " UNION ".join(
        select([f"c{known.index} AS cell"], screen.rows.sql) for known in dated if known.column.kind is Kind.DATE
    )
    if not cells:
        return False
    only = f"WHERE NOT regexp_full_match(cell, $plain) OR regexp_matches(cell, $zoned) LIMIT {MOST_WRITTEN}"
    found = con.execute(
        select(["DISTINCT cell"], cells, only), {"plain": dates.PARTS, "zoned": written.ENDS_IN_ZONE}
    ).fetchall()
    known = list(_read(cell for (cell,) in found) if said.dataset.zone is None else _read_in(found, said))
    con.execute(f"CREATE OR REPLACE TEMP TABLE {WRITTEN} (cell VARCHAR, day VARCHAR)")
    if known:
        con.execute(
            f"INSERT INTO {WRITTEN} SELECT unnest($cells), unnest($days)",
            dict(zip(("cells", "days"), map(list, zip(*known, strict=True)), strict=True)),
        )
    return bool(known)


def _read(cells: Iterator[str]) -> Iterator[tuple[str, str]]:
    return ((cell, day) for cell in cells if (day := written.iso(cell)))


def _read_in(found: Sequence[tuple[str]], said: Said) -> Iterator[tuple[str, str]]:
    return ((cell, day) for (cell,) in found if (day := written.iso(cell, said.dataset.zone)))

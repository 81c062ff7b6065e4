"""What a file says twice and what two files say differently."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import duckdb

from data import money, quality_ratios
from data.clauses import quoted, select, select_from
from data.matches import Field
from data.problem import Problem
from data.report import Conflict, FileReport
from data.screen import Screen
from data.table import Table
from data.tables import table
from data.tables.ads import AD, AD_PERIOD

EXACT = 1e-9


def disagreements(con: duckdb.DuckDBPyConnection, screen: Screen, name: str) -> tuple[Problem, ...]:
    """One problem for each repeated column whose values differ from its formula by more than their last digit.

    What was compared, and the first rows that differ, are noted under the file's `name`.
    """
    if not screen.repeated:
        return ()
    counted = [_counted(place) for place in range(len(screen.repeated))]
    compared = [_compared(screen, place) for place in range(len(screen.repeated))]
    rows = select(["line", *compared], screen.read)
    answers = con.execute(select(counted, rows)).fetchone() or ()
    found = list(zip(screen.repeated, _batched(answers), strict=True))
    for place, (field, (looked_at, many, *_)) in enumerate(found):
        noted = (screen.match.table.name, name, field.heading, looked_at, many)
        first = select(["line", f"said{place} AS said", f"due{place} AS due"], rows, f"WHERE {_differs(place)}")
        quality_ratios.note(con, noted, field.column.formula, first)
    return tuple(
        Problem(line, field.heading, f"{field.column.formula} = {due:.6g}", _said(said, many))
        for field, (_, many, line, said, due) in found
        if many
    )


def contradictions(con: duckdb.DuckDBPyConnection, screen: Screen) -> tuple[Problem, ...]:
    """One problem for each column that is about a key whose rows differ in it."""
    return tuple(problem for field in screen.loaded if field.column.of for problem in _differing(con, screen, field))


def conflicts(con: duckdb.DuckDBPyConnection, files: Iterable[FileReport]) -> tuple[Conflict, ...]:
    """What keeps files of one table from being joined: amounts in two currencies, or a key that two of them have."""
    usable = [file for file in files if file.usable and file.table]
    by_table: dict[str, list[FileReport]] = {}
    for file in usable:
        by_table.setdefault(file.table or "", []).append(file)
    keyed = [table(name) for name, several in by_table.items() if len(several) > 1 and table(name).key]
    return (*_currencies(usable), *(found for shared in keyed for found in _same_keys(con, shared)))


def _currencies(files: Iterable[FileReport]) -> Iterator[Conflict]:
    """One for each table whose files have amounts in several currencies."""
    by_table: dict[str, list[FileReport]] = {}
    for file in files:
        if file.currency:
            by_table.setdefault(AD.name if file.table == AD_PERIOD.name else file.table or "", []).append(file)
    return (money.apart(name, several) for name, several in by_table.items() if len({f.currency for f in several}) > 1)


def _differing(con: duckdb.DuckDBPyConnection, screen: Screen, field: Field) -> Iterator[Problem]:
    key = next(known for known in screen.loaded if known.column.name == field.column.of)
    said, value = f"t{field.index}", f"v{field.index}"
    ends = [f"arg_min({said}, {value}) AS low", f"arg_max({said}, {value}) AS high", "min(line) AS a", "max(line) AS z"]
    rows = select([f"v{key.index} AS key", *ends], screen.read, f"GROUP BY key HAVING min({value}) <> max({value})")
    firsts = [f"arg_min({name}, a)" for name in ("key", "low", "high", "z")]
    many, line, of, low, high, last = con.execute(select(["count(*)", "min(a)", *firsts], rows)).fetchall()[0]
    if many:
        others = f", and {many - 1:,} more that differ" if many > 1 else ""
        found = f"{low} and {high} by line {last:,}{others} (loaded; the largest counts)"
        yield Problem(line, field.heading, f"the same in each row of {key.heading} {of}", found)


def _counted(place: int) -> str:
    compared = f"count(TRY_CAST(said{place} AS DOUBLE)) FILTER (isfinite(due{place}))"
    differs = f"FILTER ({_differs(place)})"
    first = f"min(line) {differs}, arg_min(said{place}, line) {differs}, arg_min(due{place}, line) {differs}"
    return f"{compared}, count(*) {differs}, {first}"


def _differs(place: int) -> str:
    return f"abs(TRY_CAST(said{place} AS DOUBLE) - due{place}) > slack{place} AND isfinite(due{place})"


def _batched(answers: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (answers[start : start + 5] for start in range(0, len(answers), 5))


def _compared(screen: Screen, place: int) -> str:
    field = screen.repeated[place]
    said, due = f"t{field.index}", screen.due(field)
    digit = f"CASE WHEN contains({said}, '.') THEN pow(10, instr({said}, '.') - length({said})) ELSE 1 END"
    return f"{said} AS said{place}, {due} AS due{place}, {digit} + {EXACT} * abs({due}) AS slack{place}"


def _said(value: str, many: int) -> str:
    others = f", and {many - 1:,} more rows that differ" if many > 1 else ""
    return f"{value}{others} (a repeated figure: checked, not loaded)"


def _same_keys(con: duckdb.DuckDBPyConnection, shared: Table) -> Iterator[Conflict]:
    key = ", ".join(quoted(name) for name in shared.key)
    columns = ["min(source) AS a", "max(source) AS b", f"concat_ws(', ', {key}) AS key"]
    twice = select_from(columns, quoted(shared.name), f"GROUP BY {key} HAVING min(source) <> max(source)")
    found = con.execute(select(["a", "b", "count(*)", "min(key)"], twice, "GROUP BY a, b ORDER BY a, b")).fetchall()
    for one, other, many, first in found:
        expected = f"each {', '.join(shared.key)} in one file only"
        yield Conflict(shared.name, (one, other), expected, f"{many:,} in both, the first being {first}")

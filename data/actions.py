"""Meta's lists of actions, as its API writes them into one cell: what kinds there are, and how many of one of them.

`[{"action_type": "omni_purchase", "value": "3"}, …]`, or the same as Python writes it. Kinds overlap (a purchase on a
website is an `omni_purchase` as well), so one of them is counted. The numbers of attribution windows are passed over
(Ads Action Stats in the reference of Meta's Marketing API).
"""

from collections.abc import Iterator
from dataclasses import replace

import duckdb

from data.clauses import literal, select
from data.matches import Field, Match
from data.reading import Rows

KIND, VALUE = "action_type", "value"
EXPECTED = "a list of actions"
SHAPE = f'[{{"{KIND}": "VARCHAR", "{VALUE}": "VARCHAR"}}]'


def decided(con: duckdb.DuckDBPyConnection, match: Match, rows: Rows, reasons: list[str]) -> Match:
    """The match in which each column of lists counts one kind of action; a column without lists is left out."""
    return replace(match, fields=tuple(_fields(con, match, rows, reasons)))


def counted(cell: str, kind: str, mark: str) -> str:
    """SQL: the number of that kind in the list of a cell, as text with that decimal mark; a blank cell lists nothing.

    A cell that is no list, or whose number is none, is put in quotes, so that it is no number.
    """
    number = f"TRY_CAST(x.{VALUE} AS DECIMAL(18, 4))"
    ours = f"[{number} FOR x IN from_json({_json(cell)}, '{SHAPE}') IF x.{KIND} = {literal(kind)}]"
    total = f"replace(coalesce(list_sum({ours}), 0)::VARCHAR, '.', '{mark}')"
    sound = f"CASE WHEN {_is_list(cell)} THEN list_count({ours}) = len({ours}) ELSE false END"
    return f"CASE WHEN {cell} IS NULL THEN '0' WHEN {sound} THEN {total} ELSE concat('\"', {cell}, '\"') END"


def _fields(con: duckdb.DuckDBPyConnection, match: Match, rows: Rows, reasons: list[str]) -> Iterator[Field]:
    for known in match.fields:
        if not known.kinds:
            yield known
        elif _holds_lists(con, f"c{known.index}", rows):
            found = _kinds(con, f"c{known.index}", rows)
            counted = next((kind for kind in known.kinds if kind in found), known.kinds[0])
            others = f"; other kinds do not count: {len(found - {counted})}" if found - {counted} else ""
            reasons.append(f"{known.column.name}: {known.heading} of the kind {counted}{others}")
            yield replace(known, kinds=(counted,))
        else:
            reasons.append(f"{known.column.name}: not {known.heading}, which holds no lists of actions")


def _holds_lists(con: duckdb.DuckDBPyConnection, cell: str, rows: Rows) -> bool:
    """Whether a column holds lists, or nothing at all."""
    asked = select([f"bool_or({_is_list(cell)})", f"count({cell})"], rows.sql)
    some, filled = con.execute(asked).fetchone() or (False, 0)
    return bool(some) or not filled


def _kinds(con: duckdb.DuckDBPyConnection, cell: str, rows: Rows) -> set[str]:
    each = f"CASE WHEN {_is_list(cell)} THEN json_extract_string({_json(cell)}, '$[*].{KIND}') END"
    asked = select([f"DISTINCT unnest({each}) AS kind"], rows.sql)
    return {kind for (kind,) in con.execute(asked).fetchall()}


def _json(cell: str) -> str:
    """SQL: the list as JSON; Python puts single quotes where JSON has double ones."""
    return f"CASE WHEN starts_with({cell}, '[{{''') THEN replace({cell}, '''', '\"') ELSE {cell} END"


def _is_list(cell: str) -> str:
    return f"CASE WHEN json_valid({_json(cell)}) THEN json_type({_json(cell)}) = 'ARRAY' ELSE false END"

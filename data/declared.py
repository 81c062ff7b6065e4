"""What readers say about a file that nothing recognises: a source in a dataset.toml beside it."""

import json
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from data import texts
from data.columns import Column
from data.dataset import NAME, mapped, toml
from data.heading import heading
from data.mapping import ENOUGH
from data.matches import Match
from data.problem import Problem, Unusable
from data.table import Table
from data.tables import TABLES
from data.tables.ads import AD, AD_PERIOD
from data.tables.customers import CORRELATION

DELETE, SOURCE = "\x7f", "[[source]]"
MAPPABLE = tuple(table for table in TABLES if table not in (CORRELATION, AD_PERIOD))


def declare(folder: Path, said: Mapping[str, Any]) -> None:
    """Keep a source for the files in a folder, in place of what was said of the same files; raises Unusable.

    What stands above the sources stays as it is written.
    """
    mapped(said)
    file = folder / NAME
    before = toml(file) if file.is_file() else {}
    above = file.read_text("utf-8").partition(SOURCE)[0] if before else ""
    if before.keys() - {"source"} != tomllib.loads(above).keys():
        raise Unusable(Problem(None, None, f"a {NAME} whose sources come last", "something below them"))
    kept = [source for source in before.get("source", []) if source["files"] != said["files"]]
    beside = file.with_suffix(".new")
    beside.write_text(above + "\n".join(_written(source) for source in [*kept, said]), "utf-8")
    beside.replace(file)


def headings(path: Path, folder: Path) -> tuple[str, ...]:
    """The first line of a file that could be its headings; none where it has none. Copies are made in `folder`."""
    try:
        return heading(texts.opened(path, folder).path, _anything)[0].cells
    except (Unusable, OSError):
        return ()


def asked_of(table: Table) -> list[tuple[str, bool]]:
    """The columns of a table that a source may name, each with whether it has to."""
    return [(column.name, _needed(table, column)) for column in table.stored]


def _needed(table: Table, column: Column) -> bool:
    return column.name in ENOUGH if table is AD else column.required


def _anything(cells: Sequence[str]) -> Match:
    if len(cells) < 2:
        raise Unusable(Problem(None, None, "several columns", "one"))
    return Match(AD, ())


def _written(source: Mapping[str, Any]) -> str:
    plain = [f"{name} = {_toml(value)}" for name, value in source.items() if not isinstance(value, dict)]
    nested = [
        f"[source.{name}]\n" + "\n".join(f"{_toml(key)} = {_toml(value)}" for key, value in values.items())
        for name, values in source.items()
        if isinstance(values, dict)
    ]
    return "\n".join([SOURCE, *plain, *nested, ""])


def _toml(value: object) -> str:
    """A text or a list of texts; JSON writes both as TOML does, but for one character."""
    return json.dumps(value, ensure_ascii=False).replace(DELETE, "\\u007f")

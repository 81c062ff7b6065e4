"""A chart's figures as a table: what the browser shows as its table and writes as CSV."""

import re
import textwrap
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd

from analytics.numbers import Unit
from analytics.periods import Period
from layouts.ui.drawing import Drawing

TEXT, DATE = "text", "date"
BY = "by"
LONGEST = 72
UNITS = {Unit.PERCENT: "%", Unit.TIMES: "x", Unit.COUNT: "", Unit.SCORE: "of 5", Unit.DAYS: "days"}
Cell = str | float | None


@dataclass(frozen=True)
class Column:
    """A column: its name, the unit that stands in its heading, and how its cells are read."""

    name: str
    kind: str = TEXT
    unit: str = ""


def value_column(name: str, unit: Unit, currency: str) -> Column:
    """The column of a metric."""
    return Column(name, unit.value, currency if unit is Unit.CURRENCY else UNITS[unit])


def twin(
    drawing: Drawing, title: str, period: Period | None, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]
) -> dict[str, object]:
    """The table behind a chart, with the file name and the words about it that travel with a download.

    `period` are the days it is about, None where the rows carry none.
    """
    return {**_about(drawing, title, period, columns), "rows": [list(row) for row in rows]}


def twin_of_many(drawing: Drawing, title: str, columns: Sequence[Column], frame: pd.DataFrame) -> dict[str, object]:
    """The same of thousands of rows, as small as it can be sent: a list for each of the columns of `frame`, in order.

    Text that repeats is told once: a column of it is its `names` and, for each row, the place of one or -1 for none.
    """
    cells = [_cells(frame[name], column) for name, column in zip(frame, columns, strict=True)]
    return {**_about(drawing, title, None, columns), "cells": cells}


def _cells(values: "pd.Series[Any]", column: Column) -> object:
    if column.kind != TEXT:
        return values.to_numpy(dtype=float)
    codes, names = pd.factorize(values)
    repeated = 2 * len(names) < len(values)
    return {"names": names.tolist(), "codes": codes} if repeated else values.astype(object).tolist()


def _about(drawing: Drawing, title: str, period: Period | None, columns: Sequence[Column]) -> dict[str, object]:
    name = _file_name(f"{drawing.brand} {_gist(title)}")
    return {
        "file": f"{name}-{period.start}-{period.end}" if period else name,
        "caption": title,
        "columns": [asdict(column) for column in columns],
        "about": list(drawing.about),
        "currency": drawing.currency,
    }


def _gist(title: str) -> str:
    """A title as far as it says by what it is told, or all of it where it does not."""
    parts = title.split(", ")
    told = next((place for place, part in enumerate(parts, 1) if BY in part.split()), len(parts))
    return " ".join(parts[:told])


def _file_name(text: str) -> str:
    """Its letters and digits, whole words of them, short enough for a folder to show."""
    words = re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()
    return textwrap.wrap(words, LONGEST)[0].replace(" ", "-") if words else ""

"""A chart's figures as a table: what the browser shows as its table and writes as CSV."""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from analytics.numbers import Unit
from analytics.periods import Period
from layouts.ui.drawing import Drawing

TEXT, DATE = "text", "date"
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
    name = re.sub(r"[^a-z0-9]+", "-", f"{drawing.brand} {title}".lower()).strip("-")
    return {
        "file": f"{name}-{period.start}-{period.end}" if period else name,
        "caption": title,
        "columns": [asdict(column) for column in columns],
        "rows": [list(row) for row in rows],
        "about": list(drawing.about),
        "currency": drawing.currency,
    }

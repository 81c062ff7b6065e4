"""The credit of every model by channel, as the table of a chart card."""

from collections.abc import Mapping, Sequence

from analytics.credit_intervals import Interval
from analytics.credits import CONVERSIONS, SHARE, VALUE, Credits
from analytics.metrics import metric
from analytics.offers import offer
from analytics.periods import Period
from layouts.ui.drawing import Drawing
from layouts.ui.reported import reported
from layouts.ui.twin import Cell, Column, twin, value_column


def credit_table(
    given: Credits,
    names: Sequence[str],
    label: str,
    intervals: Mapping[str, Interval],
    drawing: Drawing,
    days: Period | None,
    subject: str,
) -> dict[str, object]:
    """Share, conversions and value of each channel under each model; the interval under the model called `label`."""
    conversions, revenue = metric("conversions"), metric("revenue")
    columns = [Column("Channel")]
    for key in given.shares:
        named = offer(str(key)).label
        columns += [Column(f"{named}, share", "percent", "%"), Column(f"{named}, conversions", conversions.unit.value)]
        columns += [value_column(f"{named}, value", revenue.unit, drawing.currency)]
    columns += [Column(f"{label}, {end} end", "percent", "%") for end in ("lower", "upper")] if intervals else []
    rows: list[list[Cell]] = []
    for name in names:
        cells: list[Cell] = [name]
        for key in given.shares:
            cells += [reported(given.of(what)[key].get(name)) for what in (SHARE, CONVERSIONS, VALUE)]
        rows.append([*cells, *(intervals.get(name, (None, None)) if intervals else ())])
    return twin(drawing, subject, days, columns, rows)

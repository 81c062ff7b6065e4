"""Running totals of a metric by the members of a dimension, as a chart card's content."""

from analytics.comparison import Facts
from analytics.findings import ranking_finding
from analytics.metric import Metric
from analytics.running import running_totals
from analytics.wording import listed, period_name
from layouts.figures.areas import piled
from layouts.figures.parts import Part
from layouts.ui.chart_card import BLANK, Key, head
from layouts.ui.drawing import Drawing
from layouts.ui.notices import empty
from layouts.ui.twin import DATE, Cell, Column, twin, value_column


def running_card(shown: Metric, facts: Facts, dimension: str, drawing: Drawing) -> dict[str, object]:
    """Areas that pile up from the first day of the period, the largest at the bottom."""
    totals = running_totals(shown, facts.now, facts.period, dimension)
    subject = f"{drawing.named(shown)} so far, by {dimension}, {period_name(facts.period)}"
    title = ranking_finding(shown, facts, dimension, noun=dimension)
    if totals.empty:
        why = empty("Nothing to add up", f"{shown.label}: {shown.reason(facts.now)}.")
        return {"head": head(title, subject), "figure": BLANK, "note": why, "twin": None}
    totals = totals[totals.iloc[-1].sort_values(ascending=False, kind="stable").index]
    parts = [Part(str(name), _colour(str(name), drawing), list(totals[name])) for name in totals]
    keys = [Key(part.name, str(drawing.written(shown, part.values[-1] or 0)), "square", part.colour) for part in parts]
    columns = [value_column(part.name, shown.unit, drawing.currency) for part in parts]
    rows: list[list[Cell]] = [
        [str(at), *map(float, row)] for at, row in zip(totals.index, totals.to_numpy(), strict=True)
    ]
    return {
        "head": head(title, subject, keys),
        "figure": piled(parts, list(totals.index), colours=drawing.colours, unit=shown.unit, currency=drawing.currency),
        "note": _note(shown, facts, dimension, [part.name for part in parts]),
        "twin": twin(drawing, subject, facts.period, [Column("Up to", DATE), *columns], rows),
    }


def _colour(name: str, drawing: Drawing) -> str:
    return drawing.channels.get(name, drawing.colours.compare)


def _note(shown: Metric, facts: Facts, dimension: str, told: list[str]) -> str:
    silent = sorted(set(facts.now[dimension].dropna()) - set(told))
    return f"{listed(silent)}: {shown.label.lower()} not reported." if silent else ""

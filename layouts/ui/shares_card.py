"""The shares of credit under one model as a ring, as a chart card's content."""

import math
from collections.abc import Collection

import pandas as pd

from analytics.credits import NOTHING
from analytics.metric import Metric
from analytics.numbers import percent
from analytics.periods import Period
from layouts.figures.donut import OTHERS, Slice, donut, leading
from layouts.figures.template import escape
from layouts.ui.chart_card import BLANK, Key, head
from layouts.ui.drawing import Drawing
from layouts.ui.notices import empty
from layouts.ui.twin import Cell, Column, twin, value_column

SELECT = "; select one to see the journeys it opens"


def shares_card(
    amounts: "pd.Series[float]",
    shown: Metric,
    label: str,
    drawing: Drawing,
    days: Period | None,
    reason: str = "",
    members: Collection[str] = (),
) -> dict[str, object]:
    """Slices of `amounts` (index = channel), what the model called `label` credits, at most five of them.

    Where there are none, `reason` says why. A click filters by the channels that are `members`.
    """
    ordered = amounts.dropna().sort_values(ascending=False, kind="stable")
    whole = float(ordered.sum())
    subject = f"{shown.label} credited by {label}"
    if not whole > 0:
        why = empty("No credit to share", f"There is none: {reason or NOTHING}.")
        return {"head": head("Who shares the credit?", subject), "figure": BLANK, "note": why, "twin": None}
    named = {str(name): float(amount) for name, amount in ordered.items()}
    own, rest = leading(list(named))
    slices = [_slice(name, named[name], whole, shown, drawing, name if name in members else None) for name in own]
    if rest:
        slices.append(_slice(OTHERS, sum(named[name] for name in rest), whole, shown, drawing, None))
    keys = [Key(each.name, percent(each.amount / whole, 0), "square", each.colour) for each in slices]
    amount = value_column(shown.label, shown.unit, drawing.currency)
    rows: list[list[Cell]] = [[name, credited, credited / whole] for name, credited in named.items()]
    return {
        "head": head(_title(named, whole, label), f"{subject}{SELECT if members else ''}", keys),
        "figure": donut(
            slices, colours=drawing.colours, total=str(drawing.written(shown, whole)), words=shown.label.lower()
        ),
        "note": "",
        "twin": twin(drawing, subject, days, [Column("Channel"), amount, Column("Share", "percent", "%")], rows),
    }


def _slice(name: str, amount: float, whole: float, shown: Metric, drawing: Drawing, member: str | None) -> Slice:
    hover = f"<b>{percent(amount / whole)}</b> {escape(name)}<br>{drawing.written(shown, amount)}"
    colour = drawing.channels.get(name, drawing.colours.compare)
    return Slice(name, amount, colour, hover, member)


def _title(named: dict[str, float], whole: float, label: str) -> str:
    first, *others = named
    if not others or math.isclose(named[first], named[others[0]]):
        return f"Who shares the credit under {label}?"
    return f"{first} earns {percent(named[first] / whole, 0)} under {label}"

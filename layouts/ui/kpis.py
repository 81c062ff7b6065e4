"""Metrics as figures of the KPI strip."""

import math
from dataclasses import dataclass

import pandas as pd

from analytics.comparison import Change, Facts
from analytics.metric import Metric
from analytics.metrics import break_even_roas
from analytics.numbers import MINUS, direction, exact_count, exact_money, multiple, percent
from analytics.trend import slices
from analytics.wording import BLENDED
from layouts.ui.cards import Arrow, Kpi, Verdict
from layouts.ui.drawing import Drawing

POINTS = 12
MONEY = ("spend", "revenue")
ROAS, ROWS = "roas", "rows"
NO_DATES = "No dates in the file"
ARROWS: dict[int, Arrow | None] = {1: "up", -1: "down", 0: None}
VERDICTS: dict[bool | None, Verdict] = {True: "good", False: "bad", None: "neutral"}


@dataclass(frozen=True)
class Measured:
    """What the strip is read from: the facts, how many rows they sum, and how they are written."""

    facts: Facts
    rows: int
    drawing: Drawing


def kpi(shown: Metric, measured: Measured) -> Kpi:
    """A metric with its change, what it means, and its shape over the period."""
    facts, drawing = measured.facts.claimable(), measured.drawing
    change = facts.change(shown)
    figure = drawing.written(shown, change.now)
    compared = not math.isnan(change.relative)
    return Kpi(
        label=drawing.named(shown),
        help=_help(shown, measured),
        value=figure.number,
        unit=figure.unit,
        change=percent(abs(change.relative)).removeprefix(MINUS) if compared else None,
        arrow=ARROWS[direction(change.relative)],
        verdict=VERDICTS[change.better],
        was=str(drawing.written(shown, change.before)) if compared else "",
        note="" if compared else _why(change, measured.facts),
        spark=_spark(shown, facts),
        spark_before=_spark_before(shown, facts),
    )


def count_kpi(label: str, help: str, counts: pd.Series, currency: str) -> Kpi:  # noqa: A002
    """A count as loaded, which has no dates and so no change: its parts instead, largest first."""
    ordered = counts.sort_values(ascending=False)
    parts = [(str(name), float(amount)) for name, amount in ordered.items()]
    return Kpi(label, help, exact_count(float(ordered.sum()), currency), note=NO_DATES, parts=parts)


def _spark(shown: Metric, facts: Facts) -> list[float | None]:
    if facts.days is None:
        return []
    return [None if math.isnan(value) else value for value in slices(shown, facts.now, facts.days, POINTS)]


def _spark_before(shown: Metric, facts: Facts) -> list[float | None]:
    if facts.compared is None or facts.before.empty:
        return []
    return [None if math.isnan(value) else value for value in slices(shown, facts.before, facts.compared, POINTS)]


def _why(change: Change, facts: Facts) -> str:
    if math.isnan(change.now):
        return change.metric.reason(facts.now).capitalize()
    if facts.dates is None:
        return NO_DATES
    if facts.compared is None:
        return "No comparison chosen"
    if facts.before.empty:
        return "Nothing to compare"
    return "Was 0 or less before" if facts.comparable else "Comparison partly loaded"


def _help(shown: Metric, measured: Measured) -> str:
    parts = [shown.help, f"Computed as {shown.formula}, from {_rows(shown, measured)} rows."]
    if shown.blends:
        channels = "every channel, organic ones included" if measured.drawing.basis == BLENDED else "paid channels only"
        parts.append(f"{measured.drawing.basis.capitalize()}: {channels}.")
    margin = measured.drawing.gross_margin
    if shown.name == ROAS and margin:
        parts.append(f"Break-even at {multiple(break_even_roas(margin))} with a gross margin of {percent(margin, 0)}.")
    left_out = shown.left_out(measured.facts.now) if shown.per else {}
    parts += [
        f"Left out, the other side not reported: {_amount(name, total, measured)}." for name, total in left_out.items()
    ]
    return " ".join(parts)


def _rows(shown: Metric, measured: Measured) -> str:
    """How many rows report all that the metric is made of, and of how many, where the facts tell."""
    reported = measured.facts.now.dropna(subset=list(shown.measures))
    used = int(reported[ROWS].sum()) if ROWS in reported else len(reported)
    whole = exact_count(measured.rows, measured.drawing.currency)
    return f"{exact_count(used, measured.drawing.currency)} of {whole}" if 0 < used < measured.rows else whole


def _amount(name: str, total: float, measured: Measured) -> str:
    write = exact_money if name in MONEY else exact_count
    return f"{name} {write(total, measured.drawing.currency)}"

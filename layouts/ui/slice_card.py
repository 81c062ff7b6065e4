"""How well a model works on the leads of each industry, size or source, as a chart card's content."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from analytics.figure import NO_BREAK
from analytics.intervals import between
from analytics.lead_findings import apart
from analytics.numbers import Unit, decimal, exact_count, percent
from analytics.scores import REASON
from analytics.slices import BASE_RATE, BUYERS, CALLED, DIFFERENCE, LEADS, PRECISION, SMALL
from layouts.figures.estimates import Estimate, estimates
from layouts.figures.rows import Bar
from layouts.figures.template import escape
from layouts.ui.chart_card import head
from layouts.ui.drawing import Drawing
from layouts.ui.moving import cell, sentence, unavailable
from layouts.ui.slice_measures import Measure
from layouts.ui.twin import Column, twin

LABEL = "Ranking by slice"
MOST = 12
ENDS = ("low", "high")
WRITTEN = {Unit.PERCENT: "%", Unit.TIMES: "x", Unit.SCORE: ""}


@dataclass(frozen=True)
class Sliced:
    """The slices of `analytics.slices` by industry, say, which `noun` names; `whole` is the row of all leads."""

    table: pd.DataFrame
    whole: "pd.Series[float]"
    threshold: float
    noun: str


def slice_card(found: Sliced, shown: Measure, chosen: Sequence[str], drawing: Drawing) -> dict[str, object]:
    """A dot for each member with its interval; those not `chosen`, and small ones, are pale."""
    if found.table.empty:
        return unavailable(LABEL, f"No lead in view reports its {found.noun}.")
    if found.table[shown.name].isna().all():
        return unavailable(LABEL, sentence(_why(found, shown)))
    told = found.table.assign(**{SMALL: shown.pale(found.table)})
    ordered = told.sort_values([SMALL, shown.name], ascending=[True, False], na_position="last")
    return {
        "head": head(_title(told, shown, found.noun), _caption(found, shown)),
        "figure": _figure(ordered.head(MOST), found.whole, shown, chosen, drawing),
        "note": _note(ordered, shown),
        "twin": _twin(ordered, shown, found, drawing),
    }


def _figure(
    rows: pd.DataFrame, whole: "pd.Series[float]", shown: Measure, chosen: Sequence[str], drawing: Drawing
) -> go.Figure:
    line = float(whole[shown.name])
    return estimates(
        [_estimate(str(name), row, shown, chosen, drawing) for name, row in rows.iterrows()],
        line,
        f"All {shown.written(line)}",
        (shown.label, shown.beside),
        colours=drawing.colours,
        currency=drawing.currency,
        unit=shown.unit,
    )


def _why(found: Sliced, shown: Measure) -> str:
    if shown.name != PRECISION:
        return str(found.whole[REASON])
    above = f"scored {decimal(found.threshold, 2)} or more"
    return "the scores are no probabilities" if math.isnan(found.threshold) else f"no lead is {above}"


def _caption(found: Sliced, shown: Measure) -> str:
    explained = shown.help.format(threshold=decimal(found.threshold, 2))
    return f"{explained} by {found.noun} with 95{NO_BREAK}% intervals; select one to filter the page"


def _estimate(name: str, row: "pd.Series[float]", shown: Measure, chosen: Sequence[str], drawing: Drawing) -> Estimate:
    bar = Bar(
        name,
        cell(row[shown.name]),
        drawing.colours.accent,
        str(shown.written(row[shown.name])),
        change_text=shown.aside(row, drawing.currency),
        hover=_hover(name, row, shown, drawing),
        faded=bool(row[SMALL]) or bool(chosen and name not in chosen),
    )
    low, high = (cell(row[f"{shown.name}_{end}"]) for end in ENDS)
    return Estimate(bar, (low, high) if low is not None and high is not None else None)


def _hover(name: str, row: "pd.Series[float]", shown: Measure, drawing: Drawing) -> str:
    bought = between(*(percent(row[f"{BASE_RATE}_{end}"]) for end in ENDS))
    lines = [
        f"<b>{escape(name)}</b>, {exact_count(row[LEADS], drawing.currency)} leads",
        shown.sure(row),
        shown.against_rest(row),
        f"{percent(row[BASE_RATE])} bought ({bought})",
        escape(str(row[REASON])),
    ]
    return "<br>".join(line for line in lines if line)


def _title(table: pd.DataFrame, shown: Measure, noun: str) -> str:
    found = apart(table, shown.name)
    if not found:
        return shown.level.format(noun=noun)
    above = found.difference > 0
    words = {"better": "better" if above else "worse", "more": "more" if above else "less"}
    return shown.apart.format(name=found.member, value=shown.written(found.value), **words)


def _note(rows: pd.DataFrame, shown: Measure) -> str:
    said = [shown.fewest] if rows[SMALL].any() else []
    if len(rows) > MOST:
        said.append(f"The first {MOST} of {len(rows)}; the table has all.")
    return " ".join(said)


def _twin(rows: pd.DataFrame, shown: Measure, found: Sliced, drawing: Drawing) -> dict[str, object]:
    against = f"{shown.name}_{DIFFERENCE}"
    spans = (
        (BASE_RATE, "Base rate", Unit.PERCENT),
        (shown.name, shown.label, shown.unit),
        (against, f"{shown.label} less the rest's", shown.unit),
    )
    called = "Called" if math.isnan(found.threshold) else f"Called from {decimal(found.threshold, 2)}"
    columns = [Column(found.noun.capitalize()), *(Column(name, "count") for name in ("Leads", "Buyers", called))]
    names = [LEADS, BUYERS, CALLED]
    for name, label, unit in spans:
        columns += [Column(f"{label}{end}", unit, WRITTEN[unit]) for end in ("", ", low", ", high")]
        names += [name, *(f"{name}_{end}" for end in ENDS)]
    numbers = rows[names].to_numpy(float)
    cells = [[str(name), *map(cell, line)] for name, line in zip(rows.index, numbers, strict=True)]
    return twin(drawing, f"{shown.label} by {found.noun}", None, columns, cells)

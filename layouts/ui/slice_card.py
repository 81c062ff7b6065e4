"""How well a model ranks the leads of each industry, size or source, as a chart card's content."""

from collections.abc import Sequence

import pandas as pd

from analytics.classifier import Auc
from analytics.intervals import between
from analytics.lead_findings import apart
from analytics.numbers import NO_BREAK, decimal, exact_count, percent
from analytics.scores import REASON
from analytics.slices import AUC, BASE_RATE, LEADS, SMALL
from layouts.figures.bars import Bar
from layouts.figures.estimates import Estimate, estimates
from layouts.figures.template import escape
from layouts.ui.chart_card import head
from layouts.ui.drawing import Drawing
from layouts.ui.moving import cell, sentence, unavailable
from layouts.ui.twin import Column, twin

LABEL = "Ranking by slice"
MOST = 12


def slice_card(
    table: pd.DataFrame, whole: Auc, noun: str, chosen: Sequence[str], drawing: Drawing
) -> dict[str, object]:
    """A dot for each member with its interval, and how many bought; those not `chosen`, and small ones, are pale."""
    if table.empty:
        return unavailable(LABEL, f"No lead in view reports its {noun}.")
    if whole.reason and table[AUC].isna().all():
        return unavailable(LABEL, sentence(whole.reason))
    ordered = table.sort_values([SMALL, AUC], ascending=[True, False], na_position="last")
    rows = [_estimate(str(name), row, chosen, drawing) for name, row in ordered.head(MOST).iterrows()]
    return {
        "head": head(
            _title(table, noun),
            f"AUC by {noun} with 95{NO_BREAK}% intervals, and how many bought; select one to filter the page",
        ),
        "figure": estimates(
            rows,
            whole.value,
            f"All {decimal(whole.value, 3)}",
            ("AUC", "Bought"),
            colours=drawing.colours,
            currency=drawing.currency,
        ),
        "note": _note(ordered),
        "twin": _twin(ordered, noun, drawing),
    }


def _estimate(name: str, row: "pd.Series[float]", chosen: Sequence[str], drawing: Drawing) -> Estimate:
    value = cell(row[AUC])
    bar = Bar(
        name,
        value,
        drawing.colours.accent,
        str(decimal(row[AUC], 3)),
        change_text=percent(row[BASE_RATE], 0),
        hover=_hover(name, row, drawing),
        faded=bool(row[SMALL]) or bool(chosen and name not in chosen),
    )
    low, high = cell(row["auc_low"]), cell(row["auc_high"])
    return Estimate(bar, (low, high) if low is not None and high is not None else None)


def _hover(name: str, row: "pd.Series[float]", drawing: Drawing) -> str:
    why = f"<br>{escape(str(row[REASON]))}" if row[REASON] else ""
    ranks = (decimal(row[end], 3) for end in ("auc_low", "auc_high"))
    bought = (percent(row[end]) for end in ("base_rate_low", "base_rate_high"))
    return (
        f"<b>{escape(name)}</b>, {exact_count(row[LEADS], drawing.currency)} leads"
        f"<br>AUC <b>{decimal(row[AUC], 3)}</b> ({between(*ranks)})"
        f"<br>{percent(row[BASE_RATE])} bought ({between(*bought)}){why}"
    )


def _title(table: pd.DataFrame, noun: str) -> str:
    found = apart(table, AUC)
    if found:
        side = "better" if found.difference > 0 else "worse"
        return f"{found.member} is ranked {side} than the rest: {decimal(found.value, 3)}"
    return f"No {noun} is ranked better or worse beyond doubt"


def _note(rows: pd.DataFrame) -> str:
    said = []
    if rows[SMALL].any():
        said.append("Pale: fewer than 10 bought, or fewer than 10 did not.")
    if len(rows) > MOST:
        said.append(f"The first {MOST} of {len(rows)}; the table has all.")
    return " ".join(said)


def _twin(rows: pd.DataFrame, noun: str, drawing: Drawing) -> dict[str, object]:
    shares = (BASE_RATE, "base_rate_low", "base_rate_high")
    columns = [Column(noun.capitalize()), Column("Leads", "count"), Column("Buyers", "count")]
    columns += [Column(name, "percent", "%") for name in ("Base rate", "Base rate, low", "Base rate, high")]
    columns += [Column(name, "score") for name in ("AUC", "AUC, low", "AUC, high")]
    numbers = rows[[LEADS, "buyers", *shares, AUC, "auc_low", "auc_high"]].to_numpy(float)
    cells = [[str(name), *map(cell, line)] for name, line in zip(rows.index, numbers, strict=True)]
    return twin(drawing, f"AUC by {noun}", None, columns, cells)

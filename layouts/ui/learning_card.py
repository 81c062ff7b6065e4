"""What a supplied learning curve and supplied importances say, as chart cards' contents."""

from collections.abc import Sequence

import pandas as pd

from analytics.lead_findings import SIZE, TRAIN, TRAIN_STD, VALIDATION, VALIDATION_STD, by_heart
from analytics.numbers import Unit, decimal, exact_count
from analytics.ranking import Order
from layouts.figures.bars import Bar
from layouts.figures.curves import Curve, curves
from layouts.figures.estimates import Estimate, with_whiskers
from layouts.figures.spread import Side
from layouts.ui.chart_card import Key, head
from layouts.ui.drawing import Drawing
from layouts.ui.moving import cell
from layouts.ui.twin import Column, twin

FEATURE, IMPORTANCE, IMPORTANCE_STD = "feature", "importance", "importance_std"
LEARNING = "Learning curve"
SUPPLIED = "as supplied; filters do not apply"
ENOUGH = 0.8


def learning_card(rows: pd.DataFrame, ranked: str, drawing: Drawing) -> dict[str, object]:
    """Training and validation score by how many leads the model saw, one deviation to either side as bands.

    `ranked` says what the leads themselves show of the same model.
    """
    told = rows.dropna(subset=[SIZE, TRAIN, VALIDATION]).sort_values(SIZE)
    sides = (
        (TRAIN, TRAIN_STD, "Training", drawing.colours.compare),
        (VALIDATION, VALIDATION_STD, "Validation", drawing.colours.accent),
    )
    scores = [
        end
        for mean, std, _, _ in sides
        for end in (*(told[mean] - told[std].fillna(0)), *(told[mean] + told[std].fillna(0)))
    ]
    drawn = curves(
        [_line(told, *side) for side in sides],
        x=Side("Leads trained on", Unit.COUNT, drawing.currency),
        y=Side("Score", Unit.SCORE, drawing.currency),
        across=(0, float(told[SIZE].max())),
        up=(min(scores), max(scores)),
        colours=drawing.colours,
    )
    keys = [
        Key(name, str(decimal(told[mean].iloc[-1], 2)), "line", token)
        for (mean, _, name, _), token in zip(sides, ("compare", "accent"), strict=True)
    ]
    return {
        "head": head(_title(told, drawing), f"Score by leads trained on, bands ± 1 deviation; {SUPPLIED}", keys),
        "figure": drawn,
        "note": f"The file does not say which score it is. {ranked}".strip(),
        "twin": _twin(told, drawing),
    }


def importance_card(rows: pd.DataFrame, order: Order, drawing: Drawing) -> dict[str, object]:
    """How much each feature matters to the model, with one deviation to either side."""
    told = _ordered(rows, order)
    estimates = [
        _estimate(row[FEATURE], row[IMPORTANCE], row[IMPORTANCE_STD], drawing) for row in told.to_dict("records")
    ]
    most = str(told[FEATURE].iloc[int(told[IMPORTANCE].argmax())]) if told[IMPORTANCE].notna().any() else ""
    title = f"{_read(most)} matters most to the model" if most else "Which feature matters most?"
    return {
        "head": head(title, f"Importance, whiskers ± 1 deviation; {SUPPLIED}"),
        "figure": with_whiskers(estimates, colours=drawing.colours),
        "note": None,
        "twin": twin(
            drawing,
            "Feature importance",
            None,
            [Column("Feature"), Column("Importance", "score"), Column("Standard deviation", "score")],
            [[row[FEATURE], cell(row[IMPORTANCE]), cell(row[IMPORTANCE_STD])] for row in told.to_dict("records")],
        ),
    }


def _ordered(rows: pd.DataFrame, order: Order) -> pd.DataFrame:
    if order is Order.NAME:
        return rows.sort_values(FEATURE)
    return rows.sort_values([IMPORTANCE, FEATURE], ascending=[order is Order.SMALLEST, True], na_position="last")


def _estimate(name: str, value: float, std: float, drawing: Drawing) -> Estimate:
    known = cell(value)
    spread = f" ± {decimal(std, 3)}" if cell(std) is not None else ""
    bar = Bar(
        _read(name), known, drawing.colours.accent, str(decimal(value, 3)), hover=f"<b>{decimal(value, 3)}</b>{spread}"
    )
    return Estimate(bar, (value - std, value + std) if known is not None and spread else None)


def _read(feature: str) -> str:
    return feature.replace("_", " ")


def _line(rows: pd.DataFrame, mean: str, std: str, name: str, colour: str) -> Curve:
    hover = [
        f"<b>{decimal(row[mean], 3)}</b> ± {decimal(row[std], 3)} {name.lower()}<br>{row[SIZE]:,.0f} leads"
        for row in rows.to_dict("records")
    ]
    known = rows[std].fillna(0)
    sure = list(zip(rows[mean] - known, rows[mean] + known, strict=True))
    return Curve(name, list(rows[SIZE]), list(rows[mean]), colour, hover, sure, dots=True)


def _title(rows: pd.DataFrame, drawing: Drawing) -> str:
    last = rows.iloc[-1]
    leads = f"{exact_count(last[SIZE], drawing.currency)} leads"
    if by_heart(rows):
        return f"At {leads} training and validation are {decimal(last[TRAIN] - last[VALIDATION], 2)} apart"
    return f"Training and validation meet within their bands at {leads}"


def _twin(rows: pd.DataFrame, drawing: Drawing) -> dict[str, object]:
    names = ("Training", "Validation", "Training, deviation", "Validation, deviation")
    columns = [Column("Leads trained on", "count"), *(Column(name, "score") for name in names)]
    values: Sequence[Sequence[float]] = rows[[SIZE, TRAIN, VALIDATION, TRAIN_STD, VALIDATION_STD]].to_numpy(float)  # type: ignore[assignment]
    return twin(drawing, LEARNING, None, columns, [[*map(cell, row)] for row in values])

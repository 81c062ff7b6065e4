"""What a supplied learning curve says beside those of the baselines, as a chart card's content."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from analytics.lead_bench import MODEL
from analytics.lead_findings import SIZE, TRAIN, TRAIN_STD, VALIDATION, VALIDATION_STD, by_heart
from analytics.lead_models import Baseline
from analytics.numbers import Unit, decimal, exact_count
from layouts.figures.curve_traces import Curve
from layouts.figures.curves import curves
from layouts.figures.sides import Side
from layouts.ui.chart_card import Key, head
from layouts.ui.drawing import Drawing
from layouts.ui.missing import needs
from layouts.ui.moving import cell
from layouts.ui.rivals import SUPPLIED as SUPPLIED_SCORE
from layouts.ui.rivals import shade
from layouts.ui.twin import Cell, Column, twin

LEARNING, TABLE = "Learning curve", "learning_curve"
SUPPLIED = "as supplied; filters do not apply"
COMPUTED = "The thin lines are AUC, computed from the leads: full on leads held out, dotted on those trained on."
DOTTED = "2px,3px"
COLUMNS = (SIZE, TRAIN, VALIDATION, TRAIN_STD, VALIDATION_STD)
Row = Mapping[Hashable, Any]


def learning_card(
    supplied: pd.DataFrame | None, trained: pd.DataFrame | None, ranked: str, drawing: Drawing
) -> dict[str, object]:
    """Score by how many leads a model saw: the supplied one with a deviation to either side, and the baselines'.

    Each of `supplied` and `trained` (see Training) is None where there is none; `ranked` says what the leads themselves
    show of the supplied model.
    """
    told = None if supplied is None else supplied.dropna(subset=[SIZE, TRAIN, VALIDATION]).sort_values(SIZE)
    fitted = _fitted(trained)
    if told is None and not fitted:
        return needs(LEARNING, TABLE)
    lines = [line for baseline, rows in fitted.items() for line in _thin(baseline, rows, drawing)]
    lines += _lines(told, drawing) if told is not None else []
    ends = [end for line in lines for end in (*line.y, *(end for pair in line.sure for end in pair))]
    return {
        "head": head(_title(told, fitted, drawing), _caption(told), _keys(told, fitted, drawing)),
        "figure": curves(
            lines,
            x=Side("Leads trained on", Unit.COUNT, drawing.currency),
            y=Side("Score" if told is not None else "AUC", Unit.SCORE, drawing.currency),
            across=(0, max(size for line in lines for size in line.x)),
            up=(min(ends), max(ends)),
            colours=drawing.colours,
        ),
        "note": _note(told, fitted, ranked),
        "twin": _twin(told, fitted, drawing),
    }


def _fitted(trained: pd.DataFrame | None) -> dict[Baseline, pd.DataFrame]:
    if trained is None:
        return {}
    parts = {each: trained[trained[MODEL] == each].sort_values(SIZE) for each in Baseline}
    return {each: rows for each, rows in parts.items() if len(rows)}


def _lines(rows: pd.DataFrame, drawing: Drawing) -> list[Curve]:
    shades = (drawing.colours.compare, drawing.colours.accent)
    sides = ((TRAIN, TRAIN_STD, "Training"), (VALIDATION, VALIDATION_STD, "Validation"))
    return [
        Curve(name, [*rows[SIZE]], [*rows[mean]], colour, _hover(rows, mean, std, name.lower()), sure, dots=True)
        for (mean, std, name), colour in zip(sides, shades, strict=True)
        for sure in [[*zip(rows[mean] - rows[std].fillna(0), rows[mean] + rows[std].fillna(0), strict=True)]]
    ]


def _thin(baseline: Baseline, rows: pd.DataFrame, drawing: Drawing) -> list[Curve]:
    sides = ((TRAIN, TRAIN_STD, "training", DOTTED), (VALIDATION, VALIDATION_STD, "validation", None))
    colour, label = shade(baseline, drawing.colours), baseline.label
    return [
        Curve(label, [*rows[SIZE]], [*rows[mean]], colour, _hover(rows, mean, std, words), thin=True, dash=dash)
        for mean, std, side, dash in sides
        for words in [f"{side} AUC<br>{label}"]
    ]


def _hover(rows: pd.DataFrame, mean: str, std: str, name: str) -> list[str]:
    return [
        f"<b>{decimal(row[mean], 3)}</b> ± {decimal(row[std], 3)} {name}<br>{row[SIZE]:,.0f} leads"
        for row in rows.to_dict("records")
    ]


def _title(rows: pd.DataFrame | None, fitted: Mapping[Baseline, pd.DataFrame], drawing: Drawing) -> str:
    if rows is None:
        best, last = max(((each, _last(one)) for each, one in fitted.items()), key=lambda pair: pair[1][VALIDATION])
        return f"{best.label}: an AUC of {decimal(last[VALIDATION], 2)} after {_leads(last, drawing)}"
    last = _last(rows)
    if by_heart(rows):
        gap = decimal(last[TRAIN] - last[VALIDATION], 2)
        return f"At {_leads(last, drawing)} training and validation are {gap} apart"
    return f"Training and validation meet within their bands at {_leads(last, drawing)}"


def _caption(rows: pd.DataFrame | None) -> str:
    if rows is None:
        return "AUC by leads trained on; filters do not apply"
    return f"Score by leads trained on, bands ± 1 deviation; {SUPPLIED}"


def _keys(rows: pd.DataFrame | None, fitted: Mapping[Baseline, pd.DataFrame], drawing: Drawing) -> list[Key]:
    own = [] if rows is None else [(TRAIN, "Training", "compare"), (VALIDATION, "Validation", "accent")]
    keys = [
        Key(name, str(decimal(_last(rows)[mean], 2)), "line", token) for mean, name, token in own if rows is not None
    ]
    thin = ((each, decimal(_last(one)[VALIDATION], 2)) for each, one in fitted.items())
    return [*keys, *(Key(each.label, str(value), "line", shade(each, drawing.colours)) for each, value in thin)]


def _note(rows: pd.DataFrame | None, fitted: Mapping[Baseline, pd.DataFrame], ranked: str) -> str:
    said = [f"The file does not say which score it is. {ranked}".strip()] if rows is not None else []
    return " ".join([*said, *([COMPUTED] if fitted else [])])


def _last(rows: pd.DataFrame) -> Row:
    return rows.iloc[-1].to_dict()


def _leads(last: Row, drawing: Drawing) -> str:
    return f"{exact_count(last[SIZE], drawing.currency)} leads"


def _twin(rows: pd.DataFrame | None, fitted: Mapping[Baseline, pd.DataFrame], drawing: Drawing) -> dict[str, object]:
    names = ("Training", "Validation", "Training, deviation", "Validation, deviation")
    columns = [Column("Leads trained on", "count"), *(Column(name, "score") for name in names)]
    if not fitted:
        return twin(drawing, LEARNING, None, columns, [] if rows is None else _cells(rows))
    parts = ([(SUPPLIED_SCORE, rows)] if rows is not None else []) + [(each.label, one) for each, one in fitted.items()]
    lines = [[name, *line] for name, part in parts for line in _cells(part)]
    return twin(drawing, LEARNING, None, [Column("Model"), *columns], lines)


def _cells(rows: pd.DataFrame) -> Sequence[list[Cell]]:
    return [[*map(cell, row)] for row in rows[[*COLUMNS]].to_numpy(float)]

"""How well the score ranks: its ROC curve and its precision-recall curve, as chart cards' contents."""

from collections.abc import Callable, Sequence

import pandas as pd

from analytics.classifier import Youden, auc, average_precision, precision_recall, roc, youden
from analytics.intervals import between
from analytics.lead_rivals import Rival
from analytics.leads import Leads
from analytics.numbers import decimal, percent
from analytics.roc import FPR, TPR
from analytics.scores import THRESHOLD
from layouts.figures.curve_traces import Curve, Point
from layouts.figures.curves import Reference, curves, percent_side, thinned
from layouts.ui.chart_card import head
from layouts.ui.drawing import Drawing
from layouts.ui.moving import at_threshold, cell, moving, sentence, unavailable
from layouts.ui.rivals import NONE, Row, keys, lines
from layouts.ui.twin import Column, twin

ROC, RECALL = "ROC curve", "Precision and recall"
RECALLED, PRECISION = "recall", "precision"
HALF = 0.5


def roc_card(
    leads: Leads, points: pd.DataFrame | None, drawing: Drawing, rivals: Sequence[Rival] = NONE
) -> dict[str, object]:
    """Recall against false alarms, from nobody called to everybody, with Youden's point, chance and the `rivals`."""
    if leads.undefined:
        return unavailable(ROC, sentence(leads.undefined))
    curve, area, best = _thin(roc(**leads.columns)), auc(**leads.columns), youden(**leads.columns)
    mark = Point(
        (best.fpr, best.tpr),
        f"Youden {decimal(best.threshold, 2)}",
        f"<b>Youden's point</b>, {decimal(best.threshold, 4)}<br>{_both(best, 1)}",
    )
    drawn = curves(
        [
            *lines(rivals, _roc, FPR, TPR, _said(FPR, TPR, "Recall", "False alarms"), drawing.colours),
            _curve(curve, FPR, TPR, "Recall", "False alarms", drawing),
        ],
        x=percent_side("False-alarm rate"),
        y=percent_side("Recall"),
        colours=drawing.colours,
        points=[mark],
        references=[Reference((0, 0), (1, 1), "")],
    )
    sure = area.reason or between(decimal(area.low, 3), decimal(area.high, 3))
    return {
        "head": head(
            f"From {decimal(best.threshold, 2)} on, {_both(best, 0)}",
            f"Recall against false-alarm rate, from no call to all; dashed is chance. AUC {decimal(area.value, 3)}",
            keys(leads, rivals, lambda one: decimal(auc(**one.columns).value, 3), drawing.colours),
        ),
        "figure": moving(
            drawn, points, "false_alarms", "recall", _told(points, "recall", "Recall", "false_alarms", "False alarms")
        ),
        "note": f"AUC {decimal(area.value, 3)} ({sure}): how often a buyer outranks another lead.",
        "twin": _twin(ROC, curve, ("False-alarm rate", "Recall"), drawing),
    }


def recall_card(
    leads: Leads, points: pd.DataFrame | None, drawing: Drawing, rivals: Sequence[Rival] = NONE
) -> dict[str, object]:
    """Precision against recall, with the base rate as what chance gives and the `rivals`."""
    if not leads.buyers:
        return unavailable(RECALL, sentence(leads.undefined))
    whole = precision_recall(**leads.columns)
    curve, base = _thin(whole.iloc[1:]), leads.buyers / leads.total
    drawn = curves(
        [
            *lines(
                rivals,
                _recalled,
                RECALLED,
                PRECISION,
                _said(RECALLED, PRECISION, "Precision", "Recall"),
                drawing.colours,
            ),
            _curve(curve, RECALLED, PRECISION, "Precision", "Recall", drawing),
        ],
        x=percent_side("Recall"),
        y=percent_side("Precision"),
        colours=drawing.colours,
        references=[Reference((0, base), (1, base), f"Base rate {percent(base)}", above=False)],
    )
    half = whole.loc[whole["recall"] >= HALF, "precision"].max()
    subject = "Precision against recall; dashed is calling at random"
    return {
        "head": head(
            f"Half of all buyers can be won with {percent(half)} of calls right",
            f"{subject}. Average precision {decimal(average_precision(**leads.columns), 3)}",
            keys(leads, rivals, lambda one: decimal(average_precision(**one.columns), 3), drawing.colours),
        ),
        "figure": moving(
            drawn, points, "recall", "precision", _told(points, "precision", "Precision", "recall", "Recall")
        ),
        "note": None,
        "twin": _twin(RECALL, curve, ("Precision", "Recall"), drawing),
    }


def _roc(leads: Leads) -> pd.DataFrame:
    return roc(**leads.columns)


def _recalled(leads: Leads) -> pd.DataFrame:
    return precision_recall(**leads.columns).iloc[1:]


def _said(x: str, y: str, up: str, across: str) -> Callable[[Row], str]:
    return lambda row: f"{up} <b>{percent(row[y])}</b><br>{across} {percent(row[x])}"


def _thin(curve: pd.DataFrame) -> pd.DataFrame:
    return curve.iloc[thinned(len(curve))]


def _curve(points: pd.DataFrame, x: str, y: str, up: str, across: str, drawing: Drawing) -> Curve:
    hover = [
        f"{up} <b>{percent(tall)}</b><br>{across} {percent(wide)}<br>Threshold {decimal(threshold, 4)}"
        for threshold, wide, tall in zip(points[THRESHOLD], points[x], points[y], strict=True)
    ]
    return Curve(up, list(points[x]), list(points[y]), drawing.colours.accent, hover)


def _told(points: pd.DataFrame | None, up: str, up_name: str, across: str, name: str) -> list[str]:
    if points is None:
        return []
    lines = (
        [f"{label} {percent(value)}" for value in points[column]] for column, label in ((up, up_name), (across, name))
    )
    return at_threshold(points, *lines)


def _both(best: Youden, decimals: int) -> str:
    return f"{percent(best.tpr, decimals)} of buyers and {percent(best.fpr, decimals)} of others are called"


def _twin(title: str, points: pd.DataFrame, names: tuple[str, str], drawing: Drawing) -> dict[str, object]:
    columns = [Column("Threshold", "score"), *(Column(name, "percent", "%") for name in names)]
    finite = points.replace(float("inf"), float("nan"))
    return twin(drawing, title, None, columns, [[*map(cell, row)] for row in finite.to_numpy(float)])

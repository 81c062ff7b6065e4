"""How well the score ranks: its ROC curve and its precision-recall curve, as chart cards' contents."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

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
from layouts.ui.moving import Base, at_threshold, cell, moving, sentence, unavailable
from layouts.ui.rivals import NONE, Row, keys, lines
from layouts.ui.twin import Column, twin

ROC, RECALL = "ROC curve", "Precision and recall"
RECALLED, PRECISION, FALSE_ALARMS = "recall", "precision", "false_alarms"
HALF = 0.5


@dataclass(frozen=True)
class Plane:
    """Two rates that a score trades for each other: its `points` have them in x and y, `moves` are those of thresholds.

    `across` and `up` are how they are called, `axis` the first one along the axis.
    """

    points: Callable[[Leads], pd.DataFrame]
    x: str
    y: str
    moves: tuple[str, str]
    across: str
    up: str
    axis: str

    def drawn(
        self,
        curve: pd.DataFrame,
        rivals: Sequence[Rival],
        drawing: Drawing,
        reference: Reference,
        marks: Sequence[Point] = (),
    ) -> go.Figure:
        """The score's curve over those of its rivals."""
        others = lines(rivals, self.points, self.x, self.y, self._said, drawing.colours)
        hover = [f"{self._said(row)}<br>Threshold {decimal(row[THRESHOLD], 4)}" for row in curve.to_dict("records")]
        own = Curve(self.up, list(curve[self.x]), list(curve[self.y]), drawing.colours.accent, hover)
        sides = percent_side(self.axis), percent_side(self.up)
        return curves(
            [*others, own], x=sides[0], y=sides[1], colours=drawing.colours, points=marks, references=[reference]
        )

    def moving(self, figure: go.Figure, points: pd.DataFrame | None) -> Base:
        """The figure with where each threshold lies on it."""
        x, y = self.moves
        if points is None:
            return moving(figure, None, x, y)
        labels = ((y, self.up), (x, self.across))
        up, across = ([f"{label} {percent(value)}" for value in points[column]] for column, label in labels)
        return moving(figure, points, x, y, at_threshold(points, up, across))

    def _said(self, row: Row) -> str:
        return f"{self.up} <b>{percent(row[self.y])}</b><br>{self.across} {percent(row[self.x])}"


def roc_card(
    leads: Leads, points: pd.DataFrame | None, drawing: Drawing, rivals: Sequence[Rival] = NONE
) -> dict[str, object]:
    """Recall against false alarms, from nobody called to everybody, with Youden's point, chance and the `rivals`."""
    if leads.undefined:
        return unavailable(ROC, sentence(leads.undefined))
    curve, area, best = _thin(_roc(leads)), auc(**leads.columns), youden(**leads.columns)
    drawn = RANKING.drawn(curve, rivals, drawing, Reference((0, 0), (1, 1), ""), [_mark(best)])
    sure = area.reason or between(decimal(area.low, 3), decimal(area.high, 3))
    return {
        "head": head(
            f"From {decimal(best.threshold, 2)} on, {_both(best, 0)}",
            f"Recall against false-alarm rate, from no call to all; dashed is chance. AUC {decimal(area.value, 3)}",
            keys(leads, rivals, lambda one: decimal(auc(**one.columns).value, 3), drawing.colours),
        ),
        "figure": RANKING.moving(drawn, points),
        "note": f"AUC {decimal(area.value, 3)} ({sure}): how often a buyer outranks another lead.",
        "twin": _twin(ROC, curve, ("False-alarm rate", "Recall"), drawing),
    }


def recall_card(
    leads: Leads, points: pd.DataFrame | None, drawing: Drawing, rivals: Sequence[Rival] = NONE
) -> dict[str, object]:
    """Precision against recall, with the base rate as what chance gives and the `rivals`."""
    if not leads.buyers:
        return unavailable(RECALL, sentence(leads.undefined))
    whole, base = _recalled(leads), leads.buyers / leads.total
    curve, half = _thin(whole), whole.loc[whole[RECALLED] >= HALF, PRECISION].max()
    chance = Reference((0, base), (1, base), f"Base rate {percent(base)}", above=False)
    precision = decimal(average_precision(**leads.columns), 3)
    return {
        "head": head(
            f"Half of all buyers can be won with {percent(half)} of calls right",
            f"Precision against recall; dashed is calling at random. Average precision {precision}",
            keys(leads, rivals, lambda one: decimal(average_precision(**one.columns), 3), drawing.colours),
        ),
        "figure": CALLING.moving(CALLING.drawn(curve, rivals, drawing, chance), points),
        "note": None,
        "twin": _twin(RECALL, curve, ("Precision", "Recall"), drawing),
    }


def _roc(leads: Leads) -> pd.DataFrame:
    return roc(**leads.columns)


def _recalled(leads: Leads) -> pd.DataFrame:
    return precision_recall(**leads.columns).iloc[1:]


def _thin(curve: pd.DataFrame) -> pd.DataFrame:
    return curve.iloc[thinned(len(curve))]


def _mark(best: Youden) -> Point:
    hover = f"<b>Youden's point</b>, {decimal(best.threshold, 4)}<br>{_both(best, 1)}"
    return Point((best.fpr, best.tpr), f"Youden {decimal(best.threshold, 2)}", hover)


def _both(best: Youden, decimals: int) -> str:
    return f"{percent(best.tpr, decimals)} of buyers and {percent(best.fpr, decimals)} of others are called"


def _twin(title: str, points: pd.DataFrame, names: tuple[str, str], drawing: Drawing) -> dict[str, object]:
    columns = [Column("Threshold", "score"), *(Column(name, "percent", "%") for name in names)]
    finite = points.replace(float("inf"), float("nan"))
    return twin(drawing, title, None, columns, [[*map(cell, row)] for row in finite.to_numpy(float)])


RANKING = Plane(_roc, FPR, TPR, (FALSE_ALARMS, RECALLED), "False alarms", "Recall", "False-alarm rate")
CALLING = Plane(_recalled, RECALLED, PRECISION, (RECALLED, PRECISION), "Recall", "Precision", "Recall")

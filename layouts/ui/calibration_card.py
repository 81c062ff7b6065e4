"""Whether a score of 0.7 means that 70 % buy, as a chart card's content."""

import math
from collections.abc import Hashable, Mapping, Sequence

import pandas as pd

from analytics.calibration import LEADS, OBSERVED, PREDICTED
from analytics.classifier import brier, calibration
from analytics.figure import NO_BREAK, Figure
from analytics.intervals import between
from analytics.lead_findings import miscalibrated
from analytics.lead_rivals import Rival
from analytics.leads import Leads
from analytics.numbers import decimal, exact_count, percent
from analytics.scores import HIGH, LOW
from layouts.figures.curve_traces import Curve
from layouts.figures.curves import Reference, curves, percent_side
from layouts.ui.chart_card import head
from layouts.ui.drawing import Drawing
from layouts.ui.moving import cell, sentence, unavailable
from layouts.ui.rivals import NONE, Row, keys, lines
from layouts.ui.twin import Column, twin

LABEL = "Calibration"
FEWEST = 30
FEW = f"The lines leave out tenths of fewer than {FEWEST} leads."


def calibration_card(leads: Leads, drawing: Drawing, rivals: Sequence[Rival] = NONE) -> dict[str, object]:
    """The share that bought in each tenth of the score, with its interval, against what the score promised.

    The `rivals` are lines without their intervals.
    """
    if leads.improbable:
        return unavailable(LABEL, sentence(leads.improbable))
    steps = calibration(**leads.columns)
    drawn = curves(
        [*lines(rivals, _steps, PREDICTED, OBSERVED, _said, drawing.colours), _dots(steps, drawing)],
        x=percent_side("Predicted"),
        y=percent_side("Bought"),
        colours=drawing.colours,
        references=[Reference((0, 0), (1, 1), "")],
    )
    return {
        "head": head(
            _title(steps),
            f"Buyers by tenth of the score, with 95{NO_BREAK}% intervals; on the dashed line a score keeps its promise",
            keys(leads, rivals, _error, drawing.colours),
        ),
        "figure": drawn,
        "note": " ".join([_note(leads), *([FEW] if rivals else [])]),
        "twin": _twin(steps, drawing),
    }


def _steps(leads: Leads) -> pd.DataFrame:
    steps = calibration(**leads.columns)
    return steps[steps[LEADS] >= FEWEST]


def _error(leads: Leads) -> Figure:
    return decimal(brier(**leads.columns).value, 3)


def _said(row: Row) -> str:
    return f"<b>{percent(row[OBSERVED])}</b> bought<br>{percent(row[PREDICTED])} predicted"


def _dots(steps: pd.DataFrame, drawing: Drawing) -> Curve:
    hover = [
        f"Scores {decimal(row[LOW], 1)} to {decimal(row[HIGH], 1)}: {exact_count(row[LEADS], drawing.currency)} leads"
        f"<br><b>{percent(row[OBSERVED])}</b> bought ({_ends(row)})"
        f"<br>{percent(row[PREDICTED])} predicted"
        for row in steps.to_dict("records")
    ]
    sure = list(zip(steps["observed_low"], steps["observed_high"], strict=True))
    return Curve(
        "Bought",
        list(steps[PREDICTED]),
        list(steps[OBSERVED]),
        drawing.colours.accent,
        hover,
        sure,
        dots=True,
        line=False,
    )


def _ends(row: Mapping[Hashable, float]) -> str:
    return between(percent(row["observed_low"]), percent(row["observed_high"]))


def _title(steps: pd.DataFrame) -> str:
    off = miscalibrated(steps)
    if off is None:
        return "Scores keep what they promise"
    return f"Scored {percent(off[PREDICTED], 0)}, {percent(off[OBSERVED], 0)} bought"


def _note(leads: Leads) -> str:
    error = brier(**leads.columns)
    skill = error.skill
    if math.isnan(skill):
        return f"Brier score {decimal(error.value, 3)}. {sentence(leads.undefined)}"
    side = "better" if skill >= 0 else "worse"
    return f"Brier score {decimal(error.value, 3)}, {percent(abs(skill))} {side} than giving every lead the base rate."


def _twin(steps: pd.DataFrame, drawing: Drawing) -> dict[str, object]:
    shares = (("Predicted", PREDICTED), ("Bought", OBSERVED), ("Low", "observed_low"), ("High", "observed_high"))
    columns = [Column("Score from", "score"), Column("Score to", "score"), Column("Leads", "count")]
    columns += [Column(name, "percent", "%") for name, _ in shares]
    rows = steps[[LOW, HIGH, LEADS, *(column for _, column in shares)]].to_numpy(float)
    return twin(drawing, LABEL, None, columns, [[*map(cell, row)] for row in rows])

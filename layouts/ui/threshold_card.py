"""The scores of buyers and others, and what calling from a threshold on does to them."""

import math
from collections.abc import Mapping, Sequence

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analytics.classifier import Reproduction, score_histogram
from analytics.leads import Leads
from analytics.numbers import decimal, exact_count, percent
from analytics.operating_points import CELLS, MCC, RATES
from analytics.predictions import BUYERS, OTHERS
from analytics.scores import HIGH, LOW, THRESHOLD
from layouts.figures.mirror import Step, mirrored
from layouts.ui.attributes import attributes
from layouts.ui.chart_card import BLANK, head
from layouts.ui.confusion import NAMES, REASON, SHARE, SURE, WORDS, confusion_matrix, rates
from layouts.ui.drawing import Drawing
from layouts.ui.moving import cell
from layouts.ui.notices import empty
from layouts.ui.twin import Column, twin

NO_FIGURE: Mapping[str, object] = {"figure": BLANK, "head": [], "outcome": [], "rows": []}
SCORE_KIND = "score"
DEFAULT_BINS = 50


def threshold_card(
    leads: Leads, points: pd.DataFrame, best: Mapping[str, float | None], drawing: Drawing
) -> dict[str, object]:
    """What the browser needs to follow the slider alone: figure, templates, and a row of texts a threshold.

    `best` are thresholds by what they are best at, None where there is none.
    """
    total, buyers = (exact_count(count, drawing.currency) for count in (leads.total, leads.buyers))
    base = {
        "figure": _figure(leads, drawing),
        "head": head("{title}", f"{total} leads by score; {buyers} became customers"),
        "outcome": [confusion_matrix(), rates()],
        "rows": [_texts(row, drawing) for row in points.to_dict("records")],
    }
    return {"figure": base, "choices": _buttons(best), "note": _note(leads, drawing), "twin": _twin(points, drawing)}


def no_threshold(why: str) -> dict[str, object]:
    """The same where there is no score to set a threshold on, or none that is a probability."""
    said: object = empty("No threshold can be set", why) if why else []
    return {"figure": {**NO_FIGURE, "outcome": said}, "choices": None, "note": None, "twin": None}


def _figure(leads: Leads, drawing: Drawing) -> object:
    counted = score_histogram(**leads.columns, bins=DEFAULT_BINS)
    steps = [
        Step(low, high, int(buyers), int(others), _hover(low, high, buyers, others, drawing))
        for low, high, buyers, others in counted[[LOW, HIGH, BUYERS, OTHERS]].itertuples(index=False, name=None)
    ]
    return mirrored(steps, ("Bought", "Did not"), colours=drawing.colours, currency=drawing.currency)


def _hover(low: float, high: float, buyers: int, others: int, drawing: Drawing) -> str:
    counts = (exact_count(count, drawing.currency) for count in (buyers, others))
    bought, not_bought = counts
    return f"Scores {decimal(low, 2)} to {decimal(high, 2)}<br><b>{bought}</b> bought<br><b>{not_bought}</b> did not"


def _texts(row: Mapping[object, float], drawing: Drawing) -> dict[str, str]:
    total = sum(row[name] for name in CELLS)
    texts = {"title": _title(row, drawing)}
    for name in CELLS:
        texts |= {name: exact_count(row[name], drawing.currency), f"{name}_{SHARE}": percent(row[name] / total)}
    for of in RATES:
        texts |= {of.name: _written(of.name, row[of.name]), f"{of.name}_{SURE}": _sure(of.name, row)}
    return texts | {MCC: str(decimal(row[MCC], 2)), f"{MCC}_{SURE}": _sure(MCC, row)}


def _title(row: Mapping[object, float], drawing: Drawing) -> str:
    missed = int(row["fn"])
    buyers = "no buyer" if not missed else f"{exact_count(missed, drawing.currency)} buyer{'s' if missed > 1 else ''}"
    return f"At {decimal(row[THRESHOLD], 2)} the model misses {buyers}"


def _written(name: str, value: float) -> str:
    return str(decimal(value, 2)) if name == "f1" else percent(value)


def _sure(name: str, row: Mapping[object, object]) -> str:
    """How sure a rate is: its Wilson interval; or why it cannot be computed."""
    if why := row[f"{name}_{REASON}"]:
        return f"Not available here: {why}."
    if f"{name}_{LOW}" not in row:
        return ""
    low, high = row[f"{name}_{LOW}"], row[f"{name}_{HIGH}"]
    return f"95\N{NO-BREAK SPACE}% interval: {percent(low)} to {percent(high)}."  # type: ignore[arg-type]


def _buttons(best: Mapping[str, float | None]) -> list[Component]:
    known = {words: threshold for words, threshold in best.items() if threshold is not None}
    return [
        html.Button(
            [words, " ", html.Span(str(decimal(threshold, 2)))],
            type="button",
            className="nm-set",
            **attributes(data_threshold=f"{threshold:g}"),
        )
        for words, threshold in known.items()
    ]


def _note(leads: Leads, drawing: Drawing) -> str:
    said = [_supplied(leads.supplied, drawing)]
    said += (
        [f"{exact_count(leads.silent, drawing.currency)} leads report no score or no outcome: left out."]
        if leads.silent
        else []
    )
    said += ["Scores are counted to four decimals."] if leads.rounded else []
    return " ".join(filter(None, said))


def _supplied(found: Reproduction | None, drawing: Drawing) -> str:
    if found is None:
        return "The file supplies no class to check."
    if math.isinf(found.low) or math.isinf(found.high):
        return "The file supplies the same class for every lead in view."
    low, high = (decimal(end, 4) for end in (found.low, found.high))
    disagree, total = (exact_count(count, drawing.currency) for count in (found.disagree, found.n))
    if not found.disagree:
        return f"Any threshold above {low} up to {high} gives the supplied class: 0 of {total} leads disagree."
    return (
        f"No threshold gives the supplied class: {disagree} of {total} leads disagree at {high}, which comes nearest."
    )


def _twin(points: pd.DataFrame, drawing: Drawing) -> dict[str, object]:
    shares = [of.name for of in RATES if of.interval]
    columns = [
        Column("Threshold", SCORE_KIND),
        *(Column(WORDS[name], "count") for name in CELLS),
        *(Column(NAMES[name], "percent", "%") for name in shares),
        *(Column(NAMES[name], SCORE_KIND) for name in ("f1", MCC)),
    ]
    rows: Sequence[Sequence[float | None]] = [
        [*map(cell, row)] for row in points[[THRESHOLD, *CELLS, *shares, "f1", MCC]].to_numpy(float)
    ]
    return twin(drawing, "Leads by threshold", None, columns, rows)

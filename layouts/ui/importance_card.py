"""How much each feature matters, to the supplied model and to the baselines, as a chart card's content."""

from collections.abc import Mapping, Sequence

import pandas as pd

from analytics.lead_bench import FEATURE, IMPORTANCE, MODEL
from analytics.lead_models import Baseline
from analytics.lead_training import IMPORTANCE_STD, SUPPLIED
from analytics.numbers import decimal
from analytics.ranking import Order
from layouts.figures.estimates import Estimate, with_whiskers
from layouts.figures.rows import Bar
from layouts.ui.chart_card import BLANK, head
from layouts.ui.drawing import Drawing
from layouts.ui.missing import needs
from layouts.ui.moving import cell
from layouts.ui.notices import empty
from layouts.ui.rivals import shade
from layouts.ui.twin import Column, twin

LABEL = "Feature importance"
TABLE = "feature_importance"
ENCODED = "_encoded"
MODELS = {SUPPLIED: "Supplied", Baseline.LOGISTIC.value: "Logistic", Baseline.BOOSTED.value: "Boosted"}
UNTRAINED = "Train on these leads further up: what it costs to shuffle a feature is measured with it."
Known = Mapping[str, pd.DataFrame]


def importance_card(
    supplied: pd.DataFrame | None, trained: pd.DataFrame | None, order: Order, drawing: Drawing
) -> dict[str, object]:
    """A figure a model for the browser to choose from, the features in one order: the supplied, where it is known.

    Each of `supplied` and `trained` (see Training) is None where there is none.
    """
    known = {} if supplied is None else {SUPPLIED: supplied}
    if trained is not None:
        known |= {each.value: trained[trained[MODEL] == each] for each in Baseline}
    places = _places(known, order)
    drawn = {model: _drawn(model, _sorted(rows, places), drawing) for model, rows in known.items()}
    return {
        "figure": {model: drawn.get(model) or _absent(model) for model in MODELS},
        "twin": _twin(known, places, drawing),
    }


def _places(known: Known, order: Order) -> Mapping[str, int]:
    """The place of each feature: those of the first model in order, then what only the others know."""
    names: dict[str, None] = {}
    for rows in known.values():
        names |= dict.fromkeys(map(_feature, _ordered(rows, order)[FEATURE]))
    return {name: place for place, name in enumerate(names)}


def _ordered(rows: pd.DataFrame, order: Order) -> pd.DataFrame:
    if order is Order.NAME:
        return rows.sort_values(FEATURE)
    return rows.sort_values([IMPORTANCE, FEATURE], ascending=[order is Order.SMALLEST, True], na_position="last")


def _sorted(rows: pd.DataFrame, places: Mapping[str, int]) -> pd.DataFrame:
    return rows.sort_values(FEATURE, key=lambda names: names.astype(str).map(lambda name: places[_feature(name)]))


def _feature(name: object) -> str:
    """The name that a feature has in the lead table, whatever a model calls the column it was encoded to."""
    return str(name).removesuffix(ENCODED)


def _drawn(model: str, rows: pd.DataFrame, drawing: Drawing) -> dict[str, object]:
    colour = drawing.colours.accent if model == SUPPLIED else shade(Baseline(model), drawing.colours)
    lines = rows.to_dict("records")
    estimates = [_estimate(str(row[FEATURE]), row[IMPORTANCE], row[IMPORTANCE_STD], colour) for row in lines]
    caption = "Importance, whiskers ± 1 deviation; as supplied; filters do not apply"
    if model != SUPPLIED:
        caption = (
            "AUC lost on leads held out when the feature is shuffled, whiskers ± 1 deviation; filters do not apply"
        )
    return {
        "figure": with_whiskers(estimates, colours=drawing.colours),
        "head": head(_title(model, rows), caption),
        "note": None,
    }


def _title(model: str, rows: pd.DataFrame) -> str:
    if not rows[IMPORTANCE].notna().any():
        return "Which feature matters most?"
    most = str(rows[FEATURE].iloc[int(rows[IMPORTANCE].argmax())])
    whom = "the model" if model == SUPPLIED else f"the {Baseline(model).label.lower()}"
    feature = _read(most)
    return f"{feature[:1].upper()}{feature[1:]} matters most to {whom}"


def _absent(model: str) -> dict[str, object]:
    if model == SUPPLIED:
        return needs(LABEL, TABLE)
    return {"figure": BLANK, "head": head(LABEL, "Not trained"), "note": empty("Nothing is trained yet", UNTRAINED)}


def _estimate(name: str, value: float, std: float, colour: str) -> Estimate:
    known = cell(value)
    spread = f" ± {decimal(std, 3)}" if cell(std) is not None else ""
    bar = Bar(_read(name), known, colour, str(decimal(value, 3)), hover=f"<b>{decimal(value, 3)}</b>{spread}")
    return Estimate(bar, (value - std, value + std) if known is not None and spread else None)


def _read(feature: str) -> str:
    return feature.replace("_", " ")


def _twin(known: Known, places: Mapping[str, int], drawing: Drawing) -> dict[str, object] | None:
    if not known:
        return None
    told = {model: rows.set_index(rows[FEATURE].map(_feature).astype(str)) for model, rows in known.items()}
    columns = [Column("Feature")]
    for model in told:
        columns += [Column(f"{MODELS[model]}{part}", "score") for part in ("", ", deviation")]
    lines = [[name, *(value for rows in told.values() for value in _pair(rows, name))] for name in places]
    return twin(drawing, LABEL, None, columns, lines)


def _pair(rows: pd.DataFrame, name: str) -> Sequence[float | None]:
    if name not in rows.index:
        return None, None
    return tuple(cell(float(rows[column][name])) for column in (IMPORTANCE, IMPORTANCE_STD))

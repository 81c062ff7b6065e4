"""Attribution models side by side, a cell for each channel and model: a chart card's content."""

import math
from enum import StrEnum

import pandas as pd
import plotly.graph_objects as go

from analytics.attribution import NONE
from analytics.credits import CONVERSIONS, Credits
from analytics.numbers import change, percent
from analytics.offers import SUPPLIED, offer
from analytics.periods import Period
from analytics.wording import listed
from layouts.figures.cells import Cell as Shade
from layouts.figures.fitting import both
from layouts.figures.matrix import matrix
from layouts.figures.shades import centred, scale_of
from layouts.figures.template import escape
from layouts.ui.chart_card import head
from layouts.ui.drawing import Drawing
from layouts.ui.reported import reported
from layouts.ui.twin import Cell, Column, twin

APART = 0.05
QUESTION = "What does each model credit?"


class Shown(StrEnum):
    """Whose shares are shown."""

    COMPUTED = "computed"
    SUPPLIED = "supplied"
    DIFFERENCE = "difference"


def models_card(
    given: Credits,
    supplied: pd.DataFrame,
    shown: Shown,
    drawing: Drawing,
    days: Period | None,
    *,
    what: str = CONVERSIONS,
    whole: bool = True,
) -> dict[str, object]:
    """Shares as fractions: computed from the journeys, as supplied (`supplied` has percent), or one less the other.

    Rows are ordered by the mean of the models. Computed shares are of `what`, conversions or value; supplied ones are
    of conversions, and so is what they are compared with. Unless the journeys are the `whole` of them nothing is made
    of a difference. The figure is two, "wide" and "narrow".
    """
    computed, stated = _ordered(_labelled(given.shares)), _stated(supplied)
    own = shown is not Shown.COMPUTED or what == CONVERSIONS
    table = computed if own else _ordered(_labelled(given.shared(what)))
    table = {Shown.SUPPLIED: stated, Shown.DIFFERENCE: _difference(computed, stated)}.get(shown, table)
    subject = f"Share of {CONVERSIONS if own else what} by channel and model, {_basis(shown)}"
    unit = "points" if shown is Shown.DIFFERENCE else "%"
    columns = [Column("Channel"), *(Column(str(model), "percent", unit) for model in table)]
    rows: list[list[Cell]] = [[str(name), *map(reported, table.loc[name])] for name in table.index]
    return {
        "head": head(_title(computed, stated) if whole and own else QUESTION, subject),
        "figure": _figures(table, shown is Shown.DIFFERENCE, drawing),
        "note": " ".join([*_unanswered(given), *_supply(computed, stated, whole)]),
        "twin": twin(drawing, subject, days, columns, rows),
    }


def _figures(table: pd.DataFrame, apart: bool, drawing: Drawing) -> dict[str, go.Figure]:
    known = [float(value) for value in table.to_numpy().ravel() if not math.isnan(value)]
    widest = max(map(abs, known), default=1) or 1
    scale = centred(widest, drawing.colours) if apart else scale_of(known, drawing.colours, low=0)
    names, models = [str(name) for name in table.index], [str(name) for name in table]
    cells = [[_shade(name, model, table, apart) for model in models] for name in names]
    return both(lambda narrow: matrix(names, models, cells, scale=scale, colours=drawing.colours, narrow=narrow))


def _labelled(shares: pd.DataFrame) -> pd.DataFrame:
    return shares.rename(columns=lambda key: offer(str(key)).label)


def _ordered(shares: pd.DataFrame) -> pd.DataFrame:
    means = shares.drop(NONE, errors="ignore").mean(axis=1).sort_values(ascending=False, kind="stable")
    return shares.loc[[*means.index, *(name for name in shares.index if name == NONE)]]


def _stated(supplied: pd.DataFrame) -> pd.DataFrame:
    named = {column: offer(key).label for key, column in SUPPLIED.items() if column in supplied}
    return supplied[list(named)].rename(columns=named).astype(float) / 100


def _difference(computed: pd.DataFrame, stated: pd.DataFrame) -> pd.DataFrame:
    models = [name for name in computed if name in stated]
    channels = [name for name in computed.index if name in stated.index]
    return computed.loc[channels, models] - stated.loc[channels, models]


def _basis(shown: Shown) -> str:
    words = {Shown.COMPUTED: "computed from the journeys, %", Shown.SUPPLIED: "as supplied in channel_attribution, %"}
    return words.get(shown, "computed less supplied, in points")


def _shade(name: str, model: str, table: pd.DataFrame, apart: bool) -> Shade:
    value = reported(table.loc[name, model])
    written = change(value) if apart else percent(value)
    text = written.rpartition("\u00a0")[0] or written
    return Shade(value, text, f"<b>{written}</b> {escape(name)}, {escape(model)}")


def _title(computed: pd.DataFrame, stated: pd.DataFrame) -> str:
    apart = _difference(computed, stated).abs()
    if apart.empty or not (apart > APART).to_numpy().any():
        return QUESTION
    name = str(apart.max(axis=1).idxmax())
    model = str(apart.loc[name].idxmax())
    return (
        f"{name} by {model.lower()}: {percent(reported(computed.loc[name, model]), 0)} from the journeys, "
        f"{percent(reported(stated.loc[name, model]), 0)} as supplied"
    )


def _unanswered(given: Credits) -> list[str]:
    """Which models have no answer, those for the same reason together."""
    asked: dict[str, list[str]] = {}
    for key, reason in given.reasons.items():
        asked.setdefault(reason, []).append(offer(key).label)
    return [f"Not shown: {listed(labels)}, as {reason}." for reason, labels in asked.items()]


def _supply(computed: pd.DataFrame, stated: pd.DataFrame, whole: bool) -> list[str]:
    if stated.empty:
        return ["No shares are supplied: channel_attribution is not loaded."]
    strangers = [str(name) for name in stated.index if name not in computed.index]
    if len(strangers) == len(stated):
        return ["The supplied shares name none of the journeys' touchpoints, so there is no difference to show."]
    said = [] if whole else ["Supplied shares know nothing of what is filtered or left out."]
    return [*said, f"Supplied only, in no journey: {listed(strangers)}."] if strangers else said

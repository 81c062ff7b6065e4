"""What a model credits each channel with, its interval, and where the other models stand: a chart card's content."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import pandas as pd
import plotly.graph_objects as go

from analytics.attribution import NONE, Model
from analytics.credit_intervals import Certainty
from analytics.credits import NOTHING, VALUE, Credits, disagreement, opening
from analytics.metrics import metric
from analytics.numbers import exact_count
from analytics.offers import Offer
from analytics.periods import Period
from analytics.wording import listed
from layouts.figures.dots import Dots, dots
from layouts.figures.fitting import both
from layouts.ui.chart_card import BLANK, Key, head
from layouts.ui.credit_rows import credit_rows
from layouts.ui.credit_table import credit_table
from layouts.ui.drawing import Drawing
from layouts.ui.notices import empty
from layouts.ui.shares_card import SELECT

NOT_CAUSE = "Credit is not cause: no model says what would happen if a budget moved."


@dataclass(frozen=True)
class Look:
    """What a reader looks at: the model `known`, `what` it credits, and the days of the journeys, where they have any.

    `nulls` says whether journeys that did not convert are known, `members` are the channels that a click filters by,
    `chosen` those that it has.
    """

    known: Offer
    what: str
    days: Period | None
    nulls: bool
    members: Collection[str] = ()
    chosen: Sequence[str] = ()


def credit_card(
    given: Credits, look: Look, certain: Certainty, supplied: pd.DataFrame, drawing: Drawing
) -> dict[str, object]:
    """A row for each channel, ordered by the model looked at; with channels chosen the others are faded.

    `certain` is of shares of what is looked at; `supplied` has a row a channel and columns of percent shares by model.
    The figure is two, "wide" and "narrow".
    """
    known, shares = look.known, given.shared(look.what)
    if known.key not in shares or shares[known.key].isna().all():
        return _unanswered(given, known)
    rows = [_looked(row, look) for row in credit_rows(shares, known.key, certain.intervals, supplied)]
    subject = _subject(given, look, drawing)
    caption = f"{subject}{SELECT}" if look.members else subject
    names = [row.name for row in rows]
    return {
        "head": head(_title(shares, look), caption, _keys(known, shares, bool(certain.intervals), rows)),
        "figure": _figures(rows, known, drawing),
        "note": _note(given, look, certain, drawing),
        "twin": credit_table(given, names, known.label, certain.intervals, drawing, look.days, subject),
    }


def _looked(row: Dots, look: Look) -> Dots:
    faded = bool(look.chosen) and row.name not in look.chosen
    return replace(row, member=row.name if row.name in look.members else None, faded=faded)


def _figures(rows: Sequence[Dots], known: Offer, drawing: Drawing) -> dict[str, go.Figure]:
    heads = (known.label.split(",")[0], "95\u00a0%")
    return both(lambda narrow: dots(rows, colours=drawing.colours, heads=heads, narrow=narrow))


def _subject(given: Credits, look: Look, drawing: Drawing) -> str:
    value = look.what == VALUE
    whole = float(given.of(look.what)[look.known.key].sum())
    written = drawing.written(metric("revenue" if value else "conversions"), whole)
    return f"Share of {written} {'of value' if value else 'conversions'} by channel, %"


def _title(shares: pd.DataFrame, look: Look) -> str:
    if look.chosen:
        return f"Who earns the credit for journeys that {opening(look.chosen)}?"
    return disagreement(shares) or f"Who earns the credit by {look.known.label}?"


def _unanswered(given: Credits, known: Offer) -> dict[str, object]:
    why = empty(f"{known.label} has no answer here", f"No credit is given: {given.reasons.get(known.key, NOTHING)}.")
    return {"head": head("Who earns the credit?", known.help), "figure": BLANK, "note": why, "twin": None}


def _keys(known: Offer, shares: pd.DataFrame, sure: bool, rows: Sequence[Dots]) -> list[Key]:
    keys = [Key(known.label + (" with 95\u00a0% interval" if sure else ""), "", "dot", "accent")]
    others = len(shares.columns) - 1
    named = "1 other model" if others == 1 else f"{others} other models"
    keys += [Key(f"{named}, and the range of all", "", "ring", "var(--nm-ink-3)")] if others else []
    return keys + ([Key("Supplied", "", "diamond", "ink")] if any(row.supplied is not None for row in rows) else [])


def _note(given: Credits, look: Look, certain: Certainty, drawing: Drawing) -> str:
    known = look.known
    said = [known.help, _noise(certain)]
    if known.model is Model.MARKOV and not look.nulls:
        said.append("Every journey in view converts, so Markov knows no path that was lost.")
    if NONE in given.conversions.index:
        count = exact_count(float(given.conversions[known.key].fillna(0)[NONE]), drawing.currency)
        said.append(f"{count} conversions had only channels that are left out: {NONE}.")
    return " ".join([*said, NOT_CAUSE])


def _noise(sure: Certainty) -> str:
    if sure.reason:
        return f"Without an interval: {sure.reason}."
    if not sure.unsure:
        return "No two neighbours are within the noise of each other."
    pairs = listed([f"{one} over {other}" for one, other in sure.unsure])
    return f"Within the noise (the 95\u00a0% interval of the difference holds 0): {pairs}."

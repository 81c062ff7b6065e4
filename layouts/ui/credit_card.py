"""What a model credits each channel with, its interval, and where the other models stand: a chart card's content."""

from collections.abc import Collection, Sequence
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from analytics.attribution import NONE, Model
from analytics.credit_intervals import Certainty, Interval
from analytics.credits import CONVERSIONS, NOTHING, VALUE, Credits, disagreement
from analytics.metrics import metric
from analytics.numbers import exact_count, percent
from analytics.offers import SUPPLIED, Offer, offer
from analytics.periods import Period
from analytics.wording import listed
from layouts.figures.dots import Dots, dots
from layouts.figures.template import escape
from layouts.ui.chart_card import BLANK, Key, head
from layouts.ui.credit_table import credit_table
from layouts.ui.drawing import Drawing
from layouts.ui.notices import empty
from layouts.ui.reported import reported

WIDE, NARROW = "wide", "narrow"
NOT_CAUSE = "Credit is not cause: no model says what would happen if a budget moved."
NO_INTERVALS = Certainty({}, reason="no interval of value is given, as only the mean of each path is known")


def credit_card(
    given: Credits,
    known: Offer,
    drawing: Drawing,
    *,
    certain: Certainty,
    supplied: pd.DataFrame,
    what: str,
    days: Period | None,
    nulls: bool,
    members: Collection[str] = (),
    chosen: Sequence[str] = (),
) -> dict[str, object]:
    """A row for each channel, ordered by the model `known`; with channels `chosen` the others are faded.

    `certain` is of shares of conversions; `supplied` has a row a channel and columns of percent shares by model;
    `nulls` says whether journeys that did not convert are known; `members` are the channels that a click filters by.
    The figure is two, "wide" and "narrow".
    """
    key, shares = known.key, given.shared(what)
    if key not in shares or shares[key].isna().all():
        return _unanswered(given, known)
    sure = certain if what == CONVERSIONS else NO_INTERVALS
    names = [str(name) for name in shares[key].sort_values(ascending=False, kind="stable").index]
    rows = [
        replace(row, member=row.name if row.name in members else None, faded=bool(chosen) and row.name not in chosen)
        for row in (_row(name, shares, key, sure.intervals.get(name), _supplied(supplied, name, key)) for name in names)
    ]
    subject = _subject(given, key, what, drawing)
    caption = f"{subject}; select one to see the journeys it opens" if members else subject
    title = _asked(chosen) if chosen else disagreement(shares) or f"Who earns the credit by {known.label}?"
    return {
        "head": head(title, caption, _keys(known, shares, bool(sure.intervals), rows)),
        "figure": _figures(rows, known, drawing),
        "note": _note(given, known, sure, nulls=nulls, drawing=drawing),
        "twin": credit_table(given, names, known.label, sure.intervals, drawing, days, subject),
    }


def _figures(rows: Sequence[Dots], known: Offer, drawing: Drawing) -> dict[str, go.Figure]:
    heads = (known.label.split(",")[0], "95\u00a0%")
    return {name: dots(rows, colours=drawing.colours, heads=heads, narrow=name == NARROW) for name in (WIDE, NARROW)}


def _subject(given: Credits, key: str, what: str, drawing: Drawing) -> str:
    whole = drawing.written(metric("revenue" if what == VALUE else "conversions"), float(given.of(what)[key].sum()))
    return f"Share of {whole} {'of value' if what == VALUE else 'conversions'} by channel, %"


def _asked(chosen: Sequence[str]) -> str:
    return f"Who earns the credit for journeys that {listed(chosen)} opens?"


def _unanswered(given: Credits, known: Offer) -> dict[str, object]:
    why = empty(f"{known.label} has no answer here", f"No credit is given: {given.reasons.get(known.key, NOTHING)}.")
    return {"head": head("Who earns the credit?", known.help), "figure": BLANK, "note": why, "twin": None}


def _keys(known: Offer, shares: pd.DataFrame, sure: bool, rows: Sequence[Dots]) -> list[Key]:
    keys = [Key(known.label + (" with 95\u00a0% interval" if sure else ""), "", "dot", "accent")]
    others = len(shares.columns) - 1
    named = "1 other model" if others == 1 else f"{others} other models"
    keys += [Key(f"{named}, and the range of all", "", "ring", "var(--nm-ink-3)")] if others else []
    return keys + ([Key("Supplied", "", "diamond", "ink")] if any(row.supplied is not None for row in rows) else [])


def _note(given: Credits, known: Offer, sure: Certainty, *, nulls: bool, drawing: Drawing) -> str:
    said = [known.help, _noise(sure)]
    if known.model is Model.MARKOV and not nulls:
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


def _row(name: str, shares: pd.DataFrame, key: str, interval: Interval | None, supplied: float | None) -> Dots:
    value = reported(shares[key].get(name))
    others = [share for model in shares if model != key and (share := reported(shares[model].get(name))) is not None]
    return Dots(
        name=name,
        value=value,
        others=others,
        value_text=percent(value),
        interval=interval,
        interval_text=f"{100 * interval[0]:.1f}–{100 * interval[1]:.1f}" if interval else "",
        supplied=supplied,
        hover=_hover(name, shares, supplied),
    )


def _hover(name: str, shares: pd.DataFrame, supplied: float | None) -> str:
    told = [f"{offer(str(key)).label} <b>{percent(reported(shares[key].get(name)))}</b>" for key in shares]
    told += [f"Supplied <b>{percent(supplied)}</b>"] if supplied is not None else []
    return "<br>".join([f"<b>{escape(name)}</b>", *told])


def _supplied(supplied: pd.DataFrame, name: str, key: str) -> float | None:
    column = SUPPLIED.get(key)
    if column not in supplied or name not in supplied.index:
        return None
    share = reported(supplied[column].get(name))
    return None if share is None else share / 100

"""What a model credits each channel with, its interval, and where the other models stand: a chart card's content."""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

import pandas as pd

from analytics.attribution import NONE, Model
from analytics.credits import CONVERSIONS, SHARE, SUPPLIED, VALUE, Credits, Offer, disagreement, offer
from analytics.metrics import metric
from analytics.numbers import exact_count, percent
from analytics.periods import Period
from layouts.figures.dots import Dots, dots
from layouts.figures.template import escape
from layouts.ui.chart_card import BLANK, Key, head
from layouts.ui.drawing import Drawing
from layouts.ui.notices import empty
from layouts.ui.twin import Cell, Column, twin, value_column

Interval = tuple[float, float]


def credit_card(
    given: Credits,
    known: Offer,
    drawing: Drawing,
    *,
    intervals: Mapping[str, Interval],
    supplied: pd.DataFrame,
    what: str,
    days: Period | None,
    nulls: bool,
    chosen: Sequence[str] = (),
) -> dict[str, object]:
    """A row for each channel, ordered by the model `known`; with channels `chosen` the others are faded.

    `intervals` are those of shares of conversions; `supplied` has a row a channel and columns of percent shares by
    model; `nulls` says whether journeys that did not convert are known.
    """
    key, shares = known.key, given.of(what) / given.of(what).sum()
    if key not in shares:
        return _unanswered(given, known)
    sure = intervals if what == CONVERSIONS else {}
    names = [str(name) for name in shares[key].sort_values(ascending=False, kind="stable").index]
    rows = [_row(name, shares, key, sure.get(name), _supplied(supplied, name, key), chosen) for name in names]
    whole = drawing.written(metric("revenue" if what == VALUE else "conversions"), float(given.of(what)[key].sum()))
    counted = "of value" if what == VALUE else "conversions"
    subject = f"Share of {whole} {counted} by channel, %; select one to see the journeys it opens"
    return {
        "head": head(_title(given, known), subject, _keys(known, shares, sure, rows)),
        "figure": dots(rows, colours=drawing.colours, heads=(known.label.split(",")[0], "95\u00a0%")),
        "note": _note(given, known, sure, what, nulls=nulls, drawing=drawing),
        "twin": _twin(given, names, known.label, sure, drawing, days, subject),
    }


def _title(given: Credits, known: Offer) -> str:
    return disagreement(given) or f"Who earns the credit by {known.label}?"


def _unanswered(given: Credits, known: Offer) -> dict[str, object]:
    why = empty(f"{known.label} has no answer here", f"{given.reasons.get(known.key, 'no journey converts')}.")
    return {"head": head("Who earns the credit?", known.help), "figure": BLANK, "note": why, "twin": None}


def _keys(known: Offer, shares: pd.DataFrame, sure: Mapping[str, Interval], rows: Sequence[Dots]) -> list[Key]:
    keys = [Key(known.label + (" with 95\u00a0% interval" if sure else ""), "", "square", "accent")]
    others = len(shares.columns) - 1
    keys += [Key(f"{others} other models and their range", "", "line", "compare")] if others else []
    return keys + ([Key("Supplied", "", "tick", "ink")] if any(row.supplied is not None for row in rows) else [])


def _note(
    given: Credits, known: Offer, sure: Mapping[str, Interval], what: str, *, nulls: bool, drawing: Drawing
) -> str:
    said = [known.help]
    if not sure:
        said.append(
            "No interval of value is given." if what == VALUE else "Too large to resample for an interval here."
        )
    elif (pair := _closest(given, known.key, sure)) is not None:
        said.append(f"{pair[0]} and {pair[1]} are within each other's interval: their order is not sure.")
    if known.model is Model.MARKOV and not nulls:
        said.append("Every journey converts, so Markov knows none that was lost.")
    if NONE in given.conversions.index:
        count = exact_count(float(given.conversions[known.key].fillna(0)[NONE]), drawing.currency)
        said.append(f"{count} conversions had only channels that are left out: {NONE}.")
    said.append("Credit is not cause.")
    return " ".join(said)


def _closest(given: Credits, key: str, sure: Mapping[str, Interval]) -> tuple[str, str] | None:
    """The first two neighbours, from the top, whose intervals overlap."""
    ordered = [str(name) for name in given.shares[key].sort_values(ascending=False).index if str(name) in sure]
    return next(((one, other) for one, other in pairwise(ordered) if sure[one][0] <= sure[other][1]), None)


def _row(
    name: str, shares: pd.DataFrame, key: str, interval: Interval | None, supplied: float | None, chosen: Sequence[str]
) -> Dots:
    value = _cell(shares[key].get(name))
    others = [share for model in shares if model != key and (share := _cell(shares[model].get(name))) is not None]
    return Dots(
        name=name,
        value=value,
        others=others,
        value_text=percent(value),
        interval=interval,
        interval_text=f"{100 * interval[0]:.1f}–{100 * interval[1]:.1f}" if interval else "",
        supplied=supplied,
        hover=_hover(name, shares, supplied),
        faded=bool(chosen) and name not in chosen,
    )


def _hover(name: str, shares: pd.DataFrame, supplied: float | None) -> str:
    told = [f"{offer(str(key)).label} <b>{percent(_cell(shares[key].get(name)))}</b>" for key in shares]
    told += [f"Supplied <b>{percent(supplied)}</b>"] if supplied is not None else []
    return "<br>".join([f"<b>{escape(name)}</b>", *told])


def _supplied(supplied: pd.DataFrame, name: str, key: str) -> float | None:
    column = SUPPLIED.get(key)
    if column not in supplied or name not in supplied.index:
        return None
    share = _cell(supplied[column].get(name))
    return None if share is None else share / 100


def _twin(
    given: Credits,
    names: Sequence[str],
    label: str,
    intervals: Mapping[str, Interval],
    drawing: Drawing,
    days: Period | None,
    subject: str,
) -> dict[str, object]:
    conversions, revenue = metric("conversions"), metric("revenue")
    columns = [Column("Channel")]
    for key in given.shares:
        named = offer(str(key)).label
        columns += [Column(f"{named}, share", "percent", "%"), Column(f"{named}, conversions", conversions.unit.value)]
        columns += [value_column(f"{named}, value", revenue.unit, drawing.currency)]
    columns += [Column(f"{label}, {end} end", "percent", "%") for end in ("lower", "upper")] if intervals else []
    rows: list[list[Cell]] = []
    for name in names:
        cells: list[Cell] = [name]
        for key in given.shares:
            cells += [_cell(given.of(what)[key].get(name)) for what in (SHARE, CONVERSIONS, VALUE)]
        rows.append([*cells, *(intervals.get(name, (None, None)) if intervals else ())])
    return twin(drawing, subject, days, columns, rows)


def _cell(value: object) -> float | None:
    return None if value is None or math.isnan(float(value)) else float(value)  # type: ignore[arg-type]

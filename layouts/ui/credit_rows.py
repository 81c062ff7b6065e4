"""What a model credits each channel with, how sure that is, and what the others say: the rows of the credit card."""

from collections.abc import Mapping

import pandas as pd

from analytics.credit_intervals import Interval
from analytics.numbers import percent
from analytics.offers import SUPPLIED, offer
from layouts.figures.dots import Dots
from layouts.figures.template import escape
from layouts.ui.reported import reported


def credit_rows(shares: pd.DataFrame, key: str, sure: Mapping[str, Interval], supplied: pd.DataFrame) -> list[Dots]:
    """A row a channel, the most credited by the model `key` first.

    `shares` are fractions by channel and model, `supplied` percent by channel and supplied column.
    """
    names = [str(name) for name in shares[key].sort_values(ascending=False, kind="stable").index]
    return [_row(name, shares, key, sure.get(name), _supplied(supplied, name, key)) for name in names]


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

"""Attribution: which channels earn the credit for the conversions, by one of seven models."""

from collections.abc import Collection
from enum import StrEnum
from typing import TypedDict, Unpack

import numpy as np
import pandas as pd

from analytics import attribution_rules as rules
from analytics.attribution_frame import CONVERSIONS, VALUE, Floats
from analytics.attribution_rules import POSITION_WEIGHTS, Weights
from analytics.attribution_shapley import shapley as shapley
from analytics.attribution_tally import Tally
from analytics.markov import chained
from analytics.markov_chain import Chain
from analytics.paths import HALF_LIFE_DAYS, Paths

CHANNEL, SHARE = "channel", "share"
NONE = "(none)"


class Model(StrEnum):
    """How credit is given."""

    FIRST = "first"
    LAST = "last"
    LINEAR = "linear"
    POSITION = "position"
    TIME_DECAY = "time_decay"
    MARKOV = "markov"
    SHAPLEY = "shapley"


class Options(TypedDict, total=False):
    """What a model may be told; the others pass over it.

    order: Markov's, 1 to 3. collapse: whether immediate repeats are one touch to Markov (no). weights: what position
    gives to the first touch, to those between, and to the last.
    """

    order: int
    collapse: bool
    weights: Weights


RULES = {
    Model.FIRST: rules.first,
    Model.LAST: rules.last,
    Model.LINEAR: rules.linear,
    Model.SHAPLEY: rules.distinct,
}


def credit(
    journeys: pd.DataFrame,
    model: str,
    *,
    order: int = 1,
    half_life_days: float = HALF_LIFE_DAYS,
    weights: Weights = POSITION_WEIGHTS,
    exclude: Collection[str] = (),
    collapse: bool = False,
) -> pd.DataFrame:
    """The credit of each channel for grouped journeys: channel, conversions, value, and share of the conversions.

    `journeys` is what `Paths.of` reads, `model` one of Model. `order` (1 to 3) and `collapse` (immediate repeats taken
    as one touch) concern Markov, `half_life_days` time decay, `weights` (of the first touch, those between, the last)
    position. Channels in `exclude` earn nothing; the journeys that have no other come back as the row `(none)`, so that
    under each model the credit adds up to all conversions and all value. The share is NaN where nothing converted.
    ValueError for what cannot be used.
    """
    paths = Paths.of(journeys, half_life_days).without(exclude)
    return credited(paths, model, order=order, weights=weights, collapse=collapse)


def credited(paths: Paths, model: str, **options: Unpack[Options]) -> pd.DataFrame:
    """The credit of each channel for paths, as `credit` gives it for a frame."""
    tally = tallied(paths, model, **options)
    conversions, value = tally.credit(tally.total(paths.conversions, paths.nulls))
    whole = conversions.sum()
    share = conversions / whole if whole else np.full(len(conversions), np.nan)
    names = [*paths.channels, NONE]
    frame = pd.DataFrame({CHANNEL: names, CONVERSIONS: conversions, VALUE: value, SHARE: share})
    return frame if conversions[-1] or value[-1] else frame.iloc[:-1]


def tallied(paths: Paths, model: str, **options: Unpack[Options]) -> Tally:
    """The sums that a model's credit is a function of; ValueError where it has no answer for these paths.

    Time decay needs the times of touches. Markov needs a conversion to lose: with none, every removal effect is 0.
    """
    match _known(model):
        case Model.MARKOV:
            return _chained(paths, options.get("order", 1), options.get("collapse", False))[0]
        case Model.TIME_DECAY:
            return rules.tallied(paths, *_decayed(paths))
        case Model.POSITION:
            shares = rules.position(paths, options.get("weights", POSITION_WEIGHTS))
        case rule:
            shares = RULES[rule](paths)
    return rules.tallied(paths, shares, shares)


def removal_effects(journeys: pd.DataFrame, order: int = 1, *, collapse: bool = False) -> pd.DataFrame:
    """What is lost without each channel under Markov: channel, conversions and value, as fractions of what there is.

    Before normalisation: an effect of 1 says that nothing converts without
    the channel. Those of value are NaN where there is no value. ValueError as for `credit`.
    """
    paths = Paths.of(journeys)
    tally, chain = _chained(paths, order, collapse)
    sums = tally.total(paths.conversions, paths.nulls)
    lost, whole = chain.lost(sums), chain.whole(sums)[:, None]
    conversions, value = np.divide(lost, whole, out=np.full_like(lost, np.nan), where=whole != 0)
    return pd.DataFrame({CHANNEL: paths.channels, CONVERSIONS: conversions, VALUE: value})


def _known(model: str) -> Model:
    try:
        return Model(model)
    except ValueError:
        raise ValueError(f"model: expected one of {', '.join(Model)}, found {model!r}") from None


def _chained(paths: Paths, order: int, collapse: bool) -> tuple[Tally, Chain]:
    if not paths.conversions[paths.lengths > 0].any():
        raise ValueError(
            "markov: expected a conversion of a journey with a channel, found none: every removal effect is 0"
        )
    return chained(paths.collapsed() if collapse else paths, order)


def _decayed(paths: Paths) -> tuple[Floats, Floats]:
    if paths.decayed is None or paths.decayed_value is None:
        raise ValueError("time_decay: expected the times of all touches (days_before), found none or not all")
    return paths.decayed, paths.decayed_value

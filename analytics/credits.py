"""Attribution models side by side: what each credits, and how far they disagree."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.attribution import CHANNEL, NONE, Model, credited
from analytics.intervals import NORMAL_95
from analytics.numbers import percent
from analytics.offers import Offer
from analytics.paths import Paths
from analytics.wording import Strong, Words, listed

SHARE, CONVERSIONS, VALUE = "share", "conversions", "value"
SMALL = 0.005
NOTHING = "no journey in view converts"


@dataclass(frozen=True)
class Credits:
    """What each model gives each channel: `shares`, `conversions`, `value`, channels down and model keys across.

    `reasons` say why a model that was asked for has none.
    """

    shares: pd.DataFrame
    conversions: pd.DataFrame
    value: pd.DataFrame
    reasons: Mapping[str, str]

    def of(self, what: str) -> pd.DataFrame:
        """The amounts of a kind: SHARE, CONVERSIONS or VALUE."""
        return {SHARE: self.shares, CONVERSIONS: self.conversions, VALUE: self.value}[what]

    def shared(self, what: str) -> pd.DataFrame:
        """The shares of all conversions or of all value."""
        return self.of(what) / self.of(what).sum()

    @property
    def spread(self) -> "pd.Series[float]":
        """How far the models lie apart for each channel, as a share of all credit, the widest first."""
        return _spread(self.shares)


def credits_of(paths: Callable[[int | None], Paths], offers: Iterable[Offer]) -> Credits:
    """What the models give; `paths` are the journeys in view, with time decay's shares at a half-life where asked."""
    tables: dict[str, pd.DataFrame] = {}
    reasons: dict[str, str] = {}
    plain = paths(None)
    for known in offers:
        try:
            given = plain if known.half_life is None else paths(known.half_life)
            _converting(given, known)
            tables[known.key] = credited(given, known.model, **known.options).set_index(CHANNEL)
        except ValueError as error:
            reasons[known.key] = str(error)
    shares, conversions, value = (_side_by_side(tables, what, plain) for what in (SHARE, CONVERSIONS, VALUE))
    return Credits(shares, conversions, value, reasons)


def leaders(given: Credits, key: str) -> str:
    """The channel that a rule credits most; empty where there is none, or it is within the noise of the next."""
    if key not in given.shares:
        return ""
    ordered = given.shares[key].drop(NONE, errors="ignore").dropna().sort_values(ascending=False)
    journeys = float(given.conversions[key].sum())
    alone = len(ordered) and (len(ordered) == 1 or beyond_noise(ordered.iloc[0], ordered.iloc[1], journeys))
    return str(ordered.index[0]) if alone else ""


def beyond_noise(one: float, other: float, conversions: float) -> bool:
    """Whether two shares of as many conversions differ by more than 95 % of the draws of a multinomial would.

    The variance of p − q is (p + q − (p − q)²) / n. It is exact for shares of which a conversion adds to one alone, as
    first and last touch are; for two rules over the same conversions it is the most it can be.
    """
    apart = abs(one - other)
    return apart > 0 and apart > NORMAL_95 * math.sqrt(max(one + other - apart**2, 0) / max(conversions, 1))


def headline(given: Credits, opened: Sequence[str] = ()) -> Words:
    """The answer to "which channels earn the credit?"; empty where no channel stands out.

    Of journeys that the channels `opened` begin, it says only which closes them.
    """
    opens, closes = leaders(given, "first"), leaders(given, "last")
    if opened:
        if closes:
            return (Strong(closes), f" closes the most sales of those that {opening(opened)}.")
        return ("No channel clearly closes the most sales of those that ", Strong(opening(opened)), ".")
    apart = given.spread
    doubt = f" Models disagree most about {apart.index[0]}." if len(apart) and apart.iloc[0] >= SMALL else ""
    if opens and closes and opens != closes:
        return (f"{closes} closes the most sales, ", Strong(opens), f" opens the most.{doubt}")
    does = {(True, True): "opens and closes", (True, False): "opens", (False, True): "closes"}
    what = does.get((bool(opens), bool(closes)))
    return (Strong(opens or closes), f" {what} the most sales.{doubt}") if what else ()


def opening(channels: Sequence[str]) -> str:
    """The channels and what they do: Email opens, Email and Direct open."""
    return f"{listed(channels)} {'opens' if len(channels) == 1 else 'open'}"


def disagreement(shares: pd.DataFrame) -> str:
    """Between which shares the models leave the channel they disagree about most; empty where they agree."""
    apart = _spread(shares)
    if apart.empty or apart.iloc[0] < SMALL:
        return ""
    name = str(apart.index[0])
    least, most = (float(shares.min(axis=1)[name]), float(shares.max(axis=1)[name]))
    return f"{name} earns {percent(least, 0)} or {percent(most, 0)} of the credit, depending on the model"


def _spread(shares: pd.DataFrame) -> "pd.Series[float]":
    apart = (shares.max(axis=1) - shares.min(axis=1)).drop(NONE, errors="ignore")
    return apart.dropna().sort_values(ascending=False, kind="stable")


def _converting(paths: Paths, known: Offer) -> None:
    """ValueError where nothing converts, or nothing that Markov could lose."""
    if not paths.conversions.any():
        raise ValueError(NOTHING)
    if known.model is Model.MARKOV and not paths.conversions[paths.lengths > 0].any():
        raise ValueError("no journey with a channel converts")


def _side_by_side(tables: Mapping[str, pd.DataFrame], what: str, paths: Paths) -> pd.DataFrame:
    named = sorted({name for table in tables.values() for name in table.index if name != NONE} | set(paths.channels))
    nobody = [NONE] if any(NONE in table.index for table in tables.values()) else []
    return pd.DataFrame({key: table[what] for key, table in tables.items()}, index=[*named, *nobody]).astype(float)

"""Attribution models side by side: which are on offer, what each credits, and how far they disagree."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from analytics.attribution import CHANNEL, NONE, Model, Options, credited
from analytics.numbers import percent
from analytics.paths import Paths
from analytics.wording import Strong, Words

SHARE, CONVERSIONS, VALUE = "share", "conversions", "value"
SMALL = 0.005
HALF_LIVES = (1, 3, 7, 14, 30)


@dataclass(frozen=True)
class Offer:
    """A model as a reader chooses it: its key in links, its name, what it says, and how it is computed."""

    key: str
    label: str
    help: str
    model: Model
    half_life: int | None = None
    options: Options = field(default_factory=Options)


OFFERS = (
    Offer("first", "First touch", "All credit to the first touch.", Model.FIRST),
    Offer("last", "Last touch", "All credit to the last touch.", Model.LAST),
    Offer("linear", "Linear", "The same credit to every touch.", Model.LINEAR),
    Offer("position", "Position-based", "40 % to the first touch, 40 % to the last, 20 % between.", Model.POSITION),
    *(
        Offer(
            f"time-decay-{days}",
            f"Time decay, {days} day{'s' if days > 1 else ''}",
            f"Half the credit for every {days} days before the last touch.",
            Model.TIME_DECAY,
            days,
        )
        for days in HALF_LIVES
    ),
    *(
        Offer(
            f"markov-{order}",
            f"Markov, order {order}",
            "What would be lost without the channel, in a chain that remembers the last "
            f"{'touch' if order == 1 else f'{order} touches'}.",
            Model.MARKOV,
            options={"order": order},
        )
        for order in (1, 2, 3)
    ),
    Offer("shapley", "Shapley", "Each sale shared equally by the different channels on its way.", Model.SHAPLEY),
)
SUPPLIED: Mapping[str, str] = {
    "first": "first_touch",
    "last": "last_touch",
    "linear": "linear",
    "position": "position_based",
    "time-decay-7": "time_decay",
}


def offer(key: str) -> Offer:
    """The model of that key; KeyError if there is none."""
    return {known.key: known for known in OFFERS}[key]


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

    @property
    def spread(self) -> "pd.Series[float]":
        """How far the models lie apart for each channel, as a share of all credit, the widest first."""
        apart = (self.shares.max(axis=1) - self.shares.min(axis=1)).drop(NONE, errors="ignore")
        return apart.dropna().sort_values(ascending=False, kind="stable")


def credits_of(paths: Callable[[int | None], Paths], offers: Iterable[Offer]) -> Credits:
    """What the models give; `paths` are the journeys in view, with time decay's shares at a half-life where asked."""
    tables: dict[str, pd.DataFrame] = {}
    reasons: dict[str, str] = {}
    plain = paths(None)
    for known in offers:
        try:
            given = plain if known.half_life is None else paths(known.half_life)
            tables[known.key] = credited(given, known.model, **known.options).set_index(CHANNEL)
        except ValueError as error:
            reasons[known.key] = str(error)
    shares, conversions, value = (_side_by_side(tables, what, plain) for what in (SHARE, CONVERSIONS, VALUE))
    return Credits(shares, conversions, value, reasons)


def leaders(given: Credits, key: str) -> str:
    """The channel that a model credits most; empty where there is none, or two are equal."""
    if key not in given.shares:
        return ""
    ordered = given.shares[key].drop(NONE, errors="ignore").dropna().sort_values(ascending=False)
    alone = len(ordered) and (len(ordered) == 1 or ordered.iloc[0] > ordered.iloc[1])
    return str(ordered.index[0]) if alone else ""


def headline(given: Credits) -> Words:
    """The answer to "which channels earn the credit?"; empty where no channel stands out."""
    opens, closes = leaders(given, "first"), leaders(given, "last")
    apart = given.spread
    doubt = f" Models disagree most about {apart.index[0]}." if len(apart) and apart.iloc[0] >= SMALL else ""
    if opens and closes and opens != closes:
        return (f"{closes} closes the most sales, ", Strong(opens), f" opens the most.{doubt}")
    does = {(True, True): "opens and closes", (True, False): "opens", (False, True): "closes"}
    what = does.get((bool(opens), bool(closes)))
    return (Strong(opens or closes), f" {what} the most sales.{doubt}") if what else ()


def disagreement(given: Credits) -> str:
    """Between which shares the models leave the channel they disagree about most; empty where they agree."""
    apart = given.spread
    if apart.empty or apart.iloc[0] < SMALL:
        return ""
    name = str(apart.index[0])
    least, most = (float(given.shares.min(axis=1)[name]), float(given.shares.max(axis=1)[name]))
    return f"{name} earns {percent(least, 0)} or {percent(most, 0)} of the credit, depending on the model"


def _side_by_side(tables: Mapping[str, pd.DataFrame], what: str, paths: Paths) -> pd.DataFrame:
    named = sorted({name for table in tables.values() for name in table.index if name != NONE} | set(paths.channels))
    nobody = [NONE] if any(NONE in table.index for table in tables.values()) else []
    return pd.DataFrame({key: table[what] for key, table in tables.items()}, index=[*named, *nobody]).astype(float)

"""The attribution models on offer, as a reader chooses them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from analytics.attribution import Model, Options

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
            f"Half the credit for every {'day' if days == 1 else f'{days} days'} before the last touch.",
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

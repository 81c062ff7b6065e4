"""What stands out in journeys, the funnel and the supplied shares."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.claims import Claims
from analytics.claims_insights import claims_too_much
from analytics.credits import Credits, beyond_noise
from analytics.funnel import LOSS, funnel, largest_drop
from analytics.insight import Insight
from analytics.numbers import percent, written
from analytics.offers import SUPPLIED, offer
from analytics.view import View
from analytics.wording import Strong

MOST = 3
APART = 0.05
STEEPER = 1.1
MODEL, RATE, SHARES = "model", "rate", "shares"


@dataclass(frozen=True)
class Reading:
    """What the insights are read from: the credits, the stages, the supplied percents, and the view they came from.

    `claims` are what platforms claim of what the view counts, conversions or value; None where nothing is compared.
    """

    view: View
    credits: Credits | None
    stages: pd.DataFrame
    supplied: pd.DataFrame
    claims: Claims | None = None


def attribution_insights(reading: Reading) -> tuple[Insight, ...]:
    """The findings that stand out, at most three."""
    found = (
        opens_or_closes(reading),
        claims_too_much(reading.claims, reading.view),
        steepest_stage(reading),
        supplied_apart(reading),
    )
    return tuple(insight for insight in found if insight)[:MOST]


def opens_or_closes(reading: Reading) -> Insight | None:
    """The channel whose credit for opening journeys and for closing them lies furthest apart."""
    given = reading.credits
    if given is None or not {"first", "last"} <= set(given.shares):
        return None
    apart = (given.shares["first"] - given.shares["last"]).dropna()
    if apart.empty or apart.abs().max() < APART:
        return None
    name = str(apart.abs().idxmax())
    first, last = float(given.shares["first"][name]), float(given.shares["last"][name])
    if not beyond_noise(first, last, float(given.conversions["first"].sum())):
        return None
    opens = first > last
    words = (
        f"It has {percent(first)} of the credit by first touch and {percent(last)} by last touch. ",
        Strong(
            "Judged by last touch alone it looks weaker than it is" if opens else "It mostly ends what others began"
        ),
        ".",
    )
    view = reading.view.but(**{MODEL: "first" if opens else "last"})
    kind = "Opens more than it closes" if opens else "Closes more than it opens"
    return Insight(
        kind,
        name,
        f"{_points(abs(first - last))} apart",
        None,
        words,
        f"Credit by {offer(view.one(MODEL)).label.lower()}",
        view,
    )


def steepest_stage(reading: Reading) -> Insight | None:
    """The stage before which the largest share is lost, where it is well above the next largest."""
    table = funnel(reading.stages) if len(reading.stages) else reading.stages
    drop = largest_drop(table) if len(table) else None
    if drop is None:
        return None
    others = table[LOSS].drop(drop.place).dropna()
    if others.empty or drop.loss < STEEPER * others.max():
        return None
    words = (
        f"{percent(drop.loss)} of those at {drop.before} never come to {drop.after}; ",
        Strong(f"no other stage loses more than {percent(others.max())}"),
        ".",
    )
    view = reading.view.but(**{RATE: "previous"})
    return Insight(
        "Largest drop",
        f"Before {drop.after}",
        f"▼ {percent(drop.loss, 0)}",
        False,
        words,
        "Rates from stage to stage",
        view,
    )


def supplied_apart(reading: Reading) -> Insight | None:
    """The supplied share that lies furthest from what the journeys give by the same model."""
    given = reading.credits
    if given is None or reading.supplied.empty:
        return None
    apart = [
        (abs(float(given.shares[key][name]) - float(reading.supplied[column][name]) / 100), key, str(name))
        for key, column in SUPPLIED.items()
        if key in given.shares and column in reading.supplied
        for name in _both(given.shares.index, reading.supplied.index)
    ]
    widest, key, name = max(apart, default=(0.0, "", ""))
    if widest < APART:
        return None
    label = offer(key).label
    computed, stated = float(given.shares[key][name]), float(reading.supplied[SUPPLIED[key]][name]) / 100
    words = (
        f"By {label.lower()} the journeys in view give it {percent(computed)}, the file {percent(stated)}. ",
        Strong("The supplied shares rest on other journeys or another rule"),
        ".",
    )
    view = reading.view.but(**{SHARES: "difference"})
    return Insight("Check the data", name, f"{_points(widest)} apart", None, words, "Supplied against computed", view)


def _points(share: float) -> str:
    return f"{written(100 * share, 0)} points"


def _both(one: "pd.Index[str]", other: "pd.Index[str]") -> Sequence[str]:
    return [str(name) for name in one if name in other]

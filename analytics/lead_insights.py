"""What stands out of a lead model, computed from the leads in view and from the tables about its training."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from analytics.calibration import LEADS, OBSERVED, PREDICTED
from analytics.classifier import calibration
from analytics.insights import Insight, first
from analytics.intervals import between
from analytics.lead_findings import (
    SIZE,
    TRAIN,
    VALIDATION,
    Apart,
    by_heart,
    miscalibrated,
    most_apart,
)
from analytics.lead_thresholds import PROFIT, Terms, at
from analytics.leads import Leads
from analytics.numbers import decimal, exact_count, exact_money, money, percent
from analytics.slices import AUC, BASE_RATE
from analytics.view import View
from analytics.wording import Strong

MOST = 3
WORTH = 0.05
THRESHOLD_KEY = "threshold"


@dataclass(frozen=True)
class Model:
    """What its insights are read from: the leads, their thresholds and slices by filter key, its terms, its training.

    `used` is the threshold in use, the supplied one, and `earning` the one that earns most; `nouns` are the filters in
    words. `points` is None where scores are no probabilities, `training` where there is no learning curve.
    """

    leads: Leads
    points: pd.DataFrame | None
    used: float | None
    earning: float | None
    terms: Terms
    slices: Mapping[str, pd.DataFrame]
    nouns: Mapping[str, str]
    training: pd.DataFrame | None
    view: View
    currency: str


def lead_insights(model: Model) -> tuple[Insight, ...]:
    """The findings that stand out, at most three, the weightiest kinds first."""
    return first(MOST, _found(model))


def threshold_cost(model: Model) -> Insight | None:
    """What the supplied threshold earns less than the best one, where that is a real part of it."""
    points, used, best = model.points, model.used, model.earning
    if points is None or used is None or best is None or used == best:
        return None
    now, most = at(points, used)[PROFIT], at(points, best)[PROFIT]
    if not (most > 0 and most - now >= WORTH * most):
        return None
    costs = " and ".join(exact_money(amount, model.currency) for amount in (model.terms.call, model.terms.win))
    words = (
        f"Calling from {decimal(best, 2)} on is expected to earn {money(most, model.currency)}, ",
        Strong(f"from the supplied {decimal(used, 2)} {money(now, model.currency)}"),
        f", where a call and a buyer are worth {costs}.",
    )
    view = model.view.but(**{THRESHOLD_KEY: f"{best:g}"})
    figure = f"{money(most - now, model.currency)}"
    return Insight(
        "Threshold costs", f"From {decimal(best, 2)}", figure, None, words, f"Threshold {decimal(best, 2)}", view
    )


def ranked_otherwise(key: str, slice_: Apart, model: Model) -> Insight:
    """A slice that the model ranks better or worse than the rest, beyond its interval."""
    side = "better" if slice_.difference > 0 else "worse"
    sure = f"{decimal(abs(slice_.difference), 3)} {'above' if slice_.difference > 0 else 'below'} the other leads"
    ends = sorted((abs(slice_.low), abs(slice_.high)))
    words = (
        Strong(f"AUC {sure}"),
        f" ({between(decimal(ends[0], 3), decimal(ends[1], 3))}), on {_leads(slice_.leads, model)}.",
    )
    view = model.view.but(by=key)
    return Insight(
        f"Ranked {side}",
        slice_.member,
        str(decimal(slice_.value, 3)),
        slice_.difference > 0,
        words,
        f"AUC by {model.nouns[key]}",
        view,
    )


def buys_otherwise(key: str, slice_: Apart, model: Model) -> Insight:
    """A slice whose leads buy more or less often than the rest, beyond its interval."""
    others = slice_.value - slice_.difference
    side = "more" if slice_.difference > 0 else "less"
    ends = sorted((abs(slice_.low), abs(slice_.high)))
    gap = f"{_points(abs(slice_.difference))} points ({between(*map(_points, ends))})"
    words = (
        Strong(f"{percent(slice_.value)} bought, {percent(others)} of the others"),
        f": a difference of {gap}, on {_leads(slice_.leads, model)}.",
    )
    view = model.view.but(**{key: slice_.member})
    return Insight(
        f"Buys {side} often", slice_.member, percent(slice_.value), None, words, f"{slice_.member} alone", view
    )


def broken_promise(model: Model) -> Insight | None:
    """The tenth of the score whose leads bought more or less often than the score promised, beyond its interval."""
    off = miscalibrated(calibration(**model.leads.columns)) if model.points is not None else None
    if off is None:
        return None
    ends = between(percent(off["observed_low"]), percent(off["observed_high"]))
    scores = f"{decimal(off['low'], 1)} to {decimal(off['high'], 1)}"
    words = (
        f"{_leads(int(off[LEADS]), model)} scored {scores} were promised ",
        Strong(f"{percent(off[PREDICTED])}; {percent(off[OBSERVED])} bought"),
        f" ({ends}).",
    )
    subject = "Promises too much" if off[PREDICTED] > off[OBSERVED] else "Promises too little"
    view = model.view.but(**{THRESHOLD_KEY: f"{off['low']:.6g}"})
    return Insight(
        "Calibration", subject, percent(off[OBSERVED], 0), False, words, f"Threshold {decimal(off['low'], 2)}", view
    )


def learned_by_heart(model: Model) -> Insight | None:
    """Training and validation score of the learning curve, where their bands are apart at the largest size."""
    last = by_heart(model.training) if model.training is not None else None
    if last is None:
        return None
    words = (
        f"Trained on {_leads(int(last[SIZE]), model)} it scores ",
        Strong(f"{decimal(last[TRAIN], 2)} on those and {decimal(last[VALIDATION], 2)} on others"),
        ", and the bands do not meet.",
    )
    gap = str(decimal(last[TRAIN] - last[VALIDATION], 2))
    return Insight("Over-fitting", "Learned by heart", gap, False, words, "Learning curve", model.view.but(bands=""))


def _found(model: Model) -> Iterator[Insight | None]:
    yield threshold_cost(model)
    yield broken_promise(model)
    yield learned_by_heart(model)
    yield from (ranked_otherwise(*found, model) for found in most_apart(model.slices, AUC))
    yield from (buys_otherwise(*found, model) for found in most_apart(model.slices, BASE_RATE))


def _points(share: float) -> str:
    """A difference of two shares in percentage points."""
    return str(decimal(100 * share, 1))


def _leads(count: int, model: Model) -> str:
    return f"{exact_count(count, model.currency)} lead{'' if count == 1 else 's'}"

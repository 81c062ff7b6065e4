"""What stands out of a lead model, computed from the leads in view and from the tables about its training."""

from collections.abc import Iterator

from analytics.calibration import LEADS, OBSERVED, PREDICTED
from analytics.classifier import calibration
from analytics.insight import Insight, first
from analytics.intervals import between
from analytics.lead_evidence import Model
from analytics.lead_findings import SIZE, TRAIN, VALIDATION, by_heart, miscalibrated, most_apart
from analytics.lead_slice_insights import buys_otherwise, ranked_otherwise
from analytics.lead_thresholds import PROFIT, at
from analytics.numbers import decimal, exact_money, money, percent
from analytics.slices import AUC, BASE_RATE
from analytics.wording import Strong

MOST = 3
WORTH = 0.05
THRESHOLD_KEY, WEIGHED_KEY = "threshold", "weighed"


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


def broken_promise(model: Model) -> Insight | None:
    """The tenth of the score whose leads bought more or less often than the score promised, beyond its interval."""
    off = miscalibrated(calibration(**model.leads.columns)) if model.points is not None else None
    if off is None:
        return None
    ends = between(percent(off["observed_low"]), percent(off["observed_high"]))
    scores = f"{decimal(off['low'], 1)} to {decimal(off['high'], 1)}"
    words = (
        f"{model.count(int(off[LEADS]))} scored {scores} were promised ",
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
        f"Trained on {model.count(int(last[SIZE]))} it scores ",
        Strong(f"{decimal(last[TRAIN], 2)} on those and {decimal(last[VALIDATION], 2)} on others"),
        ", and the bands do not meet.",
    )
    gap = str(decimal(last[TRAIN] - last[VALIDATION], 2))
    return Insight("Over-fitting", "Learned by heart", gap, False, words, "Learning curve", model.view.but(bands=""))


def outranked(model: Model) -> Insight | None:
    """The baseline that ranks the leads best, where it ranks them better than the supplied score beyond doubt."""
    better = [rival for rival in model.rivals if rival.ahead.sign > 0]
    if not better:
        return None
    best = max(better, key=lambda rival: rival.ahead.value)
    label = best.baseline.label
    words = (
        f"On the same {model.count(best.leads.total)} its AUC is ",
        Strong(f"{decimal(best.ahead.value, 3)} above that of the supplied score"),
        f" ({between(decimal(best.ahead.low, 3), decimal(best.ahead.high, 3))}).",
    )
    view = model.view.but(**{WEIGHED_KEY: best.baseline.value})
    link = f"Importance to the {label.lower()}"
    return Insight("Outranked", label, str(decimal(best.area.value, 3)), False, words, link, view)


def _found(model: Model) -> Iterator[Insight | None]:
    yield threshold_cost(model)
    yield outranked(model)
    yield broken_promise(model)
    yield learned_by_heart(model)
    yield from (ranked_otherwise(*found, model) for found in most_apart(model.slices, AUC))
    yield from (buys_otherwise(*found, model) for found in most_apart(model.slices, BASE_RATE))

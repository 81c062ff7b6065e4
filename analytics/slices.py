"""How well a score works in each slice of the leads, against the rest of them."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.gains import gains
from analytics.intervals import NORMAL_95, wilson
from analytics.roc import Auc, area
from analytics.scores import HIGH, LOW, REASON, Column, Scores, ScoresError, scores

MEMBER, LEADS, BUYERS, CALLED, TENTH, SMALL = "member", "n", "buyers", "called", "tenth", "small"
BASE_RATE, AUC, PRECISION, LIFT, DIFFERENCE = "base_rate", "auc", "precision", "lift", "difference"
FEWEST, BEST = 10, 0.1
REST, NO_REST = "the rest", "there are no other leads"
Interval = tuple[float, float, float]
NOT_KNOWN: Interval = (math.nan, math.nan, math.nan)


@dataclass(frozen=True)
class _Part:
    leads: float
    buyers: float
    called: float
    area: Auc
    precision: Interval
    lift: Interval

    @property
    def base_rate(self) -> Interval:
        return _rate(self.buyers, self.leads)


def slices(
    actual: Column, score: Column, member: Column, *, weight: Column | None = None, threshold: float = math.nan
) -> pd.DataFrame:
    """One row per member of a column, such as industry, in order of name (the index).

    `n`, `buyers`: leads; `base_rate`: buyers / n with its Wilson interval; `auc` with DeLong's; `called`, those scored
    at or above the threshold, and `precision`, the buyers among them, with Wilson's; `lift` of the best tenth of the
    slice, `tenth` leads, with the interval of `gains`. Each has its 95 % interval in `_low` and `_high`, and in
    `_difference` by how much it exceeds that of the rest, as `area_difference` and for the others `difference` say.

    `small`: fewer than 10 bought, or fewer than 10 did not. What of the areas is NaN, `reason` explains. Leads without
    a member have no row, and are in the rest of every member. Of twenty differences, one lies beyond its interval by
    chance. Raises ScoresError as `scores` does, and for a member column of another length.
    """
    given = scores(actual, score, weight)
    members = pd.Series(np.asarray(member, dtype=object), dtype=object)
    if len(members) != np.size(score):
        raise ScoresError(MEMBER, f"{np.size(score)} values, as many as scores", str(len(members)))
    if weight is not None:
        members = members[np.asarray(weight, dtype=float) > 0]
    names = sorted(set(members.dropna()), key=str)
    rows = {str(name): _row(given, (members == name).to_numpy(), threshold) for name in names}
    columns = [*_row(given, np.ones(given.score.size, dtype=bool), threshold)]
    return pd.DataFrame.from_dict(rows, orient="index").reindex(columns=columns).rename_axis(MEMBER)


def difference(one: Interval, other: Interval) -> Interval:
    """p − q with its interval, of two values over different leads, each given with the ends of its own: l, u; l', u'.

    p − q − √((p − l)² + (u' − q)²) to p − q + √((u − p)² + (q − l')²): Newcombe 1998, method 10, where both are rates
    with Wilson's interval, and Zou and Donner 2008 (Statistics in Medicine 27) for any others.
    """
    (value, low, high), (base, least, most) = one, other
    apart = value - base
    return apart, apart - math.hypot(value - low, most - base), apart + math.hypot(high - value, base - least)


def area_difference(one: Auc, other: Auc) -> Interval:
    """The difference of two areas over different leads, with its 95 % interval: A − B ± z √(variance A + variance B).

    The interval is cut at −1 and 1, and NaN where either area has none.
    """
    difference = one.value - other.value
    reach = NORMAL_95 * math.sqrt(one.variance + other.variance)
    if math.isnan(one.low) or math.isnan(other.low):
        return difference, math.nan, math.nan
    return difference, max(difference - reach, -1.0), min(difference + reach, 1.0)


def _row(given: Scores, inside: npt.NDArray[np.bool_], threshold: float) -> dict[str, object]:
    part, rest = _part(given, inside, threshold), _part(given, ~inside, threshold)
    columns: dict[str, object] = {
        LEADS: int(part.leads),
        BUYERS: int(part.buyers),
        CALLED: int(part.called),
        TENTH: BEST * part.leads,
        SMALL: min(part.buyers, part.leads - part.buyers) < FEWEST,
        REASON: part.area.reason or _reason(rest),
    }
    columns |= _named(AUC, (part.area.value, part.area.low, part.area.high))
    columns |= _named(f"{AUC}_{DIFFERENCE}", area_difference(part.area, rest.area))
    for name in (BASE_RATE, PRECISION, LIFT):
        own, others = getattr(part, name), getattr(rest, name)
        columns |= _named(name, own) | _named(f"{name}_{DIFFERENCE}", difference(own, others))
    return columns


def _reason(rest: _Part) -> str:
    if not rest.leads:
        return NO_REST
    return rest.area.reason and f"{REST}: {rest.area.reason}"


def _part(given: Scores, mask: npt.NDArray[np.bool_], threshold: float) -> _Part:
    part = Scores(given.actual[mask], given.score[mask], given.weight[mask])
    called = part.weight * (part.score >= threshold)
    leads, buyers, reached = float(part.weight.sum()), float(part.weight @ part.actual), float(called.sum())
    return _Part(leads, buyers, reached, area(part), _rate(float(called @ part.actual), reached), _lift(part, buyers))


def _rate(part: float, whole: float) -> Interval:
    return (part / whole, *wilson(part, whole)) if whole else NOT_KNOWN


def _lift(part: Scores, buyers: float) -> Interval:
    if not buyers:
        return NOT_KNOWN
    best = gains(part.actual, part.score, weight=part.weight, shares=(BEST,)).iloc[0]
    return float(best[LIFT]), float(best[f"{LIFT}_{LOW}"]), float(best[f"{LIFT}_{HIGH}"])


def _named(name: str, interval: Interval) -> dict[str, object]:
    return dict(zip((name, f"{name}_{LOW}", f"{name}_{HIGH}"), interval, strict=True))

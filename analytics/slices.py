"""The score and the base rate in each slice of the leads, against the rest of them."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.intervals import NORMAL_95, wilson
from analytics.roc import Auc, area
from analytics.scores import HIGH, LOW, REASON, Column, Scores, ScoresError, scores

MEMBER, LEADS, BUYERS, SMALL = "member", "n", "buyers", "small"
BASE_RATE, AUC, DIFFERENCE = "base_rate", "auc", "difference"
FEWEST = 10
REST, NO_REST = "the rest", "there are no other leads"
Interval = tuple[float, float, float]


@dataclass(frozen=True)
class _Part:
    leads: float
    buyers: float
    area: Auc


def slices(actual: Column, score: Column, member: Column, *, weight: Column | None = None) -> pd.DataFrame:
    """One row per member of a column, such as industry, in order of name (the index).

    `n`, `buyers`: leads; `base_rate`: buyers / n with its Wilson interval; `auc` with DeLong's; and by how much they
    exceed those of the rest, `base_rate_difference` and `auc_difference`, as `rate_difference` and `area_difference`
    say; each with its 95 % interval in `_low` and `_high`. `small`: fewer than 10 bought, or fewer than 10 did not.
    What of the areas is NaN, `reason` explains. Leads without a member have no row, and are in the rest of every
    member. Of twenty differences, one lies beyond its interval by chance. Raises ScoresError as `scores` does, and
    for a member column of another length.
    """
    given = scores(actual, score, weight)
    members = pd.Series(np.asarray(member, dtype=object), dtype=object)
    if len(members) != np.size(score):
        raise ScoresError(MEMBER, f"{np.size(score)} values, as many as scores", str(len(members)))
    if weight is not None:
        members = members[np.asarray(weight, dtype=float) > 0]
    rows = {str(name): _row(given, (members == name).to_numpy()) for name in sorted(set(members.dropna()), key=str)}
    columns = [*_row(given, np.ones(given.score.size, dtype=bool))]
    return pd.DataFrame.from_dict(rows, orient="index").reindex(columns=columns).rename_axis(MEMBER)


def rate_difference(part: float, whole: float, other: float, of: float) -> Interval:
    """part / whole − other / of with its 95 % interval: Newcombe 1998, method 10.

    With a rate p, its Wilson interval l to u, and another q, l' to u': p − q − √((p − l)² + (u' − q)²) to
    p − q + √((u − p)² + (q − l')²). NaN where either has no leads.
    """
    if not (whole and of):
        return math.nan, math.nan, math.nan
    (low, high), (least, most) = wilson(part, whole), wilson(other, of)
    rate, base = part / whole, other / of
    difference = rate - base
    return (
        difference,
        difference - math.hypot(rate - low, most - base),
        difference + math.hypot(high - rate, base - least),
    )


def area_difference(one: Auc, other: Auc) -> Interval:
    """The difference of two areas over different leads, with its 95 % interval: A − B ± z √(variance A + variance B).

    The interval is cut at −1 and 1, and NaN where either area has none.
    """
    difference = one.value - other.value
    reach = NORMAL_95 * math.sqrt(one.variance + other.variance)
    if math.isnan(one.low) or math.isnan(other.low):
        return difference, math.nan, math.nan
    return difference, max(difference - reach, -1.0), min(difference + reach, 1.0)


def _row(given: Scores, inside: npt.NDArray[np.bool_]) -> dict[str, object]:
    part, rest = _part(given, inside), _part(given, ~inside)
    columns: dict[str, object] = {
        LEADS: int(part.leads),
        BUYERS: int(part.buyers),
        SMALL: min(part.buyers, part.leads - part.buyers) < FEWEST,
        REASON: part.area.reason or _reason(rest),
    }
    base_rate = part.buyers / part.leads, *wilson(part.buyers, part.leads)
    columns |= _named(BASE_RATE, base_rate)
    columns |= _named(f"{BASE_RATE}_{DIFFERENCE}", rate_difference(part.buyers, part.leads, rest.buyers, rest.leads))
    columns |= _named(AUC, (part.area.value, part.area.low, part.area.high))
    return columns | _named(f"{AUC}_{DIFFERENCE}", area_difference(part.area, rest.area))


def _reason(rest: _Part) -> str:
    if not rest.leads:
        return NO_REST
    return rest.area.reason and f"{REST}: {rest.area.reason}"


def _part(given: Scores, mask: npt.NDArray[np.bool_]) -> _Part:
    part = Scores(given.actual[mask], given.score[mask], given.weight[mask])
    return _Part(float(part.weight.sum()), float(part.weight @ part.actual), area(part))


def _named(name: str, interval: Interval) -> dict[str, object]:
    return dict(zip((name, f"{name}_{LOW}", f"{name}_{HIGH}"), interval, strict=True))

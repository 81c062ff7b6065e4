"""The net promoter score: who would recommend, and how sure the score is."""

import math
from collections.abc import Iterable, Mapping

import pandas as pd

from analytics.intervals import NORMAL_95
from analytics.numbers import NOT_AVAILABLE, written

PROMOTERS, PASSIVES, DETRACTORS, ANSWERS = "promoters", "passives", "detractors", "answers"
PARTS: Mapping[str, str] = {"detractor": DETRACTORS, "passive": PASSIVES, "promoter": PROMOTERS}


def part_of(category: object) -> str | None:
    """Which of the PARTS a category names, in the singular or the plural and whatever its case; None for another."""
    return PARTS.get(str(category).strip().casefold().removesuffix("s"))


def in_order(categories: Iterable[str]) -> list[str]:
    """The categories from detractors to promoters, others after them by name."""
    places = list(PARTS.values())
    return sorted(categories, key=lambda name: (places.index(part) if (part := part_of(name)) else len(places), name))


def answered(counts: pd.DataFrame, category: str, rows: str) -> pd.DataFrame:
    """The counts with a column for each of the PARTS and the ANSWERS, NaN where the category is none of them."""
    parts = counts[category].map(part_of)
    known = counts[rows].where(parts.notna())
    return counts.assign(**{part: known.where(parts.isna() | (parts == part), 0) for part in PARTS.values()}).assign(
        **{ANSWERS: known}
    )


def interval(promoters: float, detractors: float, answers: float, z: float = NORMAL_95) -> tuple[float, float]:
    """The interval of (promoters - detractors) / answers, from -1 to 1; 95 % unless `z` says otherwise.

    The scores s whose distance from the one found is at most z √((q - s²) / n), where q is the share that is not
    passive: without passives it is twice Wilson's interval of the promoters' share, less 1. NaN without answers.
    """
    if not answers > 0 or promoters + detractors > answers:
        return math.nan, math.nan
    score, outspoken = (promoters - detractors) / answers, (promoters + detractors) / answers
    spread = z * z / answers
    reach = math.sqrt(max(spread * (outspoken * (1 + spread) - score * score), 0.0))
    return max((score - reach) / (1 + spread), -1.0), min((score + reach) / (1 + spread), 1.0)


def points(score: float) -> str:
    """A score from -1 to 1 as read, in whole points: −52."""
    return NOT_AVAILABLE if math.isnan(score) else written(100 * score, 0)

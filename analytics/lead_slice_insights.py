"""What stands out of a slice of the leads: it is ranked, or it buys, unlike the rest."""

from analytics.insight import Insight
from analytics.intervals import between
from analytics.lead_evidence import Model
from analytics.lead_findings import Apart
from analytics.numbers import decimal, percent
from analytics.wording import Strong


def ranked_otherwise(key: str, slice_: Apart, model: Model) -> Insight:
    """A slice that the model ranks better or worse than the rest, beyond its interval."""
    side = "better" if slice_.difference > 0 else "worse"
    sure = f"{decimal(abs(slice_.difference), 3)} {'above' if slice_.difference > 0 else 'below'} the other leads"
    ends = sorted((abs(slice_.low), abs(slice_.high)))
    words = (
        Strong(f"AUC {sure}"),
        f" ({between(decimal(ends[0], 3), decimal(ends[1], 3))}), on {model.count(slice_.leads)}.",
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
        f": a difference of {gap}, on {model.count(slice_.leads)}.",
    )
    view = model.view.but(**{key: slice_.member})
    return Insight(
        f"Buys {side} often", slice_.member, percent(slice_.value), None, words, f"{slice_.member} alone", view
    )


def _points(share: float) -> str:
    """A difference of two shares in percentage points."""
    return str(decimal(100 * share, 1))

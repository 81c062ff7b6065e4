"""The categories side by side, as a chart card's content."""

from collections.abc import Sequence
from typing import Any

from analytics.comparison import Facts
from analytics.metric import Metric
from analytics.product_metrics import WEIGHTS
from analytics.products import CATEGORY
from analytics.ranking import Order
from layouts.ui.drawing import Drawing
from layouts.ui.ranking_card import ranking_card


def category_card(
    shown: Metric, facts: Facts, drawing: Drawing, chosen: Sequence[str] = (), *, height: int, sample: str = ""
) -> dict[str, Any]:
    """Bars that share out `height` pixels, or more where they need more; a rate that is weighted says by what.

    `sample` says from which rows such a rate is read, where that is not all of them.
    """
    card: dict[str, Any] = ranking_card(
        shown, facts, CATEGORY, Order.LARGEST, drawing, chosen, fitted=True, height=height
    )
    weights = (f"Weighted by {WEIGHTS[shown.name]}.", sample) if shown.name in WEIGHTS else ()
    return {**card, "note": " ".join(filter(None, (card["note"], *weights)))}

"""The metric catalogue as a page of the documentation: `python -m analytics.catalogue > docs/metrics.md`."""

import sys
from collections.abc import Sequence

from analytics.ad_metrics import AD_METRICS
from analytics.comparison import LOADED_ENOUGH
from analytics.customer_metrics import CUSTOMER_METRICS
from analytics.geography_metrics import STATE_METRICS
from analytics.lead_metrics import LEAD_METRICS
from analytics.metric import Better, Metric
from analytics.metrics import FEWEST, METRICS
from analytics.numbers import Unit, percent
from analytics.product_metrics import PRODUCT_METRICS

UNITS = {
    Unit.CURRENCY: "currency",
    Unit.COUNT: "count",
    Unit.PERCENT: "%",
    Unit.TIMES: "×",
    Unit.SCORE: "of 5",
    Unit.DAYS: "days",
}
GOOD = {Better.UP: "higher", Better.DOWN: "lower", Better.NEITHER: "neither"}
HEADINGS = ("Metric", "In links", "What it says", "Formula", "Unit", "Better", "Blended or paid")
INTRODUCTION = f"""# Metrics

This page is written by `python -m analytics.catalogue > docs/metrics.md` from `analytics/metrics.py`, and a test fails
where the two differ.

- A ratio is a ratio of sums over the rows in view that report both of its sides, on cards, charts, tables and totals
  rows alike; it is never a mean of ratios. What the other rows hold is named as left out.
- Where a denominator is 0 or not reported, the value is "n/a" with the reason, never 0 or infinity.
- A channel that spends nothing over the whole data set is organic. A blended figure counts its revenue and conversions,
  a paid one leaves it out.
- A rate with fewer than {FEWEST} in its denominator is shown, but not ranked.
- A change is a share of the value before, and is given only where that is above 0. Nothing is said to have risen or
  fallen against a period of which less than {percent(LOADED_ENOUGH, 0)} is loaded.
"""


def as_markdown() -> str:
    """The rules that hold for every metric, and a table with a row for each."""
    known = (*METRICS, *AD_METRICS, *PRODUCT_METRICS, *STATE_METRICS, *CUSTOMER_METRICS, *LEAD_METRICS)
    rows = [HEADINGS, ["---"] * len(HEADINGS), *map(_cells, known)]
    return "\n".join([INTRODUCTION, *(f"| {' | '.join(row)} |" for row in rows), ""])


def _cells(known: Metric) -> Sequence[str]:
    blends = "says which" if known.blends else ""
    unit, good = UNITS[known.unit], GOOD[known.better]
    return known.label, f"`{known.name}`", known.help, f"`{known.formula}`", unit, good, blends


if __name__ == "__main__":
    sys.stdout.write(as_markdown())

"""The key figures of customers: each with how sure or how uneven it is in place of a change."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from analytics.comparison import Facts
from analytics.customer_insights import churn_rate, mean_score
from analytics.customer_metrics import CUSTOMERS, LIFETIME_VALUE, PURCHASES, customer_metric
from analytics.customers import SEGMENT
from analytics.nps import ANSWERS, DETRACTORS, PARTS, PROMOTERS, interval
from analytics.numbers import NO_BREAK, NOT_AVAILABLE, money, percent, written
from layouts.ui.cards import Kpi
from layouts.ui.coverage import Coverage
from layouts.ui.drawing import Drawing
from layouts.ui.kpis import NO_DATES, Measured, kpi

SURE = f"95{NO_BREAK}%: "


def customer_kpis(facts: Facts, worth: "pd.Series[float]", drawing: Drawing, coverage: Coverage) -> list[Kpi]:
    """The strip; `worth` is the median of lifetime value."""
    rows = facts.now
    measured = Measured(facts, int(rows[CUSTOMERS].sum()), drawing)
    median = f"median {coverage.mark}{money(worth['0.5'], drawing.currency)}"
    told = {
        "customers": (NO_DATES, _parts(rows, CUSTOMERS)),
        "ltv": (median, _parts(rows, LIFETIME_VALUE)),
        "order_value": ("lifetime value / purchases", _parts(rows, PURCHASES)),
        "nps": (_score(rows), _answers(rows)),
        "churn": (_rate(rows), ()),
        "satisfaction": (_mean(rows), ()),
    }
    plain = {name: kpi(customer_metric(name), measured) for name in told}
    return [
        replace(plain[name], note=plain[name].note if plain[name].value == NOT_AVAILABLE else note, parts=parts)
        for name, (note, parts) in told.items()
    ]


def _parts(rows: pd.DataFrame, measure: str) -> Sequence[tuple[str, float]]:
    """The parts of a sum by segment; none where there is no whole to have parts of."""
    parts = rows.groupby(SEGMENT, observed=True)[measure].sum().sort_values(ascending=False)
    if len(parts) < 2 or parts.min() < 0 or not parts.sum() > 0:
        return ()
    return [(str(name), float(size)) for name, size in parts.items()]


def _answers(rows: pd.DataFrame) -> Sequence[tuple[str, float]]:
    sums = rows[list(PARTS.values())].sum().sort_values(ascending=False)
    return [(str(name), float(size)) for name, size in sums.items()] if sums.sum() else ()


def _score(rows: pd.DataFrame) -> str:
    low, high = interval(*(float(rows[name].sum()) for name in (PROMOTERS, DETRACTORS, ANSWERS)))
    return f"{SURE}{written(100 * low, 0)} to {written(100 * high, 0)}"


def _rate(rows: pd.DataFrame) -> str:
    found = churn_rate(rows)
    return f"{SURE}{percent(found.low)} to {percent(found.high)}"


def _mean(rows: pd.DataFrame) -> str:
    found = mean_score(rows)
    return f"{SURE}{written(found.low, 2)} to {written(found.high, 2)}"

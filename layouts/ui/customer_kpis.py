"""The key figures of customers: each with how sure or how uneven it is in place of a change."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from analytics.comparison import Facts
from analytics.customer_insights import churn_rate, mean_score
from analytics.customer_metrics import CHURNED, CUSTOMERS, KNOWN, LIFETIME_VALUE, PURCHASES, customer_metric
from analytics.customers import MEASURES, SEGMENT
from analytics.figure import NO_BREAK
from analytics.nps import ANSWERS, DETRACTORS, PARTS, PROMOTERS, interval, points
from analytics.numbers import NOT_AVAILABLE, count, money, percent, written
from layouts.ui.cards import Kpi
from layouts.ui.coverage import Coverage
from layouts.ui.drawing import Drawing
from layouts.ui.kpis import NO_DATES, Measured, kpi

SAMPLED = ("churn", "satisfaction")
SURE = f"95{NO_BREAK}%: "


def customer_kpis(facts: Facts, worth: "pd.Series[float]", drawing: Drawing, coverage: Coverage) -> list[Kpi]:
    """The strip; `worth` is the median of lifetime value."""
    rows = facts.now
    measured = Measured(facts, int(rows[CUSTOMERS].sum()), drawing)
    median = f"median {coverage.mark}{money(worth['0.5'], drawing.currency)}"
    purchases = f"{count(rows[PURCHASES].sum(), drawing.currency)} purchases"
    sums = rows[list(MEASURES)].sum()
    told: dict[str, tuple[str, Sequence[tuple[str, float]]]] = {
        "customers": (NO_DATES, _parts(rows, CUSTOMERS)),
        "ltv": (median, _parts(rows, LIFETIME_VALUE)),
        "order_value": (purchases, _parts(rows, PURCHASES)),
        "nps": (_score(sums), _answered(sums)),
        "churn": (_rate(sums), _stayed(sums)),
        "satisfaction": (_mean(sums), ()),
    }
    plain = {name: kpi(customer_metric(name), measured) for name in told}
    plain["satisfaction"] = replace(plain["satisfaction"], unit="of 5")
    plain["nps"] = replace(plain["nps"], value=points(customer_metric("nps").value(rows) / 100))
    return [_told(plain[name], *words, coverage.mark if name in SAMPLED else "") for name, words in told.items()]


def _told(figure: Kpi, note: str, parts: Sequence[tuple[str, float]], mark: str) -> Kpi:
    """The figure with its note, unless it has to say why it is not there."""
    if figure.value == NOT_AVAILABLE:
        return figure
    return replace(figure, value=f"{mark}{figure.value}", note=note, parts=parts)


def _parts(rows: pd.DataFrame, measure: str) -> Sequence[tuple[str, float]]:
    """The parts of a sum by segment; none where there is no whole to have parts of."""
    parts = rows.groupby(SEGMENT, observed=True)[measure].sum().sort_values(ascending=False)
    if len(parts) < 2 or parts.min() < 0 or not parts.sum() > 0:
        return ()
    return [(str(name), float(size)) for name, size in parts.items()]


def _stayed(sums: "pd.Series[float]") -> Sequence[tuple[str, float]]:
    left, stayed = float(sums[CHURNED]), float(sums[KNOWN] - sums[CHURNED])
    return [("stayed", stayed), ("left", left)] if left or stayed else ()


def _answered(sums: "pd.Series[float]") -> Sequence[tuple[str, float]]:
    answers = sums[list(PARTS.values())].sort_values(ascending=False)
    return [(str(name), float(size)) for name, size in answers.items()] if answers.sum() else ()


def _score(sums: "pd.Series[float]") -> str:
    low, high = interval(float(sums[PROMOTERS]), float(sums[DETRACTORS]), float(sums[ANSWERS]))
    return f"{SURE}{points(low)} to {points(high)}"


def _rate(sums: "pd.Series[float]") -> str:
    found = churn_rate(sums)
    return f"{SURE}{percent(found.low)} to {percent(found.high)}"


def _mean(sums: "pd.Series[float]") -> str:
    found = mean_score(sums)
    return f"{SURE}{written(found.low, 2)} to {written(found.high, 2)}"

"""The key figures of products, each with its shape over the quarters, for the file has no dates."""

from collections.abc import Sequence
from dataclasses import replace

from analytics.numbers import NOT_AVAILABLE
from analytics.product_metrics import WEIGHTS, product_metric
from analytics.product_quarters import follow, in_order
from analytics.products import QUARTER
from analytics.wording import listed
from layouts.ui.cards import Kpi
from layouts.ui.kpis import NO_DATES, Measured, kpi


def product_kpis(names: Sequence[str], measured: Measured, sample: str = "") -> list[Kpi]:
    """The figures of these metrics; a weighted rate that is read from a `sample` has ~ and says so in its help."""
    return [_by_quarter(name, measured, sample if name in WEIGHTS else "") for name in names]


def _by_quarter(name: str, measured: Measured, sample: str) -> Kpi:
    shown = kpi(product_metric(name), measured)
    values = product_metric(name).by(measured.facts.now, [QUARTER])
    quarters = in_order(map(str, values.index))
    about = "~" if sample and shown.value != NOT_AVAILABLE else ""
    return replace(
        shown,
        value=f"{about}{shown.value}",
        help=f"{shown.help} {sample}".strip(),
        note=_over(quarters) if shown.note == NO_DATES else shown.note,
        spark=[float(values[quarter]) for quarter in quarters],
    )


def _over(quarters: Sequence[str]) -> str:
    """The quarters in words: from the first to the last where none is missing between them."""
    if len(quarters) < 2:
        return "".join(quarters)
    if follow(quarters):
        return f"{quarters[0]} to {quarters[-1]}"
    return listed(quarters) if len(quarters) == 2 else f"{len(quarters)} quarters"

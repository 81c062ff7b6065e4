"""The key figures of products, each with its shape over the quarters, for the file has no dates."""

from collections.abc import Sequence
from dataclasses import replace

from analytics.numbers import NOT_AVAILABLE
from analytics.product_metrics import WEIGHTS, product_metric
from analytics.product_quarters import in_order
from analytics.products import QUARTER
from layouts.ui.cards import Kpi
from layouts.ui.kpis import NO_DATES, Measured, kpi


def product_kpis(names: Sequence[str], measured: Measured, sample: str = "") -> list[Kpi]:
    """The figures of these metrics; a weighted rate that is read from a `sample` has ~ and says so in its help."""
    return [_by_quarter(name, measured, sample if name in WEIGHTS else "") for name in names]


def _by_quarter(name: str, measured: Measured, sample: str) -> Kpi:
    shown = kpi(product_metric(name), measured)
    values = product_metric(name).by(measured.facts.now, [QUARTER])
    quarters = in_order(map(str, values.index))
    over = f"{quarters[0]} to {quarters[-1]}" if len(quarters) > 1 else "".join(quarters)
    about = "~" if sample and shown.value != NOT_AVAILABLE else ""
    return replace(
        shown,
        value=f"{about}{shown.value}",
        help=f"{shown.help} {sample}".strip(),
        note=over if shown.note == NO_DATES else shown.note,
        spark=[float(values[quarter]) for quarter in quarters],
    )

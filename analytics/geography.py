"""States as facts: what the file gives of each, in sums that can be taken together."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from analytics.comparison import Facts
from analytics.geography_metrics import STATE_METRICS
from analytics.metric import Metric

STATE, REGION, LATITUDE, LONGITUDE = "state", "region", "latitude", "longitude"
MEASURES = {"total_revenue": "revenue", "total_customers": "customers", "store_count": "stores"}
RATES = ("market_penetration", "yoy_growth", "customer_satisfaction", "avg_delivery_days")
COLUMNS = (STATE, REGION, LATITUDE, LONGITUDE, *MEASURES, *RATES)
# A state whose weight is not known still has its rate, and no weight beside the others.
LEAST = 1e-9


def states(rows: pd.DataFrame) -> Facts:
    """Rows of COLUMNS, a state each, as facts that carry no dates.

    A rate r in percent is kept as the sums whose ratio it is. Growth: revenue / (1 + r) before, and what was gained on
    it. Penetration: customers of a market of customers / r. Satisfaction and delivery: times the customers, people.
    """
    known = rows.rename(columns=MEASURES)
    growth, reach = known["yoy_growth"] / 100, known["market_penetration"] / 100
    before, market = _weight(known["revenue"] / (1 + growth)), _weight(known["customers"] / reach)
    people = _weight(known["customers"])
    return Facts.undated(
        known.assign(
            revenue_before=before.where(growth.notna()),
            revenue_gained=before * growth,
            market=market.where(reach.notna()),
            reached=market * reach,
            people=people,
            satisfaction_points=people * known["customer_satisfaction"],
            delivery_days=people * known["avg_delivery_days"],
        )
    )


def _weight(values: "pd.Series[float]") -> "pd.Series[float]":
    return values.where((values > 0) & (values != float("inf")), LEAST)


@dataclass(frozen=True)
class States:
    """Every state of the file, and which of them are in view: those of the regions and states chosen (empty: all)."""

    everywhere: Facts
    regions: Sequence[str] = ()
    chosen: Sequence[str] = ()

    @property
    def around(self) -> Facts:
        """The states of the regions in view, the chosen ones and those one may move on to."""
        return self.everywhere.members(REGION, self.regions) if self.regions else self.everywhere

    @property
    def facts(self) -> Facts:
        """The states in view."""
        return self.around.members(STATE, self.chosen) if self.chosen else self.around

    @cached_property
    def whole(self) -> "States":
        """The same regions without a choice of states: what findings about several states are read from."""
        return States(self.everywhere, self.regions) if self.chosen else self

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the states in view."""
        return frozenset(map(str, self.facts.now[STATE].dropna()))

    def reachable(self, name: str) -> str | None:
        """The name where its state may be chosen beside the regions in view, else None."""
        return name if name in set(self.around.now[STATE]) else None

    @cached_property
    def figures(self) -> pd.DataFrame:
        """Every metric, a column each, of every state of the file, a row each, by name; NaN where not reported."""
        rows = self.everywhere.now
        names = sorted(set(rows[STATE].dropna()))
        return pd.DataFrame({known.name: known.by(rows, [STATE]).reindex(names) for known in STATE_METRICS})

    def each(self, shown: Metric) -> "pd.Series[float]":
        """A metric of every state of the file, by name."""
        return self.figures[shown.name]

    def inside(self, shown: Metric) -> "pd.Series[float]":
        """A metric of the states in view that report it, the largest first."""
        values = self.each(shown).dropna()
        return values[values.index.isin(self.names)].sort_values(ascending=False)

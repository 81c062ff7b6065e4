"""The members of a dimension side by side."""

from enum import StrEnum

import pandas as pd

from analytics.comparison import Facts
from analytics.metrics import Metric

NOW, BEFORE = "now", "before"


class Order(StrEnum):
    """How a ranking is sorted."""

    LARGEST = "largest"
    SMALLEST = "smallest"
    NAME = "name"


def ranking(metric: Metric, facts: Facts, dimension: str, order: Order = Order.LARGEST) -> pd.DataFrame:
    """A metric per member: index = member, columns `now` and `before`; members without a value come last."""
    members = sorted({*facts.now[dimension], *facts.before[dimension]})
    values = pd.DataFrame(
        {
            NOW: metric.by(facts.now, [dimension]).reindex(members),
            BEFORE: metric.by(facts.before, [dimension]).reindex(members),
        },
        index=members,
    )
    if order is Order.NAME:
        return values
    return values.sort_values(NOW, ascending=order is Order.SMALLEST, na_position="last", kind="stable")


def organic(rows: pd.DataFrame, dimension: str) -> frozenset[str]:
    """The members whose spend is reported and 0 over all rows: they count in revenue and have no ROAS of their own."""
    spend = rows.groupby(dimension)["spend"].sum(min_count=1)
    return frozenset(str(member) for member in spend.index[spend == 0])

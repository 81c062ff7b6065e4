"""The members of a dimension side by side."""

from enum import StrEnum

import pandas as pd

from analytics.comparison import Facts
from analytics.metric import Metric

NOW, BEFORE, RANKED = "now", "before", "ranked"


class Order(StrEnum):
    """How a ranking is sorted."""

    LARGEST = "largest"
    SMALLEST = "smallest"
    NAME = "name"


def ranking(metric: Metric, facts: Facts, dimension: str, order: Order = Order.LARGEST) -> pd.DataFrame:
    """A metric per member: index = member, columns `now`, `before` and `ranked`.

    Members that are not ranked, for want of a value or of enough in the denominator, come last.
    """
    members = sorted({*facts.now[dimension].dropna(), *facts.before[dimension].dropna()})
    values = pd.DataFrame(
        {
            NOW: metric.by(facts.now, [dimension]).reindex(members),
            BEFORE: metric.by(facts.before, [dimension]).reindex(members),
            RANKED: metric.ranked(facts.now, [dimension]).reindex(members, fill_value=False),
        },
        index=members,
    )
    values[RANKED] &= values[NOW].notna()
    if order is Order.NAME:
        return values
    return values.sort_values([RANKED, NOW], ascending=[False, order is Order.SMALLEST])


def organic(rows: pd.DataFrame, dimension: str) -> frozenset[str]:
    """The members whose spend is reported and 0 over all rows: they count in revenue and have no ROAS of their own."""
    spend = rows.groupby(dimension)["spend"].sum(min_count=1)
    return frozenset(str(member) for member in spend.index[spend == 0])

"""Small frames of states, as the store hands them over."""

import math
from collections.abc import Sequence

import pandas as pd

from analytics.comparison import Facts
from analytics.geography import COLUMNS, States, states

Row = dict[str, object]


def state(name: str, **given: object) -> Row:
    """A state with a round figure for everything that is not given."""
    rates = {"market_penetration": 10.0, "yoy_growth": 0.0, "customer_satisfaction": 4.0, "avg_delivery_days": 3.0}
    sums = {"total_customers": 1000.0, "total_revenue": 100_000.0, "store_count": 10.0}
    return {"state": name, "region": "North", "latitude": 20.0, "longitude": 78.0, **sums, **rates, **given}


def frame(*rows: Row) -> pd.DataFrame:
    """The rows as the store hands them over."""
    numbers = dict.fromkeys(COLUMNS[2:], float)
    return pd.DataFrame(list(rows), columns=list(COLUMNS)).astype({"state": "str", "region": "str", **numbers})


def facts(*rows: Row) -> Facts:
    """The rows as facts."""
    return states(frame(*rows))


NOT_REPORTED = math.nan


def places(*rows: Row, regions: Sequence[str] = (), chosen: Sequence[str] = ()) -> States:
    """The rows as every state of a file, with these regions and states chosen."""
    return States(facts(*rows), regions, chosen)


def ranked(count: int, **given: Sequence[object]) -> list[Row]:
    """States A, B, C … of 10, 9, 8 … lakh of revenue; `given` are the other figures, one for each."""
    names = [chr(ord("A") + place) for place in range(count)]
    others = [{key: values[place] for key, values in given.items()} for place in range(count)]
    return [state(name, **{"total_revenue": 1e5 * (10 - place), **others[place]}) for place, name in enumerate(names)]

import numpy as np
import pandas as pd
import pytest

from analytics.spread import Summary
from data.query import Quantiles
from data.scope import Terms
from data.snapshot import Snapshot
from data.tables.customers import CUSTOMER
from tests.data.customers import FRAME
from tests.data.publishing import records

SOUTH = (("region", ("South",)),)


def test_quantiles_worked_by_hand(few: Snapshot) -> None:
    frame = few.ask(Quantiles(CUSTOMER.name, "income", (0.5, 0.25, 1)))
    assert list(frame.columns) == [*Summary, "0.5", "0.25", "1"]
    # Quartiles 175.25 and 450.25, so the upper fence is at 862.75.
    assert records(frame) == [(4.0, 1.0, 375.25, 100.25, 900.25, 100.25, 300.25, 250.25, 175.25, 900.25)]


def test_a_group_that_reports_nothing_says_so(few: Snapshot) -> None:
    frame = few.ask(Quantiles(CUSTOMER.name, "income", (0.5,), ("region",)))
    assert list(frame["region"].fillna("-")) == ["North", "South", "-"]
    assert records(frame)[1] == ("South", 0.0, 1.0, None, None, None, None, None, None)


@pytest.mark.parametrize("column", ["age", "income", "lifetime_value", "satisfaction_score", "is_churned"])
@pytest.mark.parametrize("where", [(), SOUTH])
def test_quantiles_are_those_of_numpy(crowd: Snapshot, column: str, where: Terms) -> None:
    probabilities = (0.0, 0.05, 0.25, 0.5, 0.75, 0.9, 1.0)
    frame = crowd.ask(Quantiles(CUSTOMER.name, column, probabilities, ("customer_segment",), where))
    kept = FRAME[FRAME["region"] == "South"] if where else FRAME
    expected = [summary(group[column], probabilities) for _, group in kept.groupby("customer_segment", dropna=False)]
    np.testing.assert_allclose(frame.drop(columns="customer_segment").to_numpy(), expected, rtol=1e-12)


def summary(values: "pd.Series[float]", probabilities: tuple[float, ...]) -> list[float]:
    known = values.dropna().to_numpy()
    first, third = np.quantile(known, [0.25, 0.75])
    inside = known[(known >= first - 1.5 * (third - first)) & (known <= third + 1.5 * (third - first))]
    ends = [known.min(), known.max(), inside.min(), inside.max()]
    return [len(known), len(values) - len(known), known.mean(), *ends, *np.quantile(known, probabilities)]

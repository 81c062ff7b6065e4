import math
from pathlib import Path

import pandas as pd
import pytest

from analytics.funnel import disagreeing, funnel, funnel_finding, largest_drop, through
from analytics.intervals import wilson

REAL = Path("../shared/real/novamart/iso/funnel_data.csv")


def stages(**visitors: float) -> pd.DataFrame:
    return pd.DataFrame({"stage": list(visitors), "visitors": list(visitors.values())})


SHOP = stages(Visit=1000, Basket=400, Pay=100, Buy=80)


def test_rates_are_of_the_stage_before_and_of_the_start() -> None:
    found = funnel(SHOP)
    assert list(found["of_start"]) == [1, 0.4, 0.1, 0.08]
    assert list(found["of_previous"])[1:] == [0.4, 0.25, 0.8]
    assert math.isnan(found["of_previous"][0])
    assert list(found["lost"])[1:] == [600, 300, 20]
    assert list(found["loss"])[1:] == pytest.approx([0.6, 0.75, 0.2])
    assert (found["low"][1], found["high"][1]) == wilson(400, 1000)


def test_another_stage_may_be_the_start() -> None:
    assert list(funnel(SHOP, "Basket")["of_start"]) == [2.5, 1, 0.25, 0.2]
    assert list(funnel(SHOP, "Nowhere")["of_start"]) == [1, 0.4, 0.1, 0.08]


def test_the_largest_drop_is_the_largest_share_lost_not_the_largest_count() -> None:
    drop = largest_drop(funnel(SHOP))
    assert drop is not None
    assert (drop.before, drop.after, drop.place, drop.loss) == ("Basket", "Pay", 2, 0.75)
    assert funnel_finding(funnel(SHOP)) == "The largest drop is the second: 75\u00a0% never get past Basket"


@pytest.mark.parametrize(
    "rows", [stages(Visit=10), stages(Visit=10, Buy=10), stages(A=100, B=50, C=25), stages(A=0, B=0)]
)
def test_without_one_largest_drop_none_is_named(rows: pd.DataFrame) -> None:
    assert largest_drop(funnel(rows)) is None
    assert funnel_finding(funnel(rows)).endswith("?")


def test_a_stage_that_gains_is_no_drop_and_nobody_before_leaves_no_rate() -> None:
    found = funnel(stages(A=10, B=20, C=5, D=0, E=3))
    assert (found["loss"][1], found["lost"][1]) == (-1, -10)
    assert math.isnan(found["low"][1])
    assert math.isnan(found["of_previous"][4])
    drop = largest_drop(found)
    assert drop is not None
    assert drop.after == "D"


def test_no_stage_at_all() -> None:
    assert funnel(stages()).empty
    assert through(funnel(stages())) == ()
    assert funnel_finding(funnel(stages())) == "Where do people drop out?"


def test_how_many_come_through() -> None:
    assert "".join(through(funnel(SHOP))) == "8.0\u00a0% of those at Visit come to Buy."
    assert "".join(through(funnel(SHOP, "Pay"))) == "8.0\u00a0% of those at Visit come to Buy."


def test_a_supplied_rate_that_disagrees_is_named() -> None:
    given = SHOP.assign(conversion_rate=[100.0, 40.0, 25.04, 81.0])
    assert disagreeing(given) == ("Buy",)
    assert disagreeing(SHOP) == ()


@pytest.mark.skipif(not REAL.exists(), reason="real files are not here")
def test_the_real_funnel() -> None:
    rows = pd.read_csv(REAL)
    assert disagreeing(rows) == ()
    assert funnel_finding(funnel(rows)) == "The largest drop is the first: 55\u00a0% never get past Awareness"
    assert "".join(through(funnel(rows))) == "3.2\u00a0% of those at Awareness come to Purchase."

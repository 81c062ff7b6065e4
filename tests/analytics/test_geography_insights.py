from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pytest

from analytics.choices import Choice
from analytics.geography import COLUMNS, STATE, States, states
from analytics.geography_insights import geography_insights
from analytics.insight import Insight
from analytics.reading import Dimension, Reading
from analytics.view import View
from data import sample
from tests.analytics.frames import plain
from tests.analytics.states import Row, places, ranked

REAL = Path("../shared/real/novamart/iso/geographic_data.csv")
COLOURS, TILES = ("growth", "satisfaction", "penetration"), ("tiles",)
CHOICES = (Choice("colour", COLOURS, COLOURS[:1]), Choice("map", TILES, TILES))


def told(found: States) -> tuple[Insight, ...]:
    view = View.parse("", CHOICES)[0]
    return geography_insights(found, Reading(found.facts, view, "INR", Dimension(STATE, STATE, STATE)))


def even(count: int = 6, **given: Sequence[object]) -> list[Row]:
    """States that do not stand out, but for what is given."""
    plain = {"yoy_growth": [8.0] * count, "market_penetration": [20.0] * count, "customer_satisfaction": [4.0] * count}
    return ranked(count, **{**plain, **given})


def only(found: States) -> Insight:
    insights = told(found)
    assert len(insights) == 1
    return insights[0]


def test_where_nothing_stands_out_nothing_is_said() -> None:
    assert told(places(*even())) == ()


def test_a_large_state_that_shrinks_while_the_others_grow() -> None:
    found = only(places(*even(yoy_growth=[-10.0, 8, 8, 8, 8, 8])))
    assert (found.kind, found.subject, plain(found.figure), found.good) == ("Shrinking", "A", "▼ 10.0 %", False)
    # 10 of 10 + 9 + 8 + 7 + 6 + 5 lakh.
    assert plain(found.words) == (
        "22 % of revenue (₹10.00 L) and less than the year before; the other states together grew 8.0 %."
    )
    assert str(found.view) == ""


def test_a_small_state_that_shrinks_is_not_told() -> None:
    rows = even(yoy_growth=[8.0, 8, 8, 8, 8, -10])
    assert told(places(*rows[:5], {**rows[5], "total_revenue": 1000.0})) == ()


def test_states_far_ahead_with_what_they_reach() -> None:
    found = only(places(*even(yoy_growth=[8.0, 8, 8, 8, 60, 50], market_penetration=[20.0, 20, 20, 20, 5, 5])))
    assert (found.kind, found.subject, found.good) == ("Growing fastest", "E and F", True)
    assert "The others together grew 8.0 %. Penetration is 5.0 % here and 20.0 % elsewhere" in plain(found.words)


def test_a_state_well_reached_and_less_satisfied() -> None:
    found = only(places(*even(market_penetration=[30.0] + [20.0] * 5, customer_satisfaction=[3.5] + [4.0] * 5)))
    assert (found.kind, found.subject, found.figure) == ("Satisfaction lags", "A", "3.50")
    assert "reaches 30.0 % of its market, and customers give it 3.50 of 5, against 4.00" in plain(found.words)
    assert str(found.view) == "colour=satisfaction"


def test_slow_delivery_is_told_where_customers_are_less_satisfied() -> None:
    slow = [3.0, 3, 3, 3, 3, 6]
    found = only(places(*even(avg_delivery_days=slow, customer_satisfaction=[4.0] * 5 + [3.5])))
    assert (found.kind, found.subject, plain(found.figure)) == ("Slow delivery", "F", "6.0 days")
    assert plain(found.words) == "Delivery takes 6.0 days, 3.0 days elsewhere; satisfaction is 3.50 against 4.00."
    assert told(places(*even(avg_delivery_days=slow))) == ()


def test_a_state_whose_few_customers_are_satisfied() -> None:
    found = only(places(*even(market_penetration=[5.0] + [20.0] * 5, customer_satisfaction=[4.6] + [4.0] * 5)))
    assert (found.kind, plain(found.figure)) == ("Satisfied, little reached", "5.0 %")
    assert str(found.view) == "colour=penetration"


def test_few_states_or_states_of_few_customers_are_not_compared() -> None:
    growths = [-10.0, 8, 8, 8, 8, 8]
    assert told(places(*even(yoy_growth=growths)[:4])) == ()
    assert told(places(*even(yoy_growth=growths, total_customers=[99.0] * 6))) == ()


def test_at_most_three_are_told_and_only_of_states_in_view() -> None:
    rows = even(
        8,
        yoy_growth=[-10.0, 8, 8, 8, 8, 60, 8, 8],
        market_penetration=[20.0, 30, 5, 20, 20, 20, 20, 20],
        customer_satisfaction=[4.0, 3.5, 4.6, 4, 4, 4, 4, 3.0],
        avg_delivery_days=[3.0, 3, 3, 3, 3, 3, 3, 9],
    )
    assert [one.kind for one in told(places(*rows))] == ["Shrinking", "Growing fastest", "Satisfaction lags"]
    assert told(places(*rows, chosen=["A"])) == ()


def test_the_growth_that_is_planted_in_the_sample_is_found() -> None:
    rows = sample.frames()["geographic_data"]
    fast = next(one for one in told(States(states(rows[list(COLUMNS)]))) if one.kind == "Growing fastest")
    assert all(name in fast.subject for name in ("Odisha", "West Bengal"))


def test_on_the_real_file_they_say_what_it_says() -> None:
    if not REAL.exists():
        pytest.skip(f"{REAL} is absent")
    found = told(States(states(pd.read_csv(REAL)[list(COLUMNS)])))
    assert [(one.subject, plain(one.figure)) for one in found] == [
        ("Delhi", "▼ 3.7 %"),
        ("Punjab", "▲ 24.9 %"),
        ("Maharashtra", "3.59"),
    ]

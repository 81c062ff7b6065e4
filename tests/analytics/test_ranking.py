import math

import pytest

from analytics.metrics import metric
from analytics.ranking import BEFORE, NOW, RANKED, Order, organic, ranking
from tests.analytics.frames import NOT_REPORTED, facts, period, real_rows, row, rows

NOW_DAY, BEFORE_DAY = period("2024-01-02", "2024-01-02"), period("2024-01-01", "2024-01-01")
GIVEN = facts(
    [
        row("2024-01-01", "Email", spend=1, revenue=10),
        row("2024-01-01", "Referral", spend=1, revenue=7),
        row("2024-01-02", "Email", spend=1, revenue=20),
        row("2024-01-02", "Google Ads", spend=10, revenue=30),
        row("2024-01-02", "Direct", spend=0, revenue=25),
    ],
    NOW_DAY,
    BEFORE_DAY,
)


@pytest.mark.parametrize(
    ("name", "order", "members"),
    [
        ("revenue", Order.LARGEST, ["Google Ads", "Direct", "Email", "Referral"]),
        ("revenue", Order.SMALLEST, ["Email", "Direct", "Google Ads", "Referral"]),
        ("revenue", Order.NAME, ["Direct", "Email", "Google Ads", "Referral"]),
        ("roas", Order.LARGEST, ["Email", "Google Ads", "Direct", "Referral"]),
        ("roas", Order.SMALLEST, ["Google Ads", "Email", "Direct", "Referral"]),
    ],
)
def test_members_without_a_value_come_last_in_any_order_of_values(name: str, order: Order, members: list[str]) -> None:
    assert list(ranking(metric(name), GIVEN, "channel", order).index) == members


def test_a_member_without_a_value_is_not_ranked() -> None:
    ranked = ranking(metric("roas"), GIVEN, "channel")[RANKED]
    assert ranked.to_dict() == {"Email": True, "Google Ads": True, "Direct": False, "Referral": False}


def test_a_member_stands_beside_what_it_was() -> None:
    values = ranking(metric("revenue"), GIVEN, "channel")
    assert (values[NOW]["Email"], values[BEFORE]["Email"]) == (20, 10)
    assert math.isnan(values[BEFORE]["Google Ads"])
    assert math.isnan(values[NOW]["Referral"])


def test_equals_stand_by_name() -> None:
    given = facts([row("2024-01-02", name, revenue=5) for name in ("Email", "Direct", "Fax")], NOW_DAY)
    assert list(ranking(metric("revenue"), given, "channel").index) == ["Direct", "Email", "Fax"]
    assert list(ranking(metric("revenue"), given, "channel", Order.SMALLEST).index) == ["Direct", "Email", "Fax"]


def test_a_rate_of_few_comes_after_all_that_are_ranked() -> None:
    given = facts(
        [
            row("2024-01-02", "Email", clicks=3, conversions=3),
            row("2024-01-02", "Google Ads", clicks=1_000, conversions=50),
            row("2024-01-02", "Facebook", clicks=1_000, conversions=20),
            row("2024-01-02", "Direct", clicks=0, conversions=0),
        ],
        NOW_DAY,
    )
    values = ranking(metric("cvr"), given, "channel")
    assert list(values.index) == ["Google Ads", "Facebook", "Email", "Direct"]
    assert values[RANKED].to_dict() == {"Google Ads": True, "Facebook": True, "Email": False, "Direct": False}


def test_rows_that_name_no_member_are_no_member() -> None:
    unnamed = rows(row("2024-01-02", "Email", revenue=1), row("2024-01-02", "x", revenue=2)).replace({"x": None})
    given = facts([], NOW_DAY)
    assert list(ranking(metric("revenue"), given, "channel").index) == []
    named = type(given).undated(unnamed)
    assert list(ranking(metric("revenue"), named, "channel").index) == ["Email"]


def test_organic_is_spend_reported_and_0_over_all_rows() -> None:
    given = rows(
        row("2024-01-01", "Direct", spend=0),
        row("2024-01-02", "Direct", spend=0),
        row("2024-01-01", "Email", spend=0),
        row("2024-01-02", "Email", spend=1),
        row("2024-01-01", "Fax", spend=NOT_REPORTED),
    )
    assert organic(given, "channel") == {"Direct"}
    assert organic(rows(), "channel") == frozenset()


def test_organic_channels_of_the_real_data() -> None:
    assert organic(real_rows(), "channel") == {"Direct", "Organic Search"}

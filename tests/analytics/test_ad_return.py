import math

import pandas as pd
import pytest

from analytics.ad_return import BreakEven, break_even, bridge, days_above

NAN = math.nan


def rows(*given: tuple[str, float, float, float]) -> pd.DataFrame:
    frame = pd.DataFrame(list(given), columns=["date", "revenue", "spend", "profit"])
    return frame.assign(date=pd.to_datetime(frame["date"]))


def amounts(frame: pd.DataFrame) -> list[tuple[str, float, bool]]:
    return [(step.name, step.amount, step.stands) for step in bridge(frame)]


def test_a_reported_profit_stands_between_revenue_and_what_is_left() -> None:
    assert amounts(rows(("2024-01-01", 100, 30, 40), ("2024-01-02", 50, 30, 10))) == [
        ("Revenue", 150, True),
        ("Deducted in the file", 100, False),
        ("Profit, as reported", 50, True),
        ("Ad spend", 60, False),
        ("Reported profit after ad spend", -10, True),
    ]


def test_without_a_reported_profit_only_ad_spend_is_taken_off() -> None:
    assert amounts(rows(("2024-01-01", 100, 30, NAN))) == [
        ("Revenue", 100, True),
        ("Ad spend", 30, False),
        ("Profit after ad spend", 70, True),
    ]


def test_rows_that_report_only_a_part_are_left_out_so_that_it_adds_up() -> None:
    steps = bridge(rows(("2024-01-01", 100, 30, 40), ("2024-01-01", 500, 10, NAN), ("2024-01-01", 9, NAN, 4)))
    assert [step.amount for step in steps] == [100, 60, 40, 30, 10]
    standing = [step.amount for step in steps if step.stands]
    taken = [step.amount for step in steps if not step.stands]
    assert standing[0] - sum(taken) == standing[-1]


def test_nothing_to_bridge() -> None:
    assert bridge(rows()) == ()
    assert bridge(rows(("2024-01-01", 100, NAN, NAN))) == ()


def test_days_on_which_profit_cannot_have_deducted_the_ads() -> None:
    frame = rows(("2024-01-01", 100, 30, 80), ("2024-01-02", 100, 30, 60), ("2024-01-02", 10, 0, 10))
    assert days_above(frame) == (1, 2)
    assert days_above(rows(("2024-01-01", 100, 30, NAN))) == (0, 0)


@pytest.mark.parametrize(
    ("profit", "margin", "expected"),
    [
        (40, None, BreakEven(2.5, "the margin as reported, 40.0\u00a0%")),
        (40, 0.25, BreakEven(4.0, "the gross margin set, 25.0\u00a0%")),
        (NAN, 0.5, BreakEven(2.0, "the gross margin set, 50.0\u00a0%")),
        (NAN, None, None),
        (-1, None, None),
    ],
)
def test_break_even(profit: float, margin: float | None, expected: BreakEven | None) -> None:
    assert break_even(rows(("2024-01-01", 100, 30, profit)), margin) == expected

from analytics.ad_return import BreakEven
from analytics.trend import Grain
from layouts.ui.spend_card import spend_card
from tests.layouts.ui.adrows import NAN, ads
from tests.layouts.ui.drawn import DRAWING, caption, table, title

FACTS = ads(
    ("2024-02-05", "A", 100, 60, 90, 1, 1),
    ("2024-02-06", "A", 150, 40, 90, 1, 1),
    ("2024-02-12", "A", 100, 60, 90, 1, 1),
)
EVEN = BreakEven(2.5, "the margin as reported, 40 %")


def test_break_even_is_the_spend_times_the_break_even_roas() -> None:
    headings, rows = table(spend_card(FACTS, Grain.WEEK, EVEN, DRAWING))
    assert headings == ["Week starting", "Revenue", "Ad spend", "Break-even"]
    assert rows[1:3] == [["2024-02-05", 250.0, 100.0, 250.0], ["2024-02-12", 100.0, 60.0, 150.0]]
    assert rows[0] == ["2024-01-29", None, None, None]


def test_the_title_counts_the_whole_weeks_that_reached_it() -> None:
    assert title(spend_card(FACTS, Grain.WEEK, EVEN, DRAWING)) == "Revenue reached break-even in 1 of 2 whole weeks"
    assert "break-even is 2.5× ad spend, by the margin" in caption(spend_card(FACTS, Grain.WEEK, EVEN, DRAWING))


def test_without_a_margin_there_is_no_such_line() -> None:
    card = spend_card(FACTS, Grain.MONTH, None, DRAWING)
    assert table(card) == (["Month starting", "Revenue", "Ad spend"], [["2024-02-01", 350.0, 160.0]])
    assert title(card) == "Did revenue exceed ad spend?"


def test_without_a_margin_the_title_counts_the_whole_weeks_in_which_revenue_was_more() -> None:
    assert title(spend_card(FACTS, Grain.WEEK, None, DRAWING)) == "Revenue exceeded ad spend in all 2 whole weeks"
    less = ads(("2024-02-05", "A", 100, 100, NAN, 1, 1), ("2024-02-12", "A", 9, 5, NAN, 1, 1))
    assert title(spend_card(less, Grain.WEEK, None, DRAWING)) == "Revenue exceeded ad spend in 1 of 2 whole weeks"


def test_a_break_even_never_reached_was_reached_in_none() -> None:
    never = BreakEven(9, "the margin as reported, 11 %")
    assert (
        title(spend_card(FACTS, Grain.WEEK, never, DRAWING))
        == "Revenue reached break-even in none of the 2 whole weeks"
    )


def test_a_day_is_always_whole() -> None:
    assert title(spend_card(FACTS, Grain.DAY, None, DRAWING)) == "Revenue exceeded ad spend in all 3 days"


def test_a_period_in_which_nothing_is_known_asks() -> None:
    silent = ads(("2024-02-05", "A", NAN, NAN, NAN, 1, 1))
    assert title(spend_card(silent, Grain.MONTH, EVEN, DRAWING)) == "Did revenue exceed ad spend?"

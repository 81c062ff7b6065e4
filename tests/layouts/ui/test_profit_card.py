from typing import Any

from analytics.classifier import expected_profit
from analytics.lead_thresholds import Terms, thresholds
from layouts.ui.profit_card import profit_card
from tests.analytics.leadrows import leads
from tests.layouts.ui.drawn import DRAWING, caption, note, table, title


def card(terms: Terms, *ignored: str) -> dict[str, Any]:
    told = leads()
    profit = expected_profit(**told.columns, win=terms.win, call=terms.call, capacity=terms.capacity)
    return profit_card(told, profit, terms, thresholds(told, terms), ignored, DRAWING)


def test_the_best_number_of_calls_worked_by_hand() -> None:
    # Two calls: 2 · 3 - 2 = 4; four calls: 3 · 3 - 4 = 5; six calls: 4 · 3 - 6 = 6.
    drawn = card(Terms(1, 3))
    assert title(drawn) == "Calling the best 6 leads earns most: ₹6.00"
    assert caption(drawn).endswith("₹1.00 a call, ₹3.00 a buyer")
    line, best, _ = drawn["figure"]["figure"].data
    assert (list(best.x), list(best.y), list(best.text)) == ([6], [6], ["Best from 0.30"])
    assert list(line.y) == [0, 2, 4, 3, 5, 4, 6, 5, 4]
    assert table(drawn)[1][6] == [6, 0.3, 4, 6]
    assert note(drawn).startswith("From 0.3000 on. 95 %: ")


def test_a_capacity_ends_the_curve_and_the_thresholds_beyond_it() -> None:
    drawn = card(Terms(1, 3, capacity=4))
    assert title(drawn) == "Calling the best 4 leads earns most: ₹5.00"
    assert drawn["figure"]["places"][50][:2] == (4, 5)
    assert drawn["figure"]["places"][30][1] is None


def test_calls_that_never_pay_are_said_and_have_no_best_point() -> None:
    drawn = card(Terms(5, 1))
    assert title(drawn) == "No number of calls is expected to earn anything"
    assert len(drawn["figure"]["figure"].data) == 2


def test_what_was_entered_and_is_no_amount_is_said_first() -> None:
    assert note(card(Terms(1, 3), "“call=-5” was ignored.")).startswith("“call=-5” was ignored. From")

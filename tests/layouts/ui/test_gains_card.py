from typing import Any

import pytest

from analytics.lead_thresholds import Terms, thresholds
from layouts.ui.gains_card import gains_card
from tests.analytics.leadrows import leads
from tests.layouts.ui.drawn import DRAWING, plain, table, title

TEN = leads(tuple(place / 10 for place in range(10, 0, -1)), (1, 1, 0, 1, 0, 0, 1, 0, 0, 0))


def test_the_tenths_worked_by_hand() -> None:
    card: Any = gains_card(TEN, thresholds(TEN, Terms(1, 3)), DRAWING)
    # One of the four buyers in a tenth of the leads: 0.25 / 0.1.
    assert title(card) == "The best tenth holds 2.50× as many buyers as chance"
    curve, tenths, _ = card["figure"]["figure"].data
    assert list(tenths.y) == [0.25, 0.5, 0.5, 0.75, 0.75, 0.75, 1, 1, 1, 1]
    assert (curve.x[0], curve.y[0]) == (0, 0)
    assert card["figure"]["places"][95][:2] == (0.1, 0.25)
    assert [row[:5] for row in table(card)[1]][1] == [2, 2, 0.2, 0.5, pytest.approx(2.5)]


def test_without_buyers_there_is_nothing_to_gain() -> None:
    assert "No lead bought." in plain(gains_card(leads((0.2, 0.4), (0, 0)), None, DRAWING)["note"])

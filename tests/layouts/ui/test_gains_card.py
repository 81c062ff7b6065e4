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


def test_of_fewer_than_ten_leads_called_no_interval_is_told() -> None:
    card: Any = gains_card(TEN, None, DRAWING)
    assert plain(card["note"]) == "Lift of the best tenth: 2.50× (of 1 lead, too few for an interval)."
    told = [words.replace("\u00a0", " ") for words in card["figure"]["figure"].data[1].hovertext]
    assert told[1].endswith("Lift 2.50× (of 2 leads, too few for an interval)")
    assert told[9].endswith("Lift 1.00× (95 %: 1.00× to 1.00×)")


def test_without_buyers_there_is_nothing_to_gain() -> None:
    assert "No lead bought." in plain(gains_card(leads((0.2, 0.4), (0, 0)), None, DRAWING)["note"])

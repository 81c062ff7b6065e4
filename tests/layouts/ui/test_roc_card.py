from typing import Any

from analytics.lead_thresholds import Terms, thresholds
from layouts.ui.roc_card import recall_card, roc_card
from tests.analytics.leadrows import leads
from tests.layouts.ui.drawn import DRAWING, caption, note, plain, table, title

POINTS = thresholds(leads(), Terms(1, 3))


def test_the_roc_curve_with_youden_s_point_worked_by_hand() -> None:
    card: Any = roc_card(leads(), POINTS, DRAWING)
    assert title(card) == "From 0.80 on, 50 % of buyers and 0 % of others are called"
    # Of 16 pairs of a buyer and another lead, 13 are in order.
    assert caption(card).endswith("AUC 0.812")
    assert note(card).startswith("AUC 0.812 (95 %: ")
    curve, youden, _ = card["figure"]["figure"].data
    assert (list(youden.x), list(youden.y), list(youden.text)) == ([0], [0.5], ["Youden 0.80"])
    assert (curve.x[0], curve.y[0], curve.x[-1], curve.y[-1]) == (0, 0, 1, 1)
    assert card["figure"]["places"][50][:2] == (0.25, 0.75)
    assert "Recall 75.0\u00a0%<br>False alarms 25.0\u00a0%" in card["figure"]["places"][50][2]


def test_precision_against_recall_over_the_base_rate() -> None:
    card: Any = recall_card(leads(), POINTS, DRAWING)
    # From 0.8 on two are called and both bought: half of the buyers with every call right.
    assert title(card) == "Half of all buyers can be won with 100.0 % of calls right"
    # (1 + 1 + 3 / 4 + 4 / 6) / 4.
    assert caption(card).endswith("Average precision 0.854")
    (line,) = card["figure"]["figure"].layout.shapes
    assert (line.y0, line.y1) == (0.5, 0.5)
    assert card["figure"]["places"][50][:2] == (0.75, 0.75)
    assert table(card)[0] == ["Threshold", "Precision", "Recall"]
    assert table(card)[1][0] == [0.9, 1.0, 0.25]


def test_one_outcome_alone_has_no_curve_and_says_why() -> None:
    nobody = leads((0.2, 0.4), (0, 0))
    for draw in (roc_card, recall_card):
        assert "No lead bought." in plain(draw(nobody, POINTS, DRAWING)["note"])
    assert "Every lead bought." in plain(roc_card(leads((0.2, 0.4), (1, 1)), POINTS, DRAWING)["note"])


def test_scores_that_are_no_probabilities_are_ranked_without_a_threshold() -> None:
    card: Any = roc_card(leads((20, 40), (0, 1)), None, DRAWING)
    assert card["figure"]["places"] == []
    assert caption(card).endswith("AUC 1.000")
    assert "an interval needs" in note(card)

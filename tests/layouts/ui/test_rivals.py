from typing import Any

import pandas as pd

from layouts.ui.rivals import keys, lines, shade
from layouts.ui.roc_card import recall_card, roc_card
from layouts.ui.theme import LIGHT
from tests.layouts.ui.drawn import DRAWING, plain
from tests.layouts.ui.rivalled import FOUR


def test_curves_have_a_thin_line_and_a_key_for_each_baseline() -> None:
    for draw, told in ((roc_card, ["0.750", "1.000", "0.500"]), (recall_card, ["0.833", "1.000", "0.500"])):
        card: Any = draw(FOUR.supplied, None, DRAWING, FOUR.baselines)
        names = [trace.name for trace in card["figure"]["figure"].data][:2]
        assert names == ["Logistic regression", "Boosted trees"]
        assert all(value in plain(card["head"]) for value in told)


def test_a_line_goes_through_the_points_of_the_baseline() -> None:
    points = pd.DataFrame({"x": [0.0, 1.0], "y": [0.2, 0.4]})
    drawn = lines(FOUR.baselines, lambda leads: points, "x", "y", lambda row: f"{row['y']:g}", LIGHT)
    assert [(line.name, list(line.y), line.thin) for line in drawn] == [
        ("Logistic regression", [0.2, 0.4], True),
        ("Boosted trees", [0.2, 0.4], True),
    ]
    assert drawn[0].hover == ["Logistic regression<br>0.2", "Logistic regression<br>0.4"]
    assert len({shade(rival.baseline, LIGHT) for rival in FOUR.baselines} | {LIGHT.accent}) == 3


def test_the_supplied_score_alone_needs_no_key() -> None:
    assert keys(FOUR.supplied, (), lambda leads: "", LIGHT) == ()

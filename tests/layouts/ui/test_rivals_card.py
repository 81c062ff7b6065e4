from typing import Any

import pandas as pd
import pytest

from analytics.lead_rivals import Rivals, rivals
from layouts.ui.rivals import keys, lines, shade
from layouts.ui.rivals_card import finding, rivals_card
from layouts.ui.roc_card import recall_card, roc_card
from layouts.ui.theme import LIGHT
from tests.analytics.rivalry import MODELS, many, scored
from tests.layouts.ui.drawn import DRAWING, caption, plain, table, title


def found(scores: pd.DataFrame) -> Rivals:
    told = rivals(scores)
    assert told is not None
    return told


# Of four pairs the supplied score ranks three right, the logistic regression four, the boosted trees two.
FOUR = found(
    scored([1, 0, 1, 0], dict(zip(MODELS, ([0.9, 0.6, 0.4, 0.1], [0.9, 0.2, 0.8, 0.1], [0.5] * 4), strict=True)))
)


@pytest.mark.parametrize(
    ("strengths", "says"),
    [
        ((1, 1.5, 0.5), "A plain logistic regression ranks better than the supplied score ("),
        ((1, 0.5, 1.5), "Boosted trees rank better than the supplied score ("),
        ((1, 1, 0.5), "A plain logistic regression ranks as well as the supplied score ("),
        ((1.5, 1, 0.5), "The supplied score ranks better than both baselines ("),
    ],
)
def test_the_title_claims_what_the_paired_intervals_allow(strengths: tuple[float, ...], says: str) -> None:
    assert finding(found(many(*strengths))).startswith(says)


def test_a_few_leads_allow_no_claim() -> None:
    assert finding(FOUR) == "No baseline ranks better than the supplied score beyond doubt"


def test_each_score_has_its_figures_worked_by_hand() -> None:
    card: Any = rivals_card(FOUR, 4, DRAWING)
    headings, rows = table(card)
    assert headings == [
        *(
            "Score",
            "AUC",
            "AUC, low",
            "AUC, high",
            "Against supplied",
            "low",
            "high",
            "Average precision",
            "Brier score",
        )
    ]
    supplied, logistic, boosted = rows
    assert (supplied[0], supplied[1], supplied[4]) == ("Supplied", 0.75, None)
    assert (logistic[1], logistic[4], logistic[7]) == (1, 0.25, 1)
    assert (boosted[1], boosted[4], boosted[7], boosted[8]) == (0.5, -0.25, 0.5, 0.25)
    # (0.1² + 0.6² + 0.6² + 0.1²) / 4, and of the logistic regression (0.1² + 0.2² + 0.2² + 0.1²) / 4.
    assert (supplied[8], logistic[8]) == pytest.approx((0.185, 0.025))
    assert "+0.250" in plain(card["rows"])
    assert "−0.250" in plain(card["rows"])


def test_it_says_on_how_many_of_the_leads_in_view_it_stands() -> None:
    card: Any = rivals_card(FOUR, 9, DRAWING)
    assert "on the same 4 leads of the 9 in view" in caption(card)
    assert title(card) == finding(FOUR)


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

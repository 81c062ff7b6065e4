from typing import Any

import pytest

from layouts.ui.rivals_card import finding, rivals_card
from tests.analytics.rivalry import many
from tests.layouts.ui.drawn import DRAWING, caption, plain, table, title
from tests.layouts.ui.rivalled import FOUR, found


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

from analytics.leads import Leads
from layouts.ui.calibration_card import calibration_card
from tests.analytics.leadrows import counted, leads
from tests.layouts.ui.drawn import DRAWING, figure, note, plain, table, title


def test_the_steps_of_the_file_are_tenths_and_nothing_beyond() -> None:
    assert table(calibration_card(leads((0.25, 0.35), (0, 1)), DRAWING))[1][0][:2] == [0.2, 0.3]


def test_a_dot_for_each_tenth_of_the_score_with_its_interval() -> None:
    card = calibration_card(leads((0.2, 0.2, 0.9), (0, 1, 1)), DRAWING)
    dots = figure(card).data[0]
    assert (list(dots.x), list(dots.y)) == ([0.2, 0.9], [0.5, 1])
    assert [row[:5] for row in table(card)[1]] == [[0.1, 0.2, 2, 0.2, 0.5], [0.8, 0.9, 1, 0.9, 1]]
    assert table(card)[0][:2] == ["Score from", "Score to"]
    # ((0.2 - 0)² + (0.2 - 1)² + (0.9 - 1)²) / 3 = 0.23, against (2 / 3) (1 / 3) = 0.2222.
    assert note(card) == "Brier score 0.230, 3.5 % worse than giving every lead the base rate."


def test_a_promise_broken_beyond_doubt_is_the_title() -> None:
    broken = Leads.counted(counted((0.92, 0.93, 0.01), (1, 0, 0), times=200))
    assert title(calibration_card(broken, DRAWING)) == "Scored 92 %, 50 % bought"
    assert title(calibration_card(leads(), DRAWING)) == "Scores keep what they promise"


def test_scores_beyond_1_have_no_calibration() -> None:
    assert "The scores are no probabilities from 0 to 1." in plain(
        calibration_card(leads((2, 3), (0, 1)), DRAWING)["note"]
    )


def test_one_outcome_alone_leaves_nothing_to_be_better_than() -> None:
    assert note(calibration_card(leads((0.2, 0.4), (0, 0)), DRAWING)) == "Brier score 0.100. No lead bought."

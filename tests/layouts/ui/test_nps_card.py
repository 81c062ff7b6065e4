from layouts.ui.nps_card import nps_card
from tests.analytics.people import nobody, people
from tests.layouts.ui.drawn import DRAWING, Card, figure, keys, note, table, title
from tests.layouts.ui.people import BY


def drawn(chosen: tuple[str, ...] = ()) -> Card:
    return nps_card(people(), BY, DRAWING, chosen)


def test_the_score_of_all_and_of_those_that_can_be_ranked_is_the_title() -> None:
    # Loyal (150 - 20) / 200, New (60 - 240) / 300, all (210 - 260) / 510.
    assert title(drawn()) == "NPS is −10: 65 in Loyal, −60 in New"


def test_shares_make_up_a_bar_and_the_score_stands_beside_it() -> None:
    shown = figure(drawn())
    assert [trace.x[0] for trace in shown.data[:3]] == [0.1, 0.15, 0.75]
    assert [note.text for note in shown.layout.annotations[:2]] == ["65", "55 to 73"]
    assert keys(drawn()) == ["Detractors ", "Passives ", "Promoters "]


def test_its_figures_are_counts_and_the_interval_in_points() -> None:
    headings, rows = table(drawn())
    assert headings == ["Segment", "Detractors", "Passives", "Promoters", "Answers", "NPS", "NPS from", "NPS to"]
    assert rows[0][:6] == ["Loyal", 20, 30, 150, 200, 65]
    # (0.65 ∓ √(0.0192 (0.85 × 1.0192 − 0.65²))) / 1.0192
    assert rows[0][6:] == [54.7, 72.8]


def test_few_answers_are_pale_and_last_and_who_is_not_chosen_is_pale() -> None:
    assert [row[0] for row in table(drawn())[1]] == ["Loyal", "New", "Tiny"]
    assert note(drawn()) == "Fewer than 100 answers: Tiny, pale and last."
    opaque = [colour.endswith(",1)") for colour in figure(drawn(("New",))).data[0].marker.color]
    assert opaque == [False, True, False]


def test_without_answers_it_says_so() -> None:
    assert title(nps_card(nobody(), BY, DRAWING)) == "Nobody in view says whether they would recommend"

from layouts.figures.answers import Answers, answers, height
from layouts.figures.rows import Bar
from layouts.ui.theme import LIGHT

ROWS = (
    Answers(Bar("Loyal", 0.5, LIGHT.accent, "+65", change_text="55 to 73"), (0.1, 0.15, 0.75)),
    Answers(Bar("New", 0.5, LIGHT.accent, "n/a", faded=True), ()),
)


def test_shares_stand_behind_each_other_in_the_order_of_their_shades() -> None:
    shown = answers(ROWS, ("#111111", "#222222", "#333333"), colours=LIGHT)
    assert shown.layout.barmode == "stack"
    assert [list(trace.x) for trace in shown.data[:3]] == [[0.1, None], [0.15, None], [0.75, None]]
    colours = [trace.marker.color[0] for trace in shown.data[:3]]
    assert colours == ["rgba(17,17,17,1)", "rgba(34,34,34,1)", "rgba(51,51,51,1)"]


def test_scores_stand_at_the_right_and_rows_answer_to_clicks() -> None:
    shown = answers(ROWS, ("#111111",), colours=LIGHT)
    assert [note.text for note in shown.layout.annotations] == ["+65", "55 to 73", "n/a"]
    assert list(shown.data[-1].customdata) == ["Loyal", "New"]
    assert shown.layout.height == height(2)
    assert "0.35" in shown.data[0].marker.color[1]

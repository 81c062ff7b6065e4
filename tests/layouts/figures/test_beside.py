from layouts.figures.beside import GAP, Beside, columns
from layouts.figures.template import text_width
from layouts.ui.theme import LIGHT

HEADS = ("Share", "95 %")


def test_values_and_how_sure_they_are_stand_in_a_column_each() -> None:
    drawn = columns([Beside("12 %", "10–14"), Beside("<5>", faded=True)], HEADS, LIGHT)
    notes = drawn["annotations"]
    assert isinstance(notes, list)
    assert [note["text"] for note in notes] == ["<b>12 %</b>", "10–14", "<b>&lt;5&gt;</b>", "Share", "95 %"]
    assert [note.get("y") for note in notes[:3]] == [0, 0, 1]
    assert notes[2]["font"] == {"color": LIGHT.ink_3}


def test_the_margin_is_as_wide_as_the_columns() -> None:
    values, sure = GAP + text_width("Share", bold=True), GAP + text_width("10–14")
    assert columns([Beside("1", "10–14")], HEADS, LIGHT)["margin"] == {"r": values + sure, "t": 22}


def test_without_anything_sure_there_is_one_column_under_its_head() -> None:
    drawn = columns([Beside("1")], HEADS, LIGHT)
    notes = drawn["annotations"]
    assert isinstance(notes, list)
    assert [note["text"] for note in notes] == ["<b>1</b>", "Share"]

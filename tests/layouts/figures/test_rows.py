import math
from dataclasses import replace

from layouts.figures.rows import wrapped
from layouts.ui.theme import LIGHT
from tests.layouts.figures.ranked import DIRECT, EMAIL, GOOGLE, drawn


def test_values_and_changes_stand_in_columns_that_do_not_overlap() -> None:
    figure = drawn(EMAIL, GOOGLE)
    value, change, *_ = figure.layout.annotations
    assert (value.text, value.font.color, value.xanchor) == ("₹86.11\u00a0Cr", LIGHT.ink, "right")
    assert (change.text, change.font.color, change.xanchor) == ("▲\u00a0123\u00a0%", LIGHT.good, "right")
    assert change.xshift == figure.layout.margin.r
    assert 45 < change.xshift - value.xshift < 75
    assert figure.layout.annotations[3].font.color == LIGHT.bad


def test_a_change_that_is_neither_good_nor_bad_has_no_colour() -> None:
    assert drawn(replace(EMAIL, better=None)).layout.annotations[1].font.color == LIGHT.ink_2


def test_a_row_without_a_value_shows_the_word_and_still_answers_a_click() -> None:
    for value in (None, math.nan):
        figure = drawn(EMAIL, replace(DIRECT, value=value))
        word = figure.layout.annotations[-1]
        assert (word.text, word.x, word.y, word.xref) == ("none", 0, 1, None)
        assert figure.data[0].x == (861_100_000, None)
        assert figure.data[3].customdata[1] == "Direct"


def test_hover_says_name_value_and_change_unless_told_otherwise() -> None:
    plain, told = drawn(replace(EMAIL, name="A<b>"), replace(EMAIL, hover="<b>₹1</b> of ₹2")).data[3].hovertext
    assert plain == "A&lt;b&gt;<br><b>₹86.11\u00a0Cr</b> (▲\u00a0123\u00a0%)"
    assert told == "<b>₹1</b> of ₹2"


def test_a_long_name_takes_two_lines_and_no_more() -> None:
    assert wrapped("Organic Search") == "Organic Search"
    assert wrapped("Retargeting of lapsed customers in the South") == "Retargeting of<br>lapsed customers…"

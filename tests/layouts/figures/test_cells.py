from layouts.ui.theme import LIGHT
from tests.layouts.figures.crossed import drawn


def test_colours_are_centred_at_0_and_words_read_on_them() -> None:
    shades, _, words = drawn().data
    assert (shades.zmin, shades.zmax) == (-1, 1)
    assert shades.colorscale[3] == (0.5, LIGHT.diverging[3])
    assert list(words.textfont.color) == ["#FFFFFF", "#000000", LIGHT.ink_3, "#000000", "#FFFFFF"]


def test_a_pair_without_a_value_is_an_outline_and_one_without_a_cell_nothing() -> None:
    outlines = drawn().data[1]
    assert len(outlines.x) == 6
    assert {round(float(y)) for y in outlines.y if y is not None} == {1}


def test_hover_says_each_cell() -> None:
    shades = drawn().data[0]
    assert list(shades.hovertext) == ["hover -1", "hover 0", "hover None", "hover 0.5", "hover 1"]

from dataclasses import replace

import pytest

from layouts.figures.tiles import Tile, tiles
from layouts.ui.theme import DARK, LIGHT, Tokens

DELHI = Tile(2, 2, "DL", "22.3", "#063A4C", "Delhi says", "Delhi")
SIKKIM = Tile(4, 2, "SK", "", None, "Sikkim is not reported")
PALE = Tile(2, 4, "MP", "1.9", "#E4F0F4", "Madhya Pradesh says", "Madhya Pradesh")


def test_a_tile_stands_where_it_is_told_with_its_code_over_its_value() -> None:
    words = tiles([DELHI, SIKKIM], colours=LIGHT).data[0]
    assert (list(words.x), list(words.y)) == ([2, 4], [2, 2])
    assert words.text[0].startswith("<b>DL</b><br>")
    assert "22.3" in words.text[0]
    assert words.text[1] == "SK"
    assert list(words.customdata) == ["Delhi", None]
    assert list(words.hovertext) == ["Delhi says", "Sikkim is not reported"]


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_a_value_is_a_colour_and_what_is_not_reported_an_outline(colours: Tokens) -> None:
    filled, outlined = tiles([DELHI, SIKKIM], colours=colours).layout.shapes
    assert (filled.fillcolor, filled.line.width) == ("#063A4C", 0)
    assert (outlined.fillcolor, outlined.line.width) == (colours.surface, 1)


def test_words_are_black_or_white_on_their_tile_and_grey_on_none() -> None:
    inks = tiles([DELHI, PALE, SIKKIM], colours=LIGHT).data[0].textfont.color
    assert list(inks) == ["#FFFFFF", "#000000", LIGHT.ink_3]


def test_north_is_up_and_every_tile_is_inside() -> None:
    layout = tiles([DELHI, SIKKIM, PALE], colours=LIGHT).layout
    assert layout.yaxis.range[0] > layout.yaxis.range[1]
    assert layout.xaxis.range[1] > 4


def test_a_tile_filtered_out_is_paler() -> None:
    whole, faded = tiles([DELHI, replace(DELHI, faded=True)], colours=LIGHT).layout.shapes
    assert faded.fillcolor not in (whole.fillcolor, LIGHT.surface)


def test_no_tile_draws_without_an_error() -> None:
    assert not tiles([], colours=LIGHT).layout.shapes

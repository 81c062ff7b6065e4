from analytics.products import MARGIN, SALES
from layouts.figures.shades import scale_of
from layouts.ui.scale_key import scale_key
from layouts.ui.theme import LIGHT
from tests.layouts.ui.drawn import DRAWING, plain
from tests.layouts.ui.parts import having


def test_it_says_both_ends_with_their_unit_and_shows_the_colours_between() -> None:
    key = scale_key(scale_of([0.1, 0.4], LIGHT), MARGIN, DRAWING)
    assert plain(key) == "Margin 10.0 % to 40.0 %"
    (strip,) = having(key, "nm-scale")
    assert all(colour in strip.style["background"] for colour in LIGHT.sequential)


def test_nothing_is_0_without_a_unit() -> None:
    assert plain(scale_key(scale_of([5], LIGHT, low=0), SALES, DRAWING)) == "Sales 0 to ₹5.00"

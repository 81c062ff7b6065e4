from layouts.figures.sides import TICKS_BELOW, Side, titles
from layouts.ui.theme import LIGHT


def test_each_side_is_named_at_the_end_it_grows_towards() -> None:
    above, below = titles(Side("Spend"), Side("Revenue & profit"), LIGHT)
    assert (above["text"], above["x"], above["y"]) == ("Revenue &amp; profit ↑", 0, 1)
    assert (below["text"], below["x"], below["y"]) == ("Spend →", 1, 0)


def test_the_name_below_keeps_clear_of_the_ticks() -> None:
    above, below = titles(Side("Spend"), Side("Revenue"), LIGHT)
    assert (above.get("yshift"), below["yshift"]) == (None, -TICKS_BELOW)

from layouts.figures.mirror import DOWN, LEFT, UP, Step, mirrored
from layouts.ui.theme import LIGHT

STEPS = (Step(0, 0.5, 1, 40, "low"), Step(0.5, 1, 60, 20, "high"))


def test_one_kind_goes_up_and_the_other_down() -> None:
    up, down = mirrored(STEPS, ("Bought", "Did not"), colours=LIGHT, currency="INR").data
    assert (up.meta, list(up.x), list(up.y)) == (UP, [0.25, 0.75], [1, 60])
    assert (down.meta, list(down.x), list(down.y)) == (DOWN, [0.25, 0.75], [-40, -20])
    assert list(up.hovertext) == list(down.hovertext) == ["low", "high"]


def test_counts_below_the_line_are_written_without_a_sign() -> None:
    axis = mirrored(STEPS, ("Bought", "Did not"), colours=LIGHT, currency="INR").layout.yaxis
    assert min(axis.tickvals) < 0
    assert not any("−" in label for label in axis.ticktext)


def test_it_has_one_line_for_the_browser_to_move_and_margins_a_slider_can_match() -> None:
    drawn = mirrored(STEPS, ("Bought", "Did not"), colours=LIGHT, currency="INR").layout
    assert len(drawn.shapes) == 1
    assert (drawn.margin.l, drawn.yaxis.automargin) == (LEFT, False)
    assert [note.text for note in drawn.annotations] == ["Bought", "Did not"]

from dataclasses import replace

from layouts.figures.spread import LARGEST, SMALLEST, Bubble, bubbles
from layouts.ui.theme import LIGHT

EMAIL = Bubble("Email", 0.05, 0.06, 400, "#0AA080", "Email says")
FAX = Bubble("<Fax>", 0.02, 0.03, 100, "#2C8DF2", "Fax says")
DIRECT = Bubble("Direct", 0.03, 0.01, 0, "#686B72", "Direct says")


def test_the_area_of_a_bubble_is_its_size_and_the_largest_lies_behind() -> None:
    marks = bubbles([FAX, EMAIL], colours=LIGHT, x="CTR", y="CVR").data[0]
    assert list(marks.customdata) == ["Email", "<Fax>"]
    assert list(marks.marker.size) == [LARGEST, LARGEST / 2]
    assert (list(marks.x), list(marks.y)) == ([5, 2], [6, 3])
    assert list(marks.text) == ["Email", "&lt;Fax&gt;"]
    assert list(marks.hovertext) == ["Email says", "Fax says"]


def test_a_size_of_0_is_a_small_ring_in_its_colour() -> None:
    marks = bubbles([EMAIL, DIRECT], colours=LIGHT, x="CTR", y="CVR").data[0]
    assert marks.marker.size[1] == SMALLEST
    assert marks.marker.color[1] == LIGHT.surface
    assert marks.marker.line.color[1] == DIRECT.colour


def test_what_is_filtered_out_is_pale() -> None:
    marks = bubbles([EMAIL, replace(FAX, faded=True)], colours=LIGHT, x="CTR", y="CVR").data[0]
    assert [colour.rpartition(",")[2] for colour in marks.marker.color] == ["0.78)", "0.22)"]
    assert list(marks.textfont.color) == [LIGHT.ink, LIGHT.ink_3]


def test_the_axes_hold_every_bubble_with_room_and_start_at_0_or_above() -> None:
    figure = bubbles([EMAIL, FAX, DIRECT], colours=LIGHT, x="CTR", y="CVR")
    low, high = figure.layout.xaxis.range
    assert 0 <= low < 2
    assert high > 5
    assert figure.layout.yaxis.range[0] >= 0
    assert {one.text for one in figure.layout.annotations} == {"CTR →", "CVR ↑"}


def test_names_close_together_stand_on_different_sides() -> None:
    near = replace(EMAIL, name="Near", x=0.0501, y=0.0602, size=300)
    marks = bubbles([EMAIL, near, FAX], colours=LIGHT, x="CTR", y="CVR").data[0]
    assert dict(zip(marks.customdata, marks.textposition, strict=True)) == {
        "Email": "top center",
        "Near": "bottom center",
        "<Fax>": "top center",
    }


def test_one_bubble_or_none_draws_without_an_error() -> None:
    assert len(bubbles([EMAIL], colours=LIGHT, x="CTR", y="CVR").data[0].x) == 1
    assert len(bubbles([], colours=LIGHT, x="CTR", y="CVR").data[0].x) == 0

from dataclasses import replace

from layouts.figures.donut import FIT, Slice, donut, leading
from layouts.ui.theme import DARK, LIGHT

EMAIL = Slice("Email", 60, "#0B5A73", "Email says", "Email")
FAX = Slice("<Fax>", 38, "#E4F0F4", "Fax says", "<Fax>")
OTHERS = Slice("Others", 2, "#858E9C", "Others say")


def test_slices_are_in_the_order_given_clockwise_with_what_a_click_filters_by() -> None:
    ring = donut([EMAIL, FAX, OTHERS], colours=LIGHT, total="₹100", words="revenue").data[0]
    assert (list(ring["values"]), ring.sort, ring.direction) == ([60, 38, 2], False, "clockwise")
    assert list(ring.customdata) == ["Email", "<Fax>", None]
    assert list(ring.labels) == ["Email", "&lt;Fax&gt;", "Others"]


def test_a_share_is_written_in_black_or_white_where_there_is_room() -> None:
    ring = donut([EMAIL, FAX, OTHERS], colours=LIGHT, total="₹100", words="revenue").data[0]
    assert [text.replace("\u00a0", " ") for text in ring.text] == ["60 %", "38 %", ""]
    assert list(ring.textfont.color)[:2] == ["#FFFFFF", "#000000"]


def test_the_whole_stands_in_the_middle() -> None:
    texts = [one.text for one in donut([EMAIL], colours=LIGHT, total="<₹1>", words="of it").layout.annotations]
    assert texts == ["<b>&lt;₹1&gt;</b>", "of it"]


def test_what_is_filtered_out_moves_towards_the_surface_in_both_themes() -> None:
    for colours in (LIGHT, DARK):
        ring = donut([replace(EMAIL, faded=True), EMAIL], colours=colours, total="", words="").data[0]
        assert ring.marker.colors[1] == EMAIL.colour
        assert ring.marker.colors[0] not in (EMAIL.colour, colours.surface)


def test_a_whole_of_nothing_draws_without_an_error() -> None:
    assert list(donut([replace(EMAIL, amount=0)], colours=LIGHT, total="0", words="").data[0].text) == [""]
    assert not donut([], colours=LIGHT, total="0", words="").data[0]["values"]


def test_five_have_a_slice_each_and_of_more_four_have() -> None:
    names = [f"State {place}" for place in range(7)]
    assert leading(names[:FIT]) == (names[:5], [])
    assert leading(names) == (names[:4], names[4:])

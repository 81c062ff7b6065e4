from dataclasses import replace

from analytics.numbers import Unit
from layouts.figures.sides import Side
from layouts.figures.spread import LARGEST, SMALLEST, Bubble, bubbles
from layouts.ui.theme import LIGHT

EMAIL = Bubble("Email", 0.05, 0.06, 400, "#0AA080", "Email says")
FAX = Bubble("<Fax>", 0.02, 0.03, 100, "#2C8DF2", "Fax says")
DIRECT = Bubble("Direct", 0.03, 0.01, 0, "#686B72", "Direct says")

CTR, CVR = Side("CTR"), Side("CVR")


def test_the_area_of_a_bubble_is_its_size_and_the_largest_lies_behind() -> None:
    marks = bubbles([FAX, EMAIL], colours=LIGHT, x=CTR, y=CVR).data[0]
    assert list(marks.customdata) == ["Email", "<Fax>"]
    assert list(marks.marker.size) == [LARGEST, LARGEST / 2]
    assert (list(marks.x), list(marks.y)) == ([0.05, 0.02], [0.06, 0.03])
    assert list(marks.text) == ["Email", "&lt;Fax&gt;"]
    assert list(marks.hovertext) == ["Email says", "Fax says"]


def test_a_size_of_0_is_a_small_ring_in_its_colour() -> None:
    marks = bubbles([EMAIL, DIRECT], colours=LIGHT, x=CTR, y=CVR).data[0]
    assert marks.marker.size[1] == SMALLEST
    assert marks.marker.color[1] == LIGHT.surface
    assert marks.marker.line.color[1] == DIRECT.colour


def test_what_is_filtered_out_is_pale() -> None:
    marks = bubbles([EMAIL, replace(FAX, faded=True)], colours=LIGHT, x=CTR, y=CVR).data[0]
    assert [colour.rpartition(",")[2] for colour in marks.marker.color] == ["0.78)", "0.22)"]
    assert list(marks.textfont.color) == [LIGHT.ink, LIGHT.ink_3]


def test_the_axes_hold_every_bubble_with_room_and_start_at_0_or_above() -> None:
    figure = bubbles([EMAIL, FAX, DIRECT], colours=LIGHT, x=CTR, y=CVR)
    low, high = figure.layout.xaxis.range
    assert 0 <= low < 0.02
    assert high > 0.05
    assert figure.layout.yaxis.range[0] >= 0
    assert {one.text for one in figure.layout.annotations} == {"CTR →", "CVR ↑"}
    assert [label.replace("\u00a0", " ") for label in figure.layout.xaxis.ticktext] == ["2 %", "3 %", "4 %", "5 %"]


def test_names_close_together_stand_on_different_sides() -> None:
    near = replace(EMAIL, name="Near", x=0.0501, y=0.0602, size=300)
    marks = bubbles([EMAIL, near, FAX], colours=LIGHT, x=CTR, y=CVR).data[0]
    sides = dict(zip(marks.customdata, marks.textposition, strict=True))
    assert sides["Email"] == "top center"
    assert sides["Near"] != sides["Email"]


def test_a_bubble_may_have_an_edge_of_its_own() -> None:
    marks = bubbles([replace(EMAIL, edge="#868F9D"), FAX], colours=LIGHT, x=CTR, y=CVR).data[0]
    assert list(marks.marker.line.color) == ["#868F9D", LIGHT.surface]


def test_one_bubble_or_none_draws_without_an_error() -> None:
    assert len(bubbles([EMAIL], colours=LIGHT, x=CTR, y=CVR).data[0].x) == 1
    assert len(bubbles([], colours=LIGHT, x=CTR, y=CVR).data[0].x) == 0


def test_any_two_metrics_have_axes_in_their_own_units() -> None:
    rich, poor = replace(EMAIL, x=2_230_000_000, y=3.6), replace(FAX, x=310_000_000, y=4.4)
    axes = bubbles([rich, poor], colours=LIGHT, x=Side("Revenue", Unit.CURRENCY), y=Side("Score", Unit.SCORE)).layout
    assert [label.replace("\u00a0", " ") for label in axes.xaxis.ticktext] == [
        "₹50 Cr",
        "₹100 Cr",
        "₹150 Cr",
        "₹200 Cr",
    ]
    assert list(axes.yaxis.ticktext) == ["3.5", "4", "4.5"]


def test_values_below_0_keep_room_on_their_side() -> None:
    falling = replace(EMAIL, x=-0.04)
    low, high = bubbles([falling, FAX], colours=LIGHT, x=CTR, y=CVR).layout.xaxis.range
    assert low < -0.04
    assert high > 0.02


def test_lines_across_make_corners_with_words_and_no_other_lines() -> None:
    corners = ("top left", "top right", "bottom left", "<bottom right>")
    figure = bubbles([EMAIL, FAX], colours=LIGHT, x=replace(CTR, line=0.03), y=replace(CVR, line=0.04), corners=corners)
    upright, level = figure.layout.shapes
    assert (upright.x0, upright.x1, level.y0, level.y1) == (0.03, 0.03, 0.04, 0.04)
    assert [(one.x, one.y, one.text) for one in figure.layout.annotations[:4]] == [
        (0, 1, "top left"),
        (1, 1, "top right"),
        (0, 0, "bottom left"),
        (1, 0, "&lt;bottom right&gt;"),
    ]
    assert not figure.layout.xaxis.showgrid
    assert not bubbles([EMAIL], colours=LIGHT, x=CTR, y=CVR).layout.shapes

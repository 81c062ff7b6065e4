import pytest

from layouts.figures.curve_traces import UNSURE
from layouts.figures.estimates import Estimate, estimates, with_whiskers
from layouts.figures.rows import Bar
from layouts.figures.template import text_width
from layouts.ui.theme import LIGHT

LARGE = Estimate(Bar("Large", 0.8, "#0B6782", "0.800", change_text="70 %"), (0.7, 0.9))
SMALL = Estimate(Bar("Small", 0.6, "#0B6782", "0.600", change_text="5 %", faded=True), (0.5, 0.7))
SILENT = Estimate(Bar("None", None, "#0B6782", "n/a", hover="nobody bought"), None)


def test_a_dot_stands_at_its_value_with_its_interval() -> None:
    large, small, silent, answering = estimates(
        [LARGE, SMALL, SILENT], 0.75, "All", ("AUC", "Bought"), colours=LIGHT, currency="INR"
    ).data
    assert (list(large.x), list(large.y)) == ([0.8], [0])
    assert list(large.error_x.array) == pytest.approx([0.1])
    assert list(large.error_x.arrayminus) == pytest.approx([0.1])
    assert large.marker.color == "rgba(11,103,130,1)"
    assert small.marker.color == "rgba(11,103,130,0.35)"
    assert len(silent.x) == 0
    assert list(answering.customdata) == ["Large", "Small", "None"]
    assert list(answering.x) == [0.8, 0.6, 0.75]


def test_a_line_stands_at_the_value_of_all_and_both_columns_are_named() -> None:
    drawn = estimates([LARGE, SILENT], 0.75, "All 0.750", ("AUC", "Bought"), colours=LIGHT, currency="INR").layout
    assert (drawn.shapes[0].x0, drawn.shapes[0].x1) == (0.75, 0.75)
    words = {note.text: note for note in drawn.annotations}
    assert {"All 0.750", "AUC", "Bought", "0.800", "70 %", "n/a"} <= words.keys()
    assert (
        words["AUC"].xshift == words["0.800"].xshift < words["Bought"].xshift == words["70 %"].xshift == drawn.margin.r
    )
    assert drawn.margin.r - words["0.800"].xshift > text_width("Bought")
    assert words["n/a"].xref == "paper"
    assert drawn.xaxis.range[0] < 0.7 < 0.9 < drawn.xaxis.range[1]


def test_whiskers_lie_on_the_bars_in_a_trace_of_their_own() -> None:
    drawn = with_whiskers([LARGE, SILENT], colours=LIGHT)
    (whiskers,) = [trace for trace in drawn.data if trace.meta == UNSURE]
    assert (list(whiskers.x), list(whiskers.y)) == ([0.8], [0])
    assert list(whiskers.error_x.array) == pytest.approx([0.1])
    assert list(drawn.layout.xaxis.range) == [0, 0.9]

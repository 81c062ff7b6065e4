import math
from dataclasses import replace

import plotly.graph_objects as go

from analytics.numbers import Unit
from analytics.spread import Box
from layouts.figures.boxes import LOG, POINTS, Spread, boxes, height
from layouts.figures.rows import Bar
from layouts.ui.theme import LIGHT

ROW = Bar("Loyal", 40.0, "#111111", "₹40.00", hover="told")
FULL = Spread(ROW, Box(20, 40, 60, 10, 100), (15.0, 90.0))
EMPTY = Spread(replace(ROW, name="New", value=None, value_text="n/a"), None)


def drawn(*rows: Spread) -> go.Figure:
    return boxes(rows, colours=LIGHT, unit=Unit.CURRENCY, currency="INR")


def test_a_box_has_the_quartiles_and_whiskers_it_is_given() -> None:
    box = drawn(FULL).data[0]
    told = [box.lowerfence, box.q1, box.median, box.q3, box.upperfence]
    assert [list(end) for end in told] == [[10], [20], [40], [60], [100]]


def test_points_wait_until_they_are_asked_for_and_stay_in_their_row() -> None:
    points = [trace for trace in drawn(FULL, EMPTY).data if trace.meta == POINTS]
    assert [trace.visible for trace in points] == [False, False]
    assert list(points[0].x) == [15, 90]
    assert all(abs(place) < 0.5 for place in points[0].y)


def test_a_row_answers_to_a_click_and_a_member_without_numbers_says_so() -> None:
    shown = drawn(FULL, EMPTY)
    assert list(shown.data[-1].customdata) == ["Loyal", "New"]
    assert [note.text for note in shown.layout.annotations] == ["₹40.00", "n/a"]
    assert shown.layout.height == height(2)


def test_the_other_scale_spans_the_whiskers_in_steps_of_ten() -> None:
    axis = drawn(FULL).layout.meta[LOG]
    assert axis["tickvals"] == [10, 100]
    assert axis["ticktext"] == ["₹10", "₹100"]
    assert axis["range"][0] < 1
    assert axis["range"][1] > 2


def test_there_is_no_such_scale_where_a_number_is_not_above_0() -> None:
    assert drawn(replace(FULL, box=Box(0, 1, 2, -1, 3))).layout.meta[LOG] is None
    assert drawn().layout.meta[LOG] is None


def test_equal_numbers_have_an_axis_too() -> None:
    low, high = drawn(replace(FULL, box=Box(0, 0, 0, 0, 0))).layout.xaxis.range
    assert low < high
    assert math.isfinite(high)

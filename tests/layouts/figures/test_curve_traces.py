import pytest

from layouts.figures.curve_traces import (
    LINE,
    THIN,
    THRESHOLD,
    UNSURE,
    Curve,
    Point,
    band,
    intervals,
    mark,
    spot,
    traced,
)
from layouts.ui.theme import LIGHT

SURE = [(0.3, 0.5), (0.5, 0.8)]
CURVE = Curve("Won", [0, 1], [0.4, 0.6], "#0B6782", ["none", "all"], SURE)


def test_what_a_line_is_unsure_of_is_a_surface_there_above_it_and_back_below() -> None:
    surface = band(CURVE)
    assert (list(surface.x), list(surface.y), surface.meta) == ([0, 1, 1, 0], [0.5, 0.8, 0.5, 0.3], UNSURE)
    assert (surface.fill, surface.hoverinfo) == ("toself", "skip")


@pytest.mark.parametrize(
    ("dots", "line", "mode", "whiskers"),
    [
        (False, True, "lines", None),
        (True, True, "lines+markers", None),
        (True, False, "markers", [0.1, 0.2]),
    ],
)
def test_a_line_its_dots_or_both_and_whiskers_only_where_no_line_is(
    dots: bool, line: bool, mode: str, whiskers: list[float] | None
) -> None:
    trace = traced(Curve("Won", [0, 1], [0.4, 0.6], "#0B6782", ["", ""], SURE, dots=dots, line=line), LIGHT)
    assert (trace.mode, trace.error_y.array and list(trace.error_y.array)) == (mode, whiskers)


def test_one_to_compare_with_is_thinner() -> None:
    thin = Curve("Won", [0, 1], [0.4, 0.6], "#0B6782", ["", ""], thin=True)
    assert (traced(thin, LIGHT).line.width, traced(CURVE, LIGHT).line.width) == (THIN, LINE)


def test_a_point_s_words_are_no_markup_and_the_threshold_s_mark_is_the_browser_s_to_place() -> None:
    point = spot(Point((0.2, 0.6), "<Best>", "here", "top left"), LIGHT)
    assert (list(point.text), point.textposition, point.error_y.array) == (["&lt;Best&gt;"], "top left", None)
    assert (mark(LIGHT).meta, len(mark(LIGHT).x)) == (THRESHOLD, 0)


def test_error_bars_are_as_long_as_from_the_value_to_each_end() -> None:
    bars = intervals([0.4, 0.6], SURE, "#0B6782")
    assert (bars["array"], bars["arrayminus"], bars["symmetric"]) == ([0.1, 0.2], [0.1, 0.1], False)

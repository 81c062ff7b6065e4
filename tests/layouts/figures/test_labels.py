from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from layouts.figures.labels import End, Plot, Point, end_labels, peak_label, spread
from layouts.ui.theme import LIGHT

FIRST = date(2024, 1, 1)


def line(values: list[float]) -> list[Point | None]:
    return [(FIRST + timedelta(weeks=place), value) for place, value in enumerate(values)]


def label(values: list[float], *others: list[Point | None]) -> dict[str, object]:
    points = line(values)
    peak = max((point for point in points if point), key=lambda point: point[1])
    plot = Plot(FIRST, FIRST + timedelta(weeks=len(values) - 1), 0, max(values) * 1.13, 240)
    return peak_label(plot, peak, [points, *others], "₹12.31 Cr", "week of 12 Aug")


def test_a_late_peak_is_labelled_to_its_left() -> None:
    found = label([1.0] * 35 + [10.0] + [1.0] * 16)
    assert (found["xanchor"], found["y"], found["text"]) == ("right", 10, "<b>₹12.31 Cr</b>  week of 12 Aug")


def test_an_early_peak_is_labelled_to_its_right() -> None:
    assert label([1.0] * 5 + [10.0] + [1.0] * 46)["xanchor"] == "left"


def test_a_peak_with_a_line_on_both_sides_is_labelled_above_all() -> None:
    found = label([9.7] * 35 + [10.0] + [9.7] * 16)
    assert (found["yref"], found["y"], found["yanchor"], found["xanchor"]) == ("paper", 1, "top", "right")


def test_another_line_counts_too_and_a_gap_does_not() -> None:
    beside = label([1.0] * 35 + [10.0] + [1.0] * 16, [(FIRST, 10.0), (FIRST + timedelta(weeks=40), 10.0)])
    apart = label([1.0] * 35 + [10.0] + [1.0] * 16, [(FIRST, 10.0), None, (FIRST + timedelta(weeks=50), 10.0)])
    assert beside["yref"] == "paper"
    assert "yref" not in apart


def test_a_peak_in_the_middle_of_a_narrow_plot_does_not_run_out_of_it() -> None:
    assert label([1.0] * 26 + [10.0] + [1.0] * 25)["xanchor"] == "center"


@given(st.lists(st.floats(0, 200), max_size=12))
def test_names_are_moved_apart_and_stay_inside(depths: list[float]) -> None:
    placed = spread(sorted(depths), 16, 200)
    assert all(below - above >= 16 - 1e-9 for above, below in pairwise(placed))
    assert all(-1e-9 <= place <= 200 for place in placed)


def test_names_apart_stay_where_their_lines_end() -> None:
    plot = Plot(FIRST, FIRST, 0, 100, 200)
    found = end_labels(plot, [End("B", "#000000", 25), End("A", "#FFFFFF", 75)], LIGHT)
    assert [one["y"] for one in found] == [0.75, 0.25]
    assert str(found[0]["text"]).endswith("</span> A")

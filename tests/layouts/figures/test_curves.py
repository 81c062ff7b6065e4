from layouts.figures.curve_traces import THRESHOLD, UNSURE, Curve, Point
from layouts.figures.curves import MOST, Reference, curves, percent_side, thinned
from layouts.ui.theme import LIGHT

X, Y = percent_side("Called"), percent_side("Won")
LINE = Curve("Won", [0, 0.5, 1], [0, 0.8, 1], "#0B6782", ["none", "half", "all"])


def test_a_line_with_its_hover_and_a_trace_for_the_threshold() -> None:
    line, threshold = curves([LINE], x=X, y=Y, colours=LIGHT).data
    assert (list(line.x), list(line.y), list(line.hovertext)) == ([0, 0.5, 1], [0, 0.8, 1], ["none", "half", "all"])
    assert line.mode == "lines"
    assert (threshold.meta, len(threshold.x)) == (THRESHOLD, 0)


def test_an_interval_is_a_band_around_a_line_and_whiskers_on_dots() -> None:
    band, line, _ = curves(
        [Curve("", [0, 1], [0.4, 0.6], "#0B6782", ["", ""], [(0.3, 0.5), (0.5, 0.8)])], x=X, y=Y, colours=LIGHT
    ).data
    assert (band.meta, list(band.x), list(band.y)) == (UNSURE, [0, 1, 1, 0], [0.5, 0.8, 0.5, 0.3])
    assert line.error_y.array is None
    dots, _ = curves(
        [Curve("", [0, 1], [0.4, 0.6], "#0B6782", ["", ""], [(0.3, 0.5), (0.5, 0.8)], dots=True, line=False)],
        x=X,
        y=Y,
        colours=LIGHT,
    ).data
    assert dots.mode == "markers"
    assert [list(dots.error_y.array), list(dots.error_y.arrayminus)] == [[0.1, 0.2], [0.1, 0.1]]


def test_a_point_has_its_words_and_its_interval() -> None:
    point = curves([], points=[Point((0.2, 0.6), "<Best>", "here", sure=(0.5, 0.8))], x=X, y=Y, colours=LIGHT).data[0]
    assert (list(point.x), list(point.y), list(point.text), list(point.hovertext)) == (
        [0.2],
        [0.6],
        ["&lt;Best&gt;"],
        ["here"],
    )
    assert (list(point.error_y.array), list(point.error_y.arrayminus)) == ([0.2], [0.1])


def test_a_reference_is_dashed_and_named_at_its_end() -> None:
    drawn = curves([], references=[Reference((0, 0.4), (1, 0.4), "Chance", above=False)], x=X, y=Y, colours=LIGHT)
    (line,) = drawn.layout.shapes
    assert (line.x0, line.y0, line.x1, line.y1) == (0, 0.4, 1, 0.4)
    (name,) = [note for note in drawn.layout.annotations if note.text == "Chance"]
    assert (name.x, name.y, name.yanchor) == (1, 0.4, "top")


def test_both_axes_have_their_names_and_shares_as_percentages() -> None:
    drawn = curves([LINE], x=X, y=Y, colours=LIGHT)
    assert {"Won ↑", "Called →"} <= {note.text for note in drawn.layout.annotations}
    assert list(drawn.layout.xaxis.ticktext) == ["0", "50\u00a0%", "100\u00a0%"]
    assert drawn.layout.xaxis.range[0] < 0 < 1 < drawn.layout.xaxis.range[1]


def test_a_long_line_keeps_its_ends() -> None:
    assert thinned(3) == [0, 1, 2]
    places = thinned(100_000)
    assert (len(places), places[0], places[-1]) == (MOST, 0, 99_999)

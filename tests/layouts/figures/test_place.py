from layouts.figures.place import Outline, bubble_map, outlines
from layouts.figures.spread import Bubble
from layouts.ui.theme import DARK, LIGHT

SQUARE = ((70.0, 10.0), (80.0, 10.0), (80.0, 20.0), (70.0, 10.0))
HOLE = ((74.0, 14.0), (74.0, 15.0), (75.0, 14.0), (74.0, 14.0))


def test_a_degree_across_is_shorter_than_one_up_by_the_cosine_of_the_middle() -> None:
    states = [Bubble("A", 70, 55, 4, "#111111", "a"), Bubble("B", 90, 65, 1, "#222222", "b")]
    drawn = bubble_map(states, colours=LIGHT)
    assert drawn.layout.yaxis.scaleanchor == "x"
    assert drawn.layout.yaxis.scaleratio == 2
    assert list(drawn.data[0].customdata) == ["A", "B"]
    assert drawn.layout.yaxis.range[0] < 55 < 65 < drawn.layout.yaxis.range[1]


def test_one_place_or_none_draws_without_an_error() -> None:
    assert not bubble_map([], colours=LIGHT).data[0].x
    low, high = bubble_map([Bubble("A", 70, 20, 4, "#111111", "a")], colours=LIGHT).layout.xaxis.range
    assert low < 70 < high


def test_rings_of_a_state_are_one_path_with_gaps() -> None:
    area = outlines([Outline((SQUARE, HOLE), "#0B5A73", "Goa says", "Goa")], colours=LIGHT).data[0]
    assert list(area.x) == [70, 80, 80, 70, None, 74, 74, 75, 74]
    assert (area.fill, area.hoveron, area.text, list(area.customdata)) == ("toself", "fills", "Goa says", ["Goa"])


def test_a_state_without_a_figure_is_an_outline_on_the_surface() -> None:
    area = outlines([Outline((SQUARE,), None, "Not reported")], colours=DARK).data[0]
    assert (area.fillcolor, area.line.color) == (DARK.surface, DARK.line_strong)
    assert not outlines([], colours=LIGHT).data

from collections.abc import Callable
from dataclasses import replace

import plotly.graph_objects as go
import pytest

from layouts.figures.hierarchy import TOP, Node, names, place, sunburst, treemap
from layouts.ui.accent import READABLE, contrast
from layouts.ui.theme import DARK, LIGHT

NODES = (
    Node((), 9, "#FFFFFF", "All 4"),
    Node(("Men",), 9, "#E4F0F4", "Men 3", "3"),
    Node(("Men", "Shoes"), 3, "#063A4C", "Shoes 3", "3<br>5 %"),
    Node(("Kids",), 9, "#1F83A0", "Kids 1", "1"),
    Node(("Kids", "Shoes"), 0.5, "#62AFC5", "Shoes 1", "0.5"),
    Node(("Kids", "a/b ~ <b>"), 0.5, "#62AFC5", "a/b"),
)
Draw = Callable[..., go.Figure]


@pytest.fixture(params=[treemap, sunburst], ids=["treemap", "sunburst"])
def draw(request: pytest.FixtureRequest) -> Draw:
    return request.param  # type: ignore[no-any-return]


def test_names_that_repeat_are_apart_by_their_places(draw: Draw) -> None:
    (trace,) = draw(NODES, whole="All", colours=LIGHT).data
    assert list(trace.ids) == [TOP, "Men", "Men/Shoes", "Kids", "Kids/Shoes", "Kids/a~1b ~0 <b>"]
    assert list(trace.parents) == ["", TOP, "Men", TOP, "Kids", "Kids"]
    assert [label.strip() for label in trace.labels] == ["All", "Men", "Shoes", "Kids", "Shoes", "a/b ~ &lt;b&gt;"]


def test_a_heading_stays_on_its_line_and_what_contains_nothing_is_broken() -> None:
    nodes = [Node((), 2, "#FFFFFF", ""), *(Node(path, 2, "#FFFFFF", "") for path in (("At Home",), ("At Home", "B C")))]
    long = [replace(node, path=tuple(f"{name} & Living" for name in node.path)) for node in nodes]
    (trace,) = treemap(long, whole="All of them", colours=LIGHT).data
    assert [label.count("<br>") for label in trace.labels] == [0, 0, 1]


def test_only_leaves_have_a_size_so_that_what_contains_them_is_their_sum(draw: Draw) -> None:
    (trace,) = draw(NODES, whole="All", colours=LIGHT).data
    assert list(trace.values) == [0, 0, 3, 0, 0.5, 0.5]
    assert trace.branchvalues == "remainder"


@pytest.mark.parametrize(("at", "level"), [(TOP, TOP), ("Kids", "Kids"), ("Kids/Shoes", "Kids/Shoes"), ("Fax", TOP)])
def test_it_opens_at_a_place_and_at_the_whole_where_there_is_no_such_place(draw: Draw, at: str, level: str) -> None:
    assert draw(NODES, whole="All", colours=LIGHT, at=at).data[0].level == level


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_words_read_on_every_colour_of_both_scales(draw: Draw, colours: object) -> None:
    shades = (*colours.sequential, *colours.diverging)  # type: ignore[attr-defined]
    nodes = [Node((), 0, shades[0], ""), *(Node((str(at),), 1, shade, "") for at, shade in enumerate(shades))]
    (trace,) = draw(nodes, whole="All", colours=colours).data
    assert len(trace.textfont.color) == len(nodes)
    for shade, ink in zip(trace.marker.colors, trace.textfont.color, strict=True):
        assert contrast(shade, ink) >= READABLE


def test_the_order_is_that_of_the_nodes(draw: Draw) -> None:
    assert draw(NODES, whole="All", colours=LIGHT).data[0].sort is False


def test_a_place_is_a_json_pointer_without_its_first_slash() -> None:
    assert [place(path) for path in ((), ("A",), ("A/B", "~"))] == [TOP, "A", "A~1B/~0"]


def test_a_treemap_breaks_long_names_and_a_sunburst_keeps_them() -> None:
    nodes = [Node((), 1, "#FFFFFF", ""), Node(("School Uniforms & more",), 1, "#FFFFFF", "")]
    labels = [draw(nodes, whole="All", colours=LIGHT).data[0].labels[1] for draw in (treemap, sunburst)]
    assert labels == ["\u00a0School<br>\u00a0Uniforms &amp;<br>\u00a0more", "School Uniforms &amp; more"]


def test_figures_stand_below_the_name_a_line_each(draw: Draw) -> None:
    (trace,) = draw(NODES, whole="All", colours=LIGHT).data
    assert trace.text[2].replace("\u00a0", "") == "3<br>5 %"


@pytest.mark.parametrize("path", [(), ("A",), ("A/B", "~"), ("~1", "a~0/b")])
def test_the_names_of_a_place_are_those_it_was_made_of(path: tuple[str, ...]) -> None:
    assert names(place(path)) == path

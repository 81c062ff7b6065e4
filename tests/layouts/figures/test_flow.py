import plotly.graph_objects as go
import pytest

from layouts.figures.flow import Link, Stop, flow
from layouts.figures.template import rgba
from layouts.ui.theme import LIGHT

STOPS = (Stop("<A>", "#111111", 0, "a"), Stop("B", "#222222", 0, "b"), Stop("End", "#333333", 1, "end"))
LINKS = (Link(0, 2, 30, "a to end"), Link(1, 2, 10, "b to end"))


def sankey() -> go.Sankey:
    return flow(STOPS, LINKS, colours=LIGHT).data[0]


def test_links_go_from_stop_to_stop_in_a_pale_shade_of_where_they_start() -> None:
    link = sankey().link
    assert list(zip(link.source, link.target, link.value, strict=True)) == [(0, 2, 30), (1, 2, 10)]
    assert list(link.color) == [rgba("#111111", 0.3), rgba("#222222", 0.3)]
    assert list(link.customdata) == ["a to end", "b to end"]


def test_stops_stand_in_their_columns_in_the_order_given() -> None:
    node = sankey().node
    assert list(node.label) == ["&lt;A&gt;", "B", "End"]
    assert list(node.x) == [0.001, 0.001, 0.999]
    assert node.y[0] < node.y[1]


def test_heights_are_those_of_the_amounts() -> None:
    """Of 368 pixels 14 part the two stops: 354 for 40 journeys, so 265.5 for the first, whose middle is at 132.75."""
    assert list(sankey().node.y) == pytest.approx([132.75 / 368, (265.5 + 14 + 44.25) / 368, 177 / 368])


def test_nothing_flows_without_an_error() -> None:
    assert len(flow([], [], colours=LIGHT).data[0].node.label) == 0

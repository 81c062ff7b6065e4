from datetime import date

from analytics.numbers import Unit
from layouts.figures.areas import piled
from layouts.figures.parts import Part, grouped, stacked
from layouts.ui.theme import LIGHT

FIRST = Part("Q1", "#111111", [10, None], ["ten", "none"])
SECOND = Part("Q2", "#222222", [30, 20], ["thirty", "twenty"], frozenset({1}))


def test_clusters_have_a_bar_for_each_part_at_each_group() -> None:
    figure = grouped([FIRST, SECOND], ["East", "<b>West</b>"], colours=LIGHT, unit=Unit.COUNT, currency="INR")
    assert [list(bar.y) for bar in figure.data] == [[10, None], [30, 20]]
    assert [bar.marker.color for bar in figure.data] == ["#111111", "#222222"]
    assert figure.layout.barmode == "group"
    assert figure.layout.xaxis.ticktext == ("East", "&lt;b&gt;West&lt;/b&gt;")
    assert figure.layout.yaxis.rangemode == "tozero"
    assert list(figure.data[1].hovertext) == ["thirty", "twenty"]


def test_an_incomplete_place_is_hatched_and_only_that_one() -> None:
    figure = grouped([FIRST, SECOND], ["East", "West"], colours=LIGHT, unit=Unit.COUNT, currency="INR")
    assert figure.data[0].marker.pattern.shape is None
    assert list(figure.data[1].marker.pattern.shape) == ["", "/"]


def test_stacks_stand_on_their_months_under_an_axis_that_holds_their_sums() -> None:
    months = [date(2024, 1, 1), date(2024, 2, 1)]
    figure = stacked([FIRST, SECOND], months, colours=LIGHT, unit=Unit.COUNT, currency="INR")
    assert figure.layout.barmode == "stack"
    assert list(figure.data[0].x) == ["2024-01-01", "2024-02-01"]
    assert max(figure.layout.yaxis.tickvals) == 40
    assert list(figure.layout.xaxis.ticktext) == ["Jan", "Feb"]
    assert figure.layout.xaxis.range[0] < "2024-01-01"


def test_one_day_and_no_group_draw_without_an_error() -> None:
    piled([Part("Email", "#111111", [1])], [date(2024, 1, 1)], colours=LIGHT, unit=Unit.COUNT, currency="INR")
    empty = grouped([Part("Q1", "#111111", [])], [], colours=LIGHT, unit=Unit.PERCENT, currency="INR")
    assert list(empty.data[0].y) == []

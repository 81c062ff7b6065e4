from datetime import date

import plotly.graph_objects as go

from layouts.figures.heat import Day, calendar, half_years
from layouts.ui.theme import DARK, LIGHT, Tokens

DAYS = (
    Day(date(2024, 1, 1), 0, 0, "0"),
    Day(date(2024, 1, 2), 0, None, "No row that day"),
    Day(date(2024, 2, 1), 4, 9, "9"),
)


def drawn(*days: Day, high: float = 9, colours: Tokens = LIGHT) -> go.Figure:
    return calendar(days, colours=colours, low=0, high=high)


def test_weeks_are_columns_and_weekdays_rows_from_monday_on_top() -> None:
    cells = drawn(*DAYS).data[0]
    assert (list(cells.x), list(cells.y)) == ([0, 0, 4], [0, 1, 3])
    figure = drawn(*DAYS)
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]
    assert list(figure.layout.yaxis.ticktext) == ["Mon", "Wed", "Fri", "Sun"]
    names = [(name.text, name.x, name.y) for name in figure.layout.annotations]
    assert names == [("Jan", -0.36, -1), ("Feb", 3.64, -1)]


def test_the_weeks_there_are_fill_the_width_but_for_less_than_half_a_year() -> None:
    assert drawn(*DAYS).layout.xaxis.range[1] == 26.55
    assert drawn(*DAYS, Day(date(2024, 9, 30), 39, 1, "")).layout.xaxis.range[1] == 39.55


def test_two_rows_stand_below_each_other_each_of_27_weeks() -> None:
    """8 July 2024 is the Monday of the 28th week, 7 July the Sunday before; 1 October a Tuesday 12 weeks on."""
    days = [Day(date(2024, 7, 7), 26, 1, ""), Day(date(2024, 7, 8), 27, 2, ""), Day(date(2024, 10, 1), 39, None, "")]
    figure = half_years(days, colours=LIGHT, low=0, high=2)
    assert [[*zip(half.x, half.y, strict=True)] for half in figure.data[:2]] == [[(26, 6)], [(0, 9), (12, 10)]]
    assert [list(half.z) for half in figure.data[:2]] == [[1], [2, None]]
    assert [(name.text, name.x, name.y) for name in figure.layout.annotations] == [("Oct", 11.64, 8)]
    assert list(figure.layout.yaxis.ticktext) == 2 * ["Mon", "Wed", "Fri", "Sun"]


def test_a_month_that_begins_in_the_last_week_of_a_row_is_not_named() -> None:
    assert not half_years([Day(date(2024, 7, 1), 26, 1, "")], colours=LIGHT, low=0, high=2).layout.annotations


def test_few_weeks_stand_in_one_row_on_a_phone_too() -> None:
    figure = half_years(DAYS, colours=LIGHT, low=0, high=9)
    assert figure.layout.height == drawn(*DAYS).layout.height
    assert [trace.type for trace in figure.data] == ["heatmap", "scatter"]


def test_a_day_of_0_has_the_lowest_colour_and_a_day_without_a_row_only_an_outline() -> None:
    cells, outlines = drawn(*DAYS).data
    assert list(cells.z) == [0, None, 9]
    assert cells.zmin == 0
    assert cells.colorscale[0] == (0, LIGHT.sequential[0])
    assert (outlines.line.dash, len(outlines.x)) == ("2px,2px", 6)
    assert min(value for value in outlines.y if value is not None) > 0.5
    assert list(cells.hovertext) == ["0", "No row that day", "9"]


def test_a_year_of_one_value_or_of_none_still_has_a_scale() -> None:
    assert drawn(DAYS[0], high=0).data[0].zmax == 1
    assert list(drawn(DAYS[1]).data[0].z) == [None]
    assert list(drawn().data[1].x) == []


def test_more_is_further_from_the_surface_in_both_themes() -> None:
    assert drawn(*DAYS, colours=DARK).data[0].colorscale[-1] == (1, DARK.sequential[-1])

from dataclasses import replace

from layouts.figures.rows import ROW
from layouts.ui.theme import LIGHT
from tests.layouts.figures.ranked import EMAIL, GOOGLE, drawn


def test_rows_have_a_bar_a_tick_with_a_halo_and_their_name() -> None:
    figure = drawn(EMAIL, GOOGLE)
    bars, halo, tick, points = figure.data
    assert bars.x == (861_100_000, 245_000_000)
    assert bars.marker.color == ("rgba(10,160,128,1)", "rgba(44,141,242,1)")
    assert halo.x == tick.x == (386_900_000, 285_900_000)
    assert (halo.marker.line.color, halo.marker.line.width) == (LIGHT.surface, 6)
    assert (tick.marker.line.color, tick.marker.line.width) == (LIGHT.ink_2, 2)
    assert list(points.customdata) == ["Email", "Google Ads"]
    assert figure.layout.yaxis.range == (1.5, -0.5)
    assert figure.layout.height == 2 * ROW


def test_a_filtered_row_is_faded() -> None:
    figure = drawn(EMAIL, replace(GOOGLE, faded=True))
    assert figure.data[0].marker.color == ("rgba(10,160,128,1)", "rgba(44,141,242,0.3)")
    assert {label.font.color for label in figure.layout.annotations[2:]} == {LIGHT.ink_3}
    assert LIGHT.ink_3 in figure.layout.yaxis.ticktext[1]


def test_rows_keep_their_height_in_a_taller_card() -> None:
    figure = drawn(EMAIL, GOOGLE, height=288)
    assert figure.layout.height == 288
    assert figure.layout.yaxis.range == (7.5, -0.5)


def test_a_tick_keeps_clear_of_the_values_beside_it() -> None:
    assert drawn(replace(EMAIL, value=10, before=20)).layout.xaxis.range == (0, 20.4)


def test_negative_values_run_left_from_a_line_at_zero() -> None:
    axis = drawn(EMAIL, replace(GOOGLE, value=-1e7)).layout.xaxis
    assert axis.range == (-10_000_000, 861_100_000)
    assert axis.zeroline
    assert not drawn(EMAIL).layout.xaxis.zeroline


def test_no_rows_make_an_empty_figure() -> None:
    figure = drawn()
    assert figure.layout.annotations == ()
    assert figure.layout.height == ROW

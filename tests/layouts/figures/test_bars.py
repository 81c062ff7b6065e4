import math
from dataclasses import replace

import plotly.graph_objects as go

from layouts.figures.bars import ROW, Bar, ranking, wrapped
from layouts.ui.theme import LIGHT

EMAIL = Bar("Email", 86.11e7, "#0AA080", "₹86.11\u00a0Cr", 38.69e7, "▲\u00a0123\u00a0%", better=True)
GOOGLE = Bar("Google Ads", 24.5e7, "#2C8DF2", "₹24.50\u00a0Cr", 28.59e7, "▼\u00a014\u00a0%", better=False)
DIRECT = Bar("Direct", None, "#686B72", "none")


def drawn(*rows: Bar, height: int | None = None) -> go.Figure:
    return ranking(rows, colours=LIGHT, height=height)


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


def test_values_and_changes_stand_in_columns_that_do_not_overlap() -> None:
    figure = drawn(EMAIL, GOOGLE)
    value, change, *_ = figure.layout.annotations
    assert (value.text, value.font.color, value.xanchor) == ("₹86.11\u00a0Cr", LIGHT.ink, "right")
    assert (change.text, change.font.color, change.xanchor) == ("▲\u00a0123\u00a0%", LIGHT.good, "right")
    assert change.xshift == figure.layout.margin.r
    assert 45 < change.xshift - value.xshift < 75
    assert figure.layout.annotations[3].font.color == LIGHT.bad


def test_a_change_that_is_neither_good_nor_bad_has_no_colour() -> None:
    assert drawn(replace(EMAIL, better=None)).layout.annotations[1].font.color == LIGHT.ink_2


def test_a_row_without_a_value_shows_the_word_and_still_answers_a_click() -> None:
    for value in (None, math.nan):
        figure = drawn(EMAIL, replace(DIRECT, value=value))
        word = figure.layout.annotations[-1]
        assert (word.text, word.x, word.y, word.xref) == ("none", 0, 1, None)
        assert figure.data[0].x == (861_100_000, None)
        assert figure.data[3].customdata[1] == "Direct"


def test_a_filtered_row_is_faded() -> None:
    figure = drawn(EMAIL, replace(GOOGLE, faded=True))
    assert figure.data[0].marker.color == ("rgba(10,160,128,1)", "rgba(44,141,242,0.3)")
    assert {label.font.color for label in figure.layout.annotations[2:]} == {LIGHT.ink_3}
    assert LIGHT.ink_3 in figure.layout.yaxis.ticktext[1]


def test_hover_says_name_value_and_change_unless_told_otherwise() -> None:
    plain, told = drawn(replace(EMAIL, name="A<b>"), replace(EMAIL, hover="<b>₹1</b> of ₹2")).data[3].hovertext
    assert plain == "A&lt;b&gt;<br><b>₹86.11\u00a0Cr</b> (▲\u00a0123\u00a0%)"
    assert told == "<b>₹1</b> of ₹2"


def test_rows_keep_their_height_in_a_taller_card() -> None:
    figure = drawn(EMAIL, GOOGLE, height=288)
    assert figure.layout.height == 288
    assert figure.layout.yaxis.range == (7.5, -0.5)


def test_a_long_name_takes_two_lines_and_no_more() -> None:
    assert wrapped("Organic Search") == "Organic Search"
    assert wrapped("Retargeting of lapsed customers in the South") == "Retargeting of<br>lapsed customers…"


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

import json
import math
from collections.abc import Sequence
from datetime import date, timedelta

import plotly.graph_objects as go
import pytest

from analytics.numbers import Unit
from analytics.trend import Grain
from layouts.figures.lines import Line, Role
from layouts.figures.trend import trend
from layouts.ui.theme import DARK, LIGHT

MONDAYS = [date(2024, 1, 1) + timedelta(weeks=place) for place in range(8)]
NOW = Line("2024", MONDAYS, [4e7, 3e7, 5e7, 2e7, 12.31e7, 3e7, 2e7, 1e7], partial=frozenset(MONDAYS[-1:]))
BEFORE = Line("2023", MONDAYS, [2e7, 3e7, None, 4e7, 5e7, 4e7, 4e7, 4e7], Role.COMPARE)


def drawn(
    lines: Sequence[Line], unit: Unit = Unit.CURRENCY, grain: Grain = Grain.WEEK, currency: str = "INR"
) -> go.Figure:
    return trend(lines, colours=LIGHT, unit=unit, currency=currency, grain=grain)


def said(figure: go.Figure) -> list[list[str]]:
    return [[text.replace("\u00a0", " ") for text in row] for row in figure.data[-1].customdata]


def test_the_current_line_is_filled_and_lies_over_the_comparison() -> None:
    fill, before, solid, dotted, hollow, _ = drawn([NOW, BEFORE]).data
    assert (fill.fill, fill.line.width) == ("toself", 0)
    assert (fill.fillgradient.start, fill.fillgradient.stop) == (0, 12.31e7)
    assert fill.fillgradient.colorscale == ((0, "rgba(11,103,130,0)"), (1, "rgba(11,103,130,0.2)"))
    assert (solid.line.color, solid.line.width) == (LIGHT.accent, 2.25)
    assert (before.line.color, before.line.width) == (LIGHT.compare, 1.5)
    assert solid.x[0] == "2024-01-01"
    assert solid.y[-1] is None
    assert dotted.y[-2:] == (2e7, 1e7)
    assert dotted.y[:-2] == (None,) * 6
    assert hollow.y == (None,) * 7 + (1e7,)
    assert hollow.marker.color == LIGHT.surface


def test_an_incomplete_first_point_is_dotted_too() -> None:
    _, solid, dotted, hollow, _ = drawn([Line("", MONDAYS[:3], [1, 2, 3], partial=frozenset(MONDAYS[:1]))]).data
    assert (solid.y, dotted.y, hollow.y) == ((None, 2, 3), (1, 2, None), (1, None, None))


def test_a_gap_is_not_bridged_and_a_point_between_gaps_is_still_seen() -> None:
    fill, solid, _ = drawn([Line("", MONDAYS[:5], [1, math.nan, 3, 4, None])]).data
    assert solid.y == (1, None, 3, 4, None)
    assert not solid.connectgaps
    assert solid.marker.size == (6, 0, 0, 0, 0)
    assert fill.y == (0, 1, 0, None, 0, 3, 4, 0, None)
    assert fill.x[4:8] == ("2024-01-15", "2024-01-15", "2024-01-22", "2024-01-22")


def test_hover_says_value_change_comparison_and_note() -> None:
    noted = Line(NOW.name, NOW.dates, NOW.values, notes={MONDAYS[7]: "2 of 7 days"})
    figure = drawn([noted, BEFORE])
    assert said(figure)[0] == ["<b>₹4.00 Cr</b> (+100.0 %)", "₹2.00 Cr"]
    assert said(figure)[2] == ["<b>₹5.00 Cr</b>", "n/a"]
    assert said(figure)[7] == ["<b>₹1.00 Cr</b> (−75.0 %, 2 of 7 days)", "₹4.00 Cr"]
    assert figure.data[-1].hovertemplate.startswith("Week of %{x|%-d %b %Y}<br>")
    assert {trace.hoverinfo for trace in figure.data[:-1]} == {"skip"}


def test_a_name_from_the_data_is_neither_markup_nor_template() -> None:
    figure = drawn([Line("<b>%{y}</b>", MONDAYS, NOW.values)])
    assert "&lt;b&gt;%&#123;y}&lt;/b&gt; %{customdata[0]}" in figure.data[-1].hovertemplate


@pytest.mark.parametrize(
    ("grain", "words"), [(Grain.WEEK, "week of 29 Jan"), (Grain.DAY, "29 Jan"), (Grain.MONTH, "Jan")]
)
def test_the_peak_is_labelled(grain: Grain, words: str) -> None:
    (label,) = drawn([NOW, BEFORE], grain=grain).layout.annotations
    assert label.text == f"<b>₹12.31\u00a0Cr</b>  {words}"


def test_an_incomplete_point_or_a_flat_line_is_no_peak() -> None:
    partial = Line("", MONDAYS[:4], [1, 2, 3, 9], partial=frozenset(MONDAYS[3:4]))
    (label,) = drawn([partial], unit=Unit.COUNT).layout.annotations
    assert label.text.startswith("<b>3</b>")
    assert drawn([Line("", MONDAYS, [5] * 8)]).layout.annotations == ()
    assert drawn([Line("", MONDAYS, [-5, -4] * 4)]).layout.annotations == ()


def test_the_axis_carries_units_and_leaves_room_above_the_peak() -> None:
    axis = drawn([NOW, BEFORE]).layout.yaxis
    assert axis.ticktext == ("0", "₹5\u00a0Cr", "₹10\u00a0Cr")
    assert axis.tickvals == (0, 5e7, 10e7)
    assert axis.range[0] == 0
    assert axis.range[1] == pytest.approx(12.31e7 * 1.13)


def test_negative_values_fill_from_zero_and_are_not_cut_off() -> None:
    figure = drawn([Line("", MONDAYS[:3], [-2e7, 4e7, 1e7])])
    scale = figure.data[0].fillgradient.colorscale
    assert [place for place, _ in scale] == [0, pytest.approx(1 / 3, abs=1e-4), 1]
    assert scale[1][1].endswith(",0)")
    assert figure.layout.yaxis.range[0] < -2e7
    assert figure.layout.yaxis.ticktext == ("−₹2\u00a0Cr", "0", "₹2\u00a0Cr", "₹4\u00a0Cr")


def test_split_lines_carry_their_names_at_their_ends_without_a_legend() -> None:
    names = ("Email", "Organic Search")
    lines = [Line(name, MONDAYS, [1e7, 2e7, 3e7, 4e7, 5e7, 6e7, 7e7, None], Role.SPLIT, "#0AA080") for name in names]
    figure = drawn(lines)
    assert [label.text.split("</span> ")[1] for label in figure.layout.annotations] == list(names)
    assert figure.layout.margin.r > 100
    assert not figure.layout.template.layout.showlegend
    assert all(trace.line.width == 2 and trace.fill is None for trace in figure.data[:-1])


@pytest.mark.parametrize("unit", list(Unit))
@pytest.mark.parametrize(
    "lines",
    [
        [],
        [Line("2024", [], [])],
        [Line("2024", MONDAYS, [None] * 8)],
        [Line("2024", MONDAYS, [0.0] * 8)],
        [Line("2024", MONDAYS[:1], [3.0])],
        [Line("2024", MONDAYS[:1], [3.0], partial=frozenset(MONDAYS[:1]))],
        [Line("Email", MONDAYS, [None] * 8, Role.SPLIT, "#0AA080")],
        [Line("2023", MONDAYS, [1.0] * 8, Role.COMPARE)],
    ],
)
def test_little_or_no_data_still_makes_a_figure(lines: list[Line], unit: Unit) -> None:
    figure = trend(lines, colours=DARK, unit=unit, currency="USD", grain=Grain.DAY)
    text = figure.to_json()
    json.loads(text)
    assert "NaN" not in text
    assert "nan" not in text


def test_a_label_under_the_last_point_is_not_cut_off() -> None:
    few = drawn([Line("2024", MONDAYS[:3], [1.0, 2.0, 3.0])])
    many = drawn([Line("2024", [MONDAYS[0] + timedelta(weeks=place) for place in range(48)], [1.0] * 48)])
    assert few.layout.xaxis.ticktext[-1] == "15 Jan"
    assert few.layout.margin.r >= 18
    assert many.layout.margin.r < 10

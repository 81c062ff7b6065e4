import json
from datetime import timedelta

import pytest

from analytics.numbers import Unit
from analytics.trend import Grain
from layouts.figures.lines import Line, Role
from layouts.figures.trend import trend
from layouts.ui.theme import DARK
from tests.layouts.figures.trended import BEFORE, MONDAYS, NOW, drawn


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

import math

import pytest

from layouts.figures.lines import Line
from layouts.ui.theme import LIGHT
from tests.layouts.figures.trended import BEFORE, MONDAYS, NOW, drawn


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


def test_negative_values_fill_from_zero_and_are_not_cut_off() -> None:
    figure = drawn([Line("", MONDAYS[:3], [-2e7, 4e7, 1e7])])
    scale = figure.data[0].fillgradient.colorscale
    assert [place for place, _ in scale] == [0, pytest.approx(1 / 3, abs=1e-4), 1]
    assert scale[1][1].endswith(",0)")
    assert figure.layout.yaxis.range[0] < -2e7
    assert figure.layout.yaxis.ticktext == ("−₹2\u00a0Cr", "0", "₹2\u00a0Cr", "₹4\u00a0Cr")

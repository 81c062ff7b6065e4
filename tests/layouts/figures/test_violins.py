from collections.abc import Sequence

import plotly.graph_objects as go
import pytest

from layouts.figures.violins import Half, Violin, violins
from layouts.ui.theme import LIGHT

LEFT = Half((1.0, 2.0, 3.0), (0.1, 0.8, 0.1), 2.0, "left")
RIGHT = Half((2.0, 3.0), (0.4, 0.4), 2.5, "right")
NONE = Half([], [], None, "")


def drawn(categories: Sequence[Violin]) -> go.Figure:
    return violins(categories, colours=LIGHT, left="#111111", right="#222222", low=1, high=5)


def test_halves_lie_on_their_own_side_and_the_densest_is_as_wide_as_it_gets() -> None:
    left, right = drawn([Violin("Passive", (), LEFT, RIGHT)]).data[:2]
    assert max(left.x) <= 0 <= min(right.x)
    assert -min(left.x) == pytest.approx(0.452)
    assert max(right.x) == pytest.approx(0.232)
    assert (left.hoveron, left.text, left.fill) == ("fills", "left", "toself")


def test_each_category_is_as_wide_as_it_gets_by_itself() -> None:
    thin = Half(LEFT.values, (0.01, 0.02, 0.01), 2.0, "")
    curves = drawn([Violin("A", (), LEFT, NONE), Violin("B", (), thin, NONE)]).data[:2]
    assert -min(curves[0].x) == pytest.approx(1 - min(curves[1].x))


def test_the_median_is_a_line_at_its_height() -> None:
    medians = drawn([Violin("Passive", (), LEFT, RIGHT)]).data[2:]
    assert [tuple(line.y) for line in medians] == [(2.0, 2.0), (2.5, 2.5)]


def test_an_empty_half_leaves_its_side_empty_and_names_are_literal() -> None:
    shown = drawn([Violin("<b>", ("n 3 | 0",), LEFT, NONE), Violin("B", (), NONE, NONE)])
    assert len(shown.data) == 2
    assert "&lt;b&gt;" in shown.layout.xaxis.ticktext[0]
    assert shown.layout.xaxis.ticktext[0].endswith("<br>n 3 | 0")
    assert len(drawn([]).data) == 0

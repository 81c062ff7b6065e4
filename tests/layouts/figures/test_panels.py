from datetime import date
from itertools import pairwise

import plotly.graph_objects as go
import pytest

from analytics.numbers import Unit
from analytics.trend import Grain
from layouts.figures.panels import Panel, height, panels
from layouts.ui.theme import LIGHT

MONTHS = [date(2024, month, 1) for month in (1, 2, 3)]
FIRST = (14.0, None, 7.0)


def drawn(count: int, months: int = 3) -> go.Figure:
    given = [
        Panel(
            f"<{place}>", "1.40×", "7 of 5", MONTHS[:months], [14.0, None, 7.0][:months], [10.0] * months, ["hover"] * 3
        )
        for place in range(count)
    ]
    return panels(given, colours=LIGHT, unit=Unit.COUNT, currency="INR", grain=Grain.MONTH)


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_panels_stand_below_each_other_without_touching(count: int) -> None:
    layout = drawn(count).layout
    domains = [layout[name].domain for name in ("yaxis", "yaxis2", "yaxis3", "yaxis4")[:count]]
    assert all(lower < upper for lower, upper in domains)
    assert all(one[0] > other[1] for one, other in pairwise(domains))
    assert (domains[0][1], domains[-1][0]) == (1, 0)
    assert layout.height == height(count)


def test_all_are_on_one_scale_and_the_lowest_names_the_months() -> None:
    layout = drawn(2).layout
    assert layout.yaxis.range == layout.yaxis2.range
    assert layout.yaxis.range[1] > 14
    assert (layout.xaxis.showticklabels, layout.xaxis2.showticklabels) == (False, True)


def test_the_first_amount_is_the_accent_the_second_ink_and_a_gap_stays_one() -> None:
    between, second, first = drawn(1).data
    assert (first.line.color, second.line.color) == (LIGHT.accent, LIGHT.ink_2)
    assert list(first.y) == [14, None, 7]
    assert list(between.y) == [14, 10, None, 7, 10, None]


def test_a_single_day_is_a_dot() -> None:
    assert {trace.mode for trace in drawn(1, months=1).data[1:]} == {"markers"}


def test_names_are_shown_literally() -> None:
    assert drawn(1).layout.annotations[0].text == "<b>&lt;0&gt;</b>  1.40×"

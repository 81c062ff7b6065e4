import re

import pandas as pd
import pytest

from analytics.customers import SEGMENT
from analytics.spread import TrendLine
from layouts.figures.cloud import TREND
from layouts.ui.cloud_axes import Axes
from layouts.ui.cloud_card import cloud_card
from tests.layouts.ui.drawn import DRAWING, Card, figure, keys, note, table, title
from tests.layouts.ui.people import EXACT

AXES = Axes("income", "lifetime_value", "Income", "Lifetime value", (0, 100_000), (0, 5_000))
ROWS = pd.DataFrame(
    {
        "customer_id": ["C1", "C2", "<b>"],
        "age": [30.0, float("nan"), 50.0],
        "region": ["North", None, "West"],
        "city_tier": ["Tier 1", "Tier 2", "Tier 1"],
        "acquisition_channel": ["Email", "Email", "Fax"],
        SEGMENT: ["Loyal", "New", None],
        "total_purchases": [3.0, float("nan"), 1.0],
        "income": [50_000.0, 60_000.0, 200_000.0],
        "lifetime_value": [1_234.5, 2_000.0, 3_000.0],
    }
)
LINE = TrendLine(3, 0.01, 1_000, 0.47)


def drawn(line: TrendLine = LINE) -> Card:
    return cloud_card(ROWS, AXES, SEGMENT, line, 2, DRAWING, EXACT)


def test_the_table_has_a_row_for_each_customer_with_all_that_hover_tells() -> None:
    headings, rows = table(drawn())
    assert headings == [
        "Customer", "Income", "Lifetime value", "Segment", "Age", "Region", "City tier", "Acquired through",
        "Purchases",
    ]  # fmt: skip
    assert rows[0] == ["C1", 50_000, 1_234.5, "Loyal", 30, "North", "Tier 1", "Email", 3]
    assert rows[1] == ["C2", 60_000, 2_000, "New", None, None, "Tier 2", "Email", None]
    assert rows[2][3] == "Not reported"


def test_hover_names_cells_that_the_table_has() -> None:
    told = [trace.hovertemplate for trace in figure(drawn()).data if trace.mode == "markers"]
    assert len(told) == 3
    assert {int(place) for place in re.findall(r"customdata\[(\d)\]", told[0])} == set(range(9))


def test_members_have_their_colours_and_who_has_none_is_named() -> None:
    assert keys(drawn()) == ["Loyal ", "New ", "Not reported "]


def test_the_note_tells_the_line_the_silent_and_who_lies_beyond_the_axes() -> None:
    assert note(drawn()) == (
        "2 customers report no income or no lifetime value. Least-squares line over n = 3: R² = 0.47. "
        "1 beyond the axes, which end where 99.5 % lie below."
    )


def test_the_line_is_drawn_inside_the_plot() -> None:
    steep = figure(drawn(TrendLine(3, 0.1, -1_000, 0.5))).data[-1]
    assert steep.meta == TREND
    assert tuple(steep.x) == pytest.approx((10_000, 60_000))
    assert tuple(steep.y) == pytest.approx((0, 5_000))
    falling = figure(drawn(TrendLine(3, -0.1, 6_000, 0.5))).data[-1]
    assert tuple(falling.x) == pytest.approx((10_000, 60_000))
    flat = figure(drawn(TrendLine(3, 0.0, 500, 0.0))).data[-1]
    assert (tuple(flat.x), tuple(flat.y)) == ((0, 100_000), (500, 500))


def test_without_a_line_it_says_why() -> None:
    none = drawn(TrendLine(2, reason="a trend line needs at least 3 points"))
    assert "No trend line: a trend line needs at least 3 points." in note(none)
    assert title(none) == "Does lifetime value go with income?"
    assert not [trace for trace in figure(none).data if trace.meta == TREND]

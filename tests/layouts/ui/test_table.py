import math
from typing import Any

import pytest
from dash.development.base_component import Component

from analytics.metrics import metric
from layouts.ui.table import Heading, Row, bar, table, written
from tests.analytics.frames import row, rows
from tests.layouts.ui.drawn import DRAWING
from tests.layouts.ui.parts import attribute, having, parts, text

HEADINGS = (Heading("Campaign", "/c?sort=name", number=False), Heading("Revenue", "/c?order=ascending", "descending"))
ROWS = (Row("Spring", "Email, Brand", ["₹60"], "#111111", 1), Row("Autumn", "Direct, Sale", ["₹30"], "#222222", 0.5))
SHOWN = table("Campaigns", HEADINGS, ROWS, ["All 2", "₹90"])


def tags(name: str) -> list[Any]:
    return [part for part in parts(SHOWN) if type(part).__name__ == name]


def test_it_has_headings_rows_and_totals_in_their_places() -> None:
    assert [text(part) for part in tags("Thead")] == ["CampaignRevenue ▾"]
    assert [text(part) for part in tags("Tfoot")] == ["All 2₹90"]
    assert len(tags("Tr")) == 4
    assert {attribute(part, "scope") for part in tags("Th")} == {"row", "col"}


def test_a_heading_sorts_by_its_link_and_says_how_it_is_sorted() -> None:
    links = [(part.href, attribute(part, "data-stay")) for part in parts(SHOWN) if type(part).__name__ == "A"]
    assert links == [("/c?sort=name", ""), ("/c?order=ascending", "")]
    states = [attribute(part, "aria-sort") for part in parts(SHOWN) if getattr(part, "scope", "") == "col"]
    assert states == [None, "descending"]


def test_the_sorted_column_has_bars_to_scale() -> None:
    widths = [bar.children.style["width"] for bar in having(SHOWN, "nm-bar")]
    assert widths == ["100.0%", "50.0%"]


def test_numbers_are_on_the_right_and_a_name_has_what_a_phone_shows_below_it() -> None:
    assert len(having(SHOWN, "nm-number")) == 4
    assert [text(part) for part in having(SHOWN, "nm-below")] == ["Email, Brand", "Direct, Sale"]
    assert [part.style["color"] for part in having(SHOWN, "nm-swatch")] == ["#111111", "#222222"]


def test_the_name_of_a_file_breaks_after_an_underscore_and_reads_unbroken() -> None:
    drawn = table("Files", [Heading("Table", number=False)], [Row("States", "geographic_data.csv", [])], ["All"])
    (below,) = having(drawn, "nm-below")
    assert text(below) == "geographic_data.csv"
    assert [type(part).__name__ for part in parts(below)].count("Wbr") == 1


def test_it_scrolls_in_a_region_that_a_keyboard_reaches() -> None:
    assert tuple(attribute(SHOWN, name) for name in ("role", "tabIndex", "aria-label")) == (
        "region",
        "0",
        "Campaigns, the table",
    )


def test_a_heading_without_a_link_is_words_with_their_help() -> None:
    shown = table("Regions", [Heading("Region", number=False), Heading("CTR", help="Clicks per impression.")], [], [])
    assert [attribute(part, "title") for part in parts(shown) if type(part).__name__ == "Th"] == [
        None,
        "Clicks per impression.",
    ]
    assert not [part for part in parts(shown) if type(part).__name__ == "A"]


@pytest.mark.parametrize(
    ("name", "value", "words", "title"),
    [
        ("revenue", 0, "₹0", None),
        ("spend", 0, "none", "No ad spend"),
        ("cpa", 0, "none", "No ad spend"),
        ("roas", math.nan, "n/a: spend is 0", "Spend is 0"),
    ],
)
def test_a_cell_tells_nothing_spent_from_0_and_from_what_is_not_there(
    name: str, value: float, words: str, title: str | None
) -> None:
    content = written(metric(name), value, rows(row("2024-01-01", revenue=1, conversions=2)), DRAWING)
    assert text(content) == words
    assert (attribute(content, "title") if isinstance(content, Component) else None) == title


def test_a_bar_is_a_share_of_the_largest_and_none_where_there_is_none() -> None:
    assert [bar(5, 10), bar(-5, 10), bar(5, 0), bar(math.nan, 10)] == [0.5, 0, 0, 0]

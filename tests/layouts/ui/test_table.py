from typing import Any

from layouts.ui.table import Heading, Row, table
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


def test_it_scrolls_in_a_region_that_a_keyboard_reaches() -> None:
    assert tuple(attribute(SHOWN, name) for name in ("role", "tabIndex", "aria-label")) == (
        "region",
        "0",
        "Campaigns, the table",
    )

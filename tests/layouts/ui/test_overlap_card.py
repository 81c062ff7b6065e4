from dash import html

from layouts.ui.overlap_card import Claim, overlap_card
from tests.layouts.ui.parts import attribute, parts, text


def test_each_table_has_a_line_that_says_of_what_days_it_is() -> None:
    claims = [
        Claim("Campaigns", "revenue", "2024", "₹5", ""),
        Claim("States", "total revenue", "no days", "₹4", "−20 %"),
    ]
    card = overlap_card("Revenue: between ₹4 and ₹5", "As each file says", claims)
    lines = [text(part) for part in parts(card) if isinstance(part, html.Tr)]
    assert lines == ["TableTotalBeside the first", "Campaignsrevenue, 2024₹5", "Statestotal revenue, no days₹4−20 %"]
    assert attribute(card, "aria-label") == "Revenue: between ₹4 and ₹5"
    assert [attribute(part, "scope") for part in parts(card) if isinstance(part, html.Th)] == ["col"] * 3 + ["row"] * 2

from dash import html

from layouts.ui.missing import missing_table, nothing_in_view
from tests.layouts.ui.parts import parts, text


def test_a_page_without_its_table_names_it() -> None:
    shown = missing_table("Executive overview", "campaign_performance")
    said = text(shown)
    assert [text(part) for part in parts(shown) if isinstance(part, html.H1)] == [
        "This page needs campaign_performance"
    ]
    assert said.startswith("This page needs campaign_performance")
    assert "Executive overview is computed from campaign_performance" in said


def test_a_view_without_rows_says_why_and_how_to_leave_it() -> None:
    shown = nothing_in_view("/campaigns")
    assert text(shown).startswith("Nothing in this view")
    assert [part.href for part in parts(shown) if hasattr(part, "href")] == ["/campaigns"]

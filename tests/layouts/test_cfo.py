from layouts.cfo import CARDS, PAGE, QUESTION, SITE, layout
from layouts.ui.ad_page import Part
from tests.layouts.ui.openings import opening
from tests.layouts.ui.parts import attribute, having, text


def test_it_asks_what_the_money_returns_at_an_address_of_its_own() -> None:
    shown = layout(opening("", PAGE))
    assert (PAGE.destination.path, SITE.id(Part.TABLE)) == ("/cfo", "cfo-table")
    assert QUESTION in text(shown)
    assert {"spend", "profit", "roi"} <= {*CARDS}


def test_its_charts_lead_from_revenue_to_profit() -> None:
    charts = having(layout(opening("", PAGE)), "nm-chart")
    assert [attribute(chart, "aria-label") for chart in charts][:3] == [
        "Ad spend against revenue", "From revenue to profit", "Side by side",
    ]  # fmt: skip

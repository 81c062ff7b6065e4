from layouts.cmo import CARDS, PAGE, QUESTION, SITE, layout
from layouts.ui.ad_page import Part
from tests.layouts.ui.openings import opening
from tests.layouts.ui.parts import attribute, having, text


def test_it_asks_whom_the_platforms_reach_at_an_address_of_its_own() -> None:
    shown = layout(opening("", PAGE))
    assert (PAGE.destination.path, SITE.id(Part.TABLE)) == ("/cmo", "cmo-table")
    assert QUESTION in text(shown)
    assert {"daily_reach", "engagement_rate", "ctr"} <= {*CARDS}


def test_its_metric_is_chosen_over_time_and_its_members_stand_beside() -> None:
    charts = having(layout(opening("", PAGE)), "nm-chart")
    assert [attribute(chart, "aria-label") for chart in charts][:2] == ["Over time", "Side by side"]

from analytics.metrics import metric
from layouts.ui.running_card import running_card
from tests.analytics.frames import NOT_REPORTED, facts, period, row
from tests.layouts.ui.drawn import DRAWING, caption, figure, keys, note, plain, table, title

DAYS = period("2024-01-01", "2024-01-03")
CONVERSIONS = metric("conversions")


def test_areas_add_up_to_the_totals_largest_at_the_bottom_by_hand() -> None:
    rows = (
        row("2024-01-01", "Direct", conversions=1),
        row("2024-01-02", conversions=4),
        row("2024-01-03", conversions=2),
    )
    drawn = running_card(CONVERSIONS, facts(rows, DAYS), "channel", DRAWING)
    assert table(drawn) == (
        ["Up to", "Email", "Direct"],
        [["2024-01-01", 0, 1], ["2024-01-02", 4, 1], ["2024-01-03", 6, 1]],
    )
    assert [trace.name for trace in figure(drawn).data][:2] == ["Email", "Direct"]
    assert keys(drawn) == ["Email 6", "Direct 1"]
    assert title(drawn) == "Email makes up 86 % of conversions"
    assert caption(drawn) == "Conversions so far, by channel, 1–3 Jan 2024"


def test_a_channel_that_reports_none_is_named() -> None:
    rows = (row("2024-01-01", conversions=1), row("2024-01-01", "Fax", conversions=NOT_REPORTED))
    drawn = running_card(CONVERSIONS, facts(rows, DAYS), "channel", DRAWING)
    assert note(drawn) == "Fax: conversions not reported."
    assert table(drawn)[0] == ["Up to", "Email"]


def test_nothing_reported_at_all_says_why() -> None:
    drawn = running_card(CONVERSIONS, facts((row("2024-01-01", conversions=NOT_REPORTED),), DAYS), "channel", DRAWING)
    assert "conversions not reported" in plain(drawn["note"])
    assert drawn["twin"] is None

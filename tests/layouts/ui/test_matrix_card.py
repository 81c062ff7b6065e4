import pytest

from layouts.ui.matrix_card import matrix_card
from tests.analytics.frames import Row, facts, period, row
from tests.layouts.ui.drawn import DRAWING, Card, caption, figure, note, table, title

JANUARY = period("2024-01-01", "2024-01-31")
EMAIL = row("2024-01-01", impressions=1000, clicks=200, conversions=20, spend=50, revenue=100)
DIRECT = row("2024-01-02", "Direct", impressions=1000, clicks=100, conversions=30)
FAX = row("2024-01-02", "Fax", impressions=90, clicks=80, conversions=1, spend=5)


def card(*rows: Row, chosen: tuple[str, ...] = ()) -> Card:
    return matrix_card(facts(rows, JANUARY), "channel", DRAWING, chosen)


def test_a_channel_stands_where_its_rates_are_by_hand() -> None:
    marks = figure(card(EMAIL, DIRECT)).data[0]
    assert list(zip(marks.customdata, marks.x, marks.y, strict=True)) == [("Email", 0.2, 0.1), ("Direct", 0.1, 0.3)]
    assert title(card(EMAIL, DIRECT)) == "Email has the highest CTR, Direct the highest CVR"
    assert note(card(EMAIL, DIRECT)) == "No ad spend for Direct: a small ring."


def test_hover_has_every_metric_with_the_interval_of_rates() -> None:
    said = figure(card(EMAIL, DIRECT)).data[0].hovertext[0].replace("\u00a0", " ")
    assert "Revenue <b>₹100.00</b>" in said
    assert "ROAS <b>2.0×</b>" in said
    assert "CTR <b>20.0 %</b> (95 %: 17.64 % to 22.59 %)" in said


def test_with_a_channel_chosen_the_others_stay_and_fade() -> None:
    marks = figure(card(EMAIL, DIRECT, chosen=("Direct",))).data[0]
    assert list(marks.textfont.color) == [DRAWING.colours.ink_3, DRAWING.colours.ink]
    assert table(card(EMAIL, DIRECT, chosen=("Direct",))) == table(card(EMAIL, DIRECT))


def test_what_is_too_thin_is_pale_and_leads_nothing() -> None:
    drawn = card(EMAIL, DIRECT, FAX)
    assert title(drawn) == "Email has the highest CTR, Direct the highest CVR"
    assert "Fewer than 100 impressions or clicks for Fax: pale, not ranked." in note(drawn)


def test_a_channel_without_a_rate_is_named_and_in_the_table() -> None:
    drawn = card(EMAIL, row("2024-01-02", "Direct"))
    assert note(drawn) == "Not placed, CTR or CVR is n/a: Direct."
    assert [cells[0] for cells in table(drawn)[1]] == ["Direct", "Email"]
    assert caption(drawn).startswith("CTR and CVR by channel, size is ad spend")


@pytest.mark.parametrize("rows", [(), (row("2024-01-02"),), (EMAIL,)])
def test_one_or_none_asks_instead_of_claiming(rows: tuple[Row, ...]) -> None:
    assert title(card(*rows)) == "Which channel is clicked, and which converts?"

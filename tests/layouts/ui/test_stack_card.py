import pytest

from analytics.metrics import metric
from layouts.ui.stack_card import Stacking, stack_card
from tests.analytics.frames import NOT_REPORTED, Row, facts, period, row
from tests.layouts.ui.drawn import DRAWING, Card, caption, figure, keys, note, table, title

QUARTER = period("2024-01-01", "2024-03-15")
ROWS = (
    row("2024-01-10", "Email", spend=30),
    row("2024-01-11", "Direct", spend=10),
    row("2024-03-01", "Email", spend=20),
)


def card(stacking: Stacking = Stacking.AMOUNT, rows: tuple[Row, ...] = ROWS) -> Card:
    return stack_card(metric("spend"), facts(rows, QUARTER), "channel", stacking, DRAWING, ("Direct", "Email", "Fax"))


def test_each_month_is_a_stack_largest_member_first_by_hand() -> None:
    headings, cells = table(card())
    assert headings == ["Month starting", "Email", "Direct"]
    assert cells == [["2024-01-01", 30, 10], ["2024-02-01", None, None], ["2024-03-01", 20, None]]
    assert keys(card()) == ["Email ₹50.00", "Direct ₹10.00"]
    assert title(card()) == "Email makes up 83 % of ad spend"
    assert [list(bar.y) for bar in figure(card()).data] == [[30, None, 20], [10, None, None]]


def test_shares_are_of_the_month_s_sum() -> None:
    drawn = card(Stacking.SHARE)
    assert table(drawn)[1] == [["2024-01-01", 0.75, 0.25], ["2024-02-01", None, None], ["2024-03-01", 1, None]]
    assert ", 100 % a month;" in caption(drawn)
    assert figure(drawn).layout.yaxis.ticktext[-1].replace("\u00a0", " ") == "100 %"


def test_hover_gives_the_amount_and_the_share_whatever_is_drawn() -> None:
    for stacking in Stacking:
        said = figure(card(stacking)).data[0].hovertext[0].replace("\u00a0", " ")
        assert said == "<b>₹30.00</b> Email<br>75.0 % of Jan 2024"


def test_a_click_on_a_bar_is_told_its_member() -> None:
    assert [list(bar.customdata) for bar in figure(card()).data] == [["Email"] * 3, ["Direct"] * 3]


def test_colours_belong_to_the_members_of_the_whole_table() -> None:
    alone = card(rows=(ROWS[0],))
    assert figure(alone).data[0].marker.color == figure(card()).data[0].marker.color == DRAWING.colours.categories[1]


def test_a_month_partly_in_view_is_hatched_and_named() -> None:
    assert note(card()) == "Mar 2024 has 15 of 31 days: hatched."
    assert list(figure(card()).data[0].marker.pattern.shape) == ["", "", "/"]


@pytest.mark.parametrize("stacking", Stacking)
@pytest.mark.parametrize("spend", [0, NOT_REPORTED])
def test_nothing_spent_or_reported_draws_and_shows_no_nan(stacking: Stacking, spend: float) -> None:
    drawn = card(stacking, (row("2024-01-10", spend=spend),))
    assert "nan" not in str(figure(drawn).to_json()).lower()
    assert "nan" not in str(drawn["head"]).lower() + str(drawn["twin"])

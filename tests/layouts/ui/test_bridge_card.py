from layouts.ui.bridge_card import WIDEST, bridge_card
from tests.layouts.ui.adrows import NAN, ads
from tests.layouts.ui.drawn import DRAWING, figure, note, table, title

LOSS = ads(("2024-02-01", "Mobile", 100, 60, 90, 1, 2), ("2024-02-02", "Mobile", 100, 60, 10, 1, 3))


def test_the_table_is_the_way_from_revenue_to_what_is_left() -> None:
    assert table(bridge_card(LOSS, DRAWING)) == (
        ["Step", "Amount"],
        [
            ["Revenue", 200.0],
            ["Deducted in the file", -100.0],
            ["Profit, as reported", 100.0],
            ["Ad spend", -120.0],
            ["Reported profit after ad spend", -20.0],
        ],
    )


def test_bars_that_are_taken_off_start_where_the_one_before_ends() -> None:
    (bars,) = figure(bridge_card(LOSS, DRAWING)).data
    assert list(bars.base) == [0, 200, 0, 100, 0]
    assert list(bars.x) == [200, -100, 100, -120, -20]
    assert list(bars.marker.color)[-1] == DRAWING.colours.bad


def test_what_hover_says_of_a_step_is_no_wider_than_a_phone() -> None:
    (bars,) = figure(bridge_card(LOSS, DRAWING)).data
    assert max(len(line) for box in bars.hovertext for line in box.split("<br>")[1:]) <= WIDEST
    assert "ad spend" in bars.hovertext[-1].replace("<br>", " ")


def test_the_title_says_what_is_left() -> None:
    gain = ads(("2024-02-01", "Mobile", 100, 10, 30, 1, 1))
    assert title(bridge_card(LOSS, DRAWING)) == "Ad spend exceeded reported profit by ₹20.00 in Feb 2024"
    assert title(bridge_card(gain, DRAWING)) == "₹20.00 of reported profit is left after ad spend in Feb 2024"


def test_the_note_says_what_each_profit_deducts() -> None:
    assert "on 1 of 2 days it is more than revenue less ad spend" in note(bridge_card(LOSS, DRAWING))
    assert "ad spend alone, without the file's deductions, is ₹80.00." in note(bridge_card(LOSS, DRAWING))
    unsure = ads(("2024-02-01", "Mobile", 100, 10, 30, 1, 1))
    assert "the file does not say" in note(bridge_card(unsure, DRAWING))


def test_without_a_profit_column_it_says_so() -> None:
    card = bridge_card(ads(("2024-02-01", "Mobile", 100, 60, NAN, 1, 2)), DRAWING)
    assert note(card).startswith("The file reports no profit")
    assert title(card) == "₹40.00 of profit is left after ad spend in Feb 2024"


def test_rows_that_report_only_a_part_are_counted() -> None:
    card = bridge_card(ads(("2024-02-01", "A", 9, 6, 5, 1, 2), ("2024-02-01", "A", 9, 6, NAN, 1, 3)), DRAWING)
    assert note(card).endswith("3 of 5 rows are left out: they do not report every amount of it.")


def test_nothing_reported_is_said() -> None:
    card = bridge_card(ads(("2024-02-01", "A", 9, NAN, NAN, 1, 2)), DRAWING)
    assert (table(card)[1], note(card)) == ([], "n/a: no row reports revenue and ad spend together.")

from dataclasses import replace

import pytest

from analytics.comparison import Facts
from analytics.product_metrics import product_metric
from analytics.products import CATEGORY
from analytics.reading import Dimension
from layouts.ui.quarters_card import MOST, quarters_card
from tests.analytics.shelves import Row, shelf
from tests.layouts.ui.drawn import DRAWING, Card, figure, keys, note, table, title

BY = Dimension(CATEGORY, CATEGORY, "category")
COLOURED = replace(DRAWING, channels={"Tech": "#111111", "Wear": "#222222"})


def sold(category: str, quarter: str, sales: float, profit: float) -> Row:
    return category, "S", "P", "West", quarter, sales, profit, 1.0


ROWS = shelf(
    sold("Tech", "Q1 2024", 100, 10),
    sold("Tech", "Q4 2023", 50, 20),
    sold("Wear", "Q1 2024", 30, 3),
    sold("Wear", "Q1 2024", 30, 9),
    sold("Tech", "Summer", 0, 0),
)


def card(name: str, rows: object = ROWS) -> Card:
    return quarters_card(product_metric(name), Facts.undated(rows), BY, COLOURED)  # type: ignore[arg-type]


def test_quarters_stand_in_order_and_what_is_none_last() -> None:
    headings, rows = table(card("sales"))
    assert headings == ["Quarter", "Tech", "Wear"]
    assert rows == [["Q4 2023", 50, None], ["Q1 2024", 100, 60], ["Summer", 0, None]]
    assert list(figure(card("sales")).layout.xaxis.ticktext) == ["Q4 2023", "Q1 2024", "Summer"]


def test_a_bar_is_a_ratio_of_sums_in_the_member_s_colour() -> None:
    bars = {bar.name: bar for bar in figure(card("margin")).data}
    wear = bars["Wear"]
    assert (bars["Tech"].marker.color, wear.marker.color) == ("#111111", "#222222")
    assert list(wear.y) == [None, 0.2, None]
    assert wear.hovertext[1].replace("\u00a0", " ") == "<b>20.0 %</b><br>Wear, Q1 2024"


def test_the_highest_quarter_is_the_finding_and_keys_give_the_whole() -> None:
    assert title(card("sales")) == "Sales were highest in Q1 2024: ₹160.00"
    assert title(card("margin")) == "Margin was highest in Q4 2023: 40.0 %"
    assert keys(card("sales")) == ["Tech ₹150.00", "Wear ₹60.00"]


def test_one_quarter_or_equal_ones_have_no_highest() -> None:
    one = ROWS[ROWS["quarter"] == "Q1 2024"]
    assert title(card("sales", one)) == "How did sales move from quarter to quarter?"


def test_what_has_no_value_is_counted_and_says_why() -> None:
    shown = card("margin")
    tech = next(bar for bar in figure(shown).data if bar.name == "Tech")
    assert tech.hovertext[2] == "n/a: sales is 0<br>Tech, Summer"
    assert note(shown) == "1 bars are n/a; the table shows which."


@pytest.mark.parametrize("name", ["sales", "margin"])
def test_more_members_than_fit_are_one_in_the_end(name: str) -> None:
    rows = shelf(*(sold(f"C{at}", "Q1 2024", 10 * (at + 1), 10) for at in range(MOST + 2)))
    headings, cells = table(card(name, rows))
    assert len(headings) == MOST + 1
    assert headings[-1] == "3 others"
    # Of sales the three smallest are 10, 20 and 30; of margins those of the largest sales, 60, 70 and 80.
    assert cells[0][-1] == {"sales": 60, "margin": pytest.approx(30 / 210)}[name]

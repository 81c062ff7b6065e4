from dataclasses import replace

import pytest

from analytics.comparison import Facts
from analytics.product_metrics import product_metric
from analytics.products import CATEGORY
from analytics.reading import Dimension
from layouts.ui.quarters_card import MOST, quarters_card
from tests.analytics.shelves import Row, shelf
from tests.layouts.ui.drawn import DRAWING, Card, caption, figure, keys, note, table, title

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


def card(name: str, rows: object = ROWS, *chosen: str, fiscal_start: int = 0) -> Card:
    facts = Facts.undated(rows)  # type: ignore[arg-type]
    return quarters_card(product_metric(name), facts, BY, COLOURED, chosen, fiscal_start=fiscal_start)


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
    assert note(shown) == "1 bar is n/a; the table shows which."


@pytest.mark.parametrize("name", ["sales", "margin"])
def test_more_members_than_fit_are_one_in_the_end(name: str) -> None:
    rows = shelf(*(sold(f"C{at}", "Q1 2024", 10 * (at + 1), 10) for at in range(MOST + 2)))
    headings, cells = table(card(name, rows))
    assert len(headings) == MOST + 1
    assert headings[-1] == "3 others"
    # Of sales the three smallest are 10, 20 and 30; of margins those of the largest sales, 60, 70 and 80.
    assert cells[0][-1] == {"sales": 60, "margin": pytest.approx(30 / 210)}[name]


def test_a_bar_filters_by_its_quarter_and_the_others_stay_faded() -> None:
    tech, wear = figure(card("sales", ROWS, "Q1 2024")).data
    assert list(tech.customdata) == list(wear.customdata) == ["Q4 2023", "Q1 2024", "Summer"]
    assert list(tech.marker.color) == ["rgba(17,17,17,0.3)", "rgba(17,17,17,1)", "rgba(17,17,17,0.3)"]
    assert keys(card("sales", ROWS, "Q1 2024")) == ["Tech ₹100.00", "Wear ₹60.00"]
    assert caption(card("sales")).endswith("select one to filter by its quarter")


def test_fiscal_quarters_are_the_same_ones_by_other_names() -> None:
    shown = card("sales", fiscal_start=4)
    assert [row[0] for row in table(shown)[1]] == ["Q3 FY24 (Oct–Dec)", "Q4 FY24 (Jan–Mar)", "Summer"]
    assert list(figure(shown).layout.xaxis.ticktext) == ["Q3 FY24<br>(Oct–Dec)", "Q4 FY24<br>(Jan–Mar)", "Summer"]
    assert title(shown) == "Sales were highest in Q4 FY24 (Jan–Mar): ₹160.00"
    tech = figure(shown).data[0]
    assert tech.hovertext[0] == "<b>₹50.00</b><br>Tech, Q3 FY24 (Oct–Dec)"
    assert list(tech.customdata) == ["Q4 2023", "Q1 2024", "Summer"]
    assert caption(shown).startswith("Sales by fiscal quarter and category")


def test_quarters_that_no_fiscal_year_from_that_month_has_keep_their_names() -> None:
    shown = card("sales", fiscal_start=2)
    assert table(shown) == table(card("sales"))
    assert note(shown) == "Fiscal years from February on have other quarters, so these keep their names."

import pandas as pd

from analytics.products import named, of_products, products, thin
from layouts.ui.listing import Listing
from layouts.ui.product_table import product_file, product_table
from tests.analytics.shelves import product, shelf
from tests.layouts.ui.drawn import DRAWING, Card, caption, plain, table, title
from tests.layouts.ui.parts import having, parts

ROWS = shelf(
    product("Tech", "Phones", "Case", 400, 20),
    product("Tech", "Phones", "Cable", 300, 30),
    product("Wear", "Men", "Shirt", 200, 100),
    product("Wear", "Kids", "Cap", 100, 60),
)


def listing(by: str = "sales", ascending: bool = False, page: int = 1) -> Listing:
    return Listing(by, ascending, page, "", lambda to: f"{to.by} {'up' if to.ascending else 'down'} {to.page}")


def card(rows: pd.DataFrame = ROWS, asked: Listing | None = None) -> Card:
    found = thin(products(named(rows)))
    return product_table(found, rows, of_products(rows, found.products), asked or listing(), DRAWING)


def names(shown: Card) -> list[str]:
    return [plain(name) for name in having(shown["rows"], "nm-name")]


def test_the_finding_says_how_many_how_much_and_at_what_margin() -> None:
    # The medians are 250 of sales and (10 + 50) / 2 = 30 % of margin.
    assert title(card()) == "2 products bring 70 % of sales at under 11 % margin"
    assert caption(card()) == "Sales above ₹250.00 and margin below 30.0 %, the medians of the products in view"
    assert names(card()) == ["Case", "Cable"]


def test_what_it_says_of_the_margin_is_true_of_the_highest() -> None:
    rows = ROWS.assign(profit=[20.0, 42.0, 100.0, 60.0])
    assert title(card(rows)).endswith("at under 15 % margin")


def test_totals_are_ratios_of_sums() -> None:
    (foot,) = [part for part in parts(card()["rows"]) if type(part).__name__ == "Tfoot"]
    assert plain(foot).startswith("Together₹700.00₹50.007.1 %2")


def test_it_is_sorted_by_words_from_a_and_by_numbers_from_the_largest() -> None:
    assert names(card(asked=listing("product_name", ascending=True))) == ["Cable", "Case"]
    links = [part.href for part in parts(card()["rows"]) if type(part).__name__ == "A"]
    assert links[:4] == ["product_name up 1", "category up 1", "subcategory up 1", "sales up 1"]
    assert "margin down 1" in links


def test_pages_beyond_the_last_are_the_last() -> None:
    rows = shelf(
        *(product("Tech", "Phones", f"P{at:02}", 1000 + at, 10) for at in range(12)),
        *(product("Wear", "Men", f"Q{at:02}", 10, 5) for at in range(12)),
    )
    assert len(names(card(rows))) == 10
    assert len(names(card(rows, listing(page=99)))) == 2
    assert "11–12 of 12" in plain(card(rows, listing(page=2))["rows"])


def test_the_file_has_all_of_them() -> None:
    file = product_file(thin(products(named(ROWS))), listing(), DRAWING)
    headings, rows = table({"twin": file})
    assert headings[:6] == ["Product", "Category", "Subcategory", "Sales", "Profit", "Margin"]
    assert rows[0][:6] == ["Case", "Tech", "Phones", 400, 20, 0.05]
    assert len(rows) == 2


def test_none_and_no_margins_are_said() -> None:
    none = card(ROWS.tail(1))
    assert plain(none["rows"]).startswith("None in this view")
    assert none["twin"] is None
    unknown = card(shelf(product("A", "B", "C", 5)))
    assert caption(unknown) == "No product in view has both sales and profit"


def test_one_product_is_said_as_one() -> None:
    assert title(card(ROWS.assign(profit=[20.0, 200.0, 100.0, 60.0]))).startswith("1 product brings 40 % of sales")

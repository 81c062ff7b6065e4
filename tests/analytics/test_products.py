import math

import pytest

from analytics.comparison import Facts
from analytics.product_metrics import product_metric
from analytics.products import CATEGORY, KEYS, NOT_REPORTED, PRODUCT, arranged, headline, leader, named, products, thin
from tests.analytics.shelves import product, shelf

METRICS = [product_metric(name) for name in ("sales", "margin")]
ROWS = shelf(
    product("Tech", "Phones", "Case", 100, 10),
    product("Tech", "Phones", "Case", 300, 10),
    product("Tech", "Laptops", "Case", 50, 25),
    product("Wear", "Men", "shirt", 200, 100),
    product("Wear", "Men", "Belt", 10, 1),
    product("Wear", "Kids", "Cap", 30),
)


def test_a_product_is_all_of_its_names_and_its_margin_a_ratio_of_sums() -> None:
    found = products(ROWS, METRICS).set_index(list(KEYS))
    assert found["sales"].to_dict() == {
        ("Tech", "Phones", "Case"): 400,
        ("Tech", "Laptops", "Case"): 50,
        ("Wear", "Men", "shirt"): 200,
        ("Wear", "Men", "Belt"): 10,
        ("Wear", "Kids", "Cap"): 30,
    }
    assert found["margin"]["Tech", "Phones", "Case"] == pytest.approx(0.05)
    assert math.isnan(found["margin"]["Wear", "Kids", "Cap"])


def test_thin_is_above_the_median_of_sales_and_below_that_of_margins() -> None:
    # Of the four with a margin: sales 10, 50, 200, 400 and margins 5, 10, 50, 50 %: the medians are 125 and 30 %.
    found = thin(products(ROWS, METRICS))
    assert [found.sales, found.margin] == pytest.approx([125, 0.3])
    assert found.products[list(KEYS)].to_numpy().tolist() == [["Tech", "Phones", "Case"]]


def test_without_margins_nothing_is_thin() -> None:
    found = thin(products(shelf(product("A", "B", "C", 5)), METRICS))
    assert found.products.empty
    assert math.isnan(found.sales)


def test_products_are_arranged_with_equals_by_name_and_what_has_no_value_last() -> None:
    table = products(ROWS, METRICS)
    assert list(arranged(table, PRODUCT, ascending=True)[PRODUCT]) == ["Belt", "Cap", "Case", "Case", "shirt"]
    assert list(arranged(table, "margin", ascending=False)[PRODUCT]) == ["Case", "shirt", "Belt", "Case", "Cap"]
    assert list(arranged(table, "margin", ascending=True)[PRODUCT])[-1] == "Cap"


def test_a_key_that_is_not_reported_is_in_words() -> None:
    rows = ROWS.assign(**{CATEGORY: None})
    assert set(named(rows)[CATEGORY]) == {NOT_REPORTED}


def test_the_leader_needs_a_whole_and_nobody_beside_it() -> None:
    assert leader(Facts.undated(ROWS), CATEGORY) == ("Tech", 450 / 690)
    tied = shelf(product("A", "", "", 5), product("B", "", "", 5))
    loss = shelf(product("A", "", "", 5), product("B", "", "", -1))
    for rows in (tied, loss, tied.head(1), tied.head(0)):
        assert leader(Facts.undated(rows), CATEGORY) is None


def test_the_answer_has_one_figure_and_is_empty_without_a_margin() -> None:
    # Margins: Tech 45 / 450, and 146 / 660 of all that report a profit.
    assert "".join(headline(Facts.undated(ROWS), CATEGORY)) == (
        "Tech is 65\u00a0% of sales, at a margin of 10.0\u00a0%."
    )
    one = Facts.undated(ROWS[ROWS[CATEGORY] == "Tech"])
    assert "".join(headline(one, CATEGORY)) == "10.0\u00a0% of sales is left as profit."
    assert headline(Facts.undated(shelf(product("A", "B", "C", 5))), CATEGORY) == ()

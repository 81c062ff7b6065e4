import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.product_tree import MOST, Tree, fitted, leaves, places, tree
from tests.analytics.shelves import product, shelf

ROWS = shelf(
    product("Tech", "Phones", "A", 40, 4),
    product("Tech", "Phones", "B", 30, 6),
    product("Tech", "Phones", "C", 20, 0),
    product("Tech", "Phones", "C", 10, -2),
    product("Wear", "Men", "A", 50, 25),
    product("Wear", "Men", "Lost", 0, -1),
    product("Wear", "Kids", "Returned", -5, 1),
)


def sizes(found: Tree) -> dict[tuple[str, ...], float]:
    return {branch.path: branch.sales for branch in found.branches}


def test_names_that_repeat_are_apart_and_every_level_is_a_ratio_of_sums() -> None:
    found = tree(ROWS)
    assert sizes(found) == {
        (): 150,
        ("Tech",): 100,
        ("Wear",): 50,
        ("Tech", "Phones"): 100,
        ("Wear", "Men"): 50,
        ("Tech", "Phones", "A"): 40,
        ("Tech", "Phones", "B"): 30,
        ("Tech", "Phones", "C"): 30,
        ("Wear", "Men", "A"): 50,
    }
    margins = {branch.path: branch.margin for branch in found.branches}
    assert margins["Tech",] == pytest.approx(0.08)
    assert margins["Tech", "Phones", "C"] == pytest.approx(-2 / 30)
    assert {branch.path: branch.products for branch in found.branches}[()] == 4


def test_products_without_sales_above_0_are_listed_not_drawn() -> None:
    assert tree(ROWS).unsold == (("Wear", "Kids", "Returned"), ("Wear", "Men", "Lost"))


def test_more_than_fit_are_summed_as_others() -> None:
    found = tree(ROWS, (2, 2, 2))
    others = next(branch for branch in found.branches if branch.path == ("Tech", "Phones", "2 others"))
    assert [others.sales, others.margin, others.products] == pytest.approx([60, 4 / 60, 2])
    assert ("Tech", "Phones", "C") not in sizes(found)


def test_as_many_branches_are_drawn_as_can_be_told_apart() -> None:
    rows = shelf(*(product(f"C{at % 14}", f"S{at % 12}", f"P{at}", at + 1) for at in range(400)))
    found = fitted(rows, seen=100)
    assert len(found.branches) <= 100 < len(tree(rows).branches)
    assert sizes(found)[()] == sizes(tree(rows))[()] == 400 * 401 / 2
    assert sizes(fitted(rows, seen=1)) == sizes(tree(rows, MOST[-1]))
    assert sizes(fitted(ROWS)) == sizes(tree(ROWS))


def test_others_contain_nothing() -> None:
    rows = shelf(*(product(name, "S", "P", size) for name, size in (("A", 5), ("B", 3), ("C", 2))))
    assert sizes(tree(rows, (2, 2, 2))) == {(): 10, ("A",): 5, ("2 others",): 5, ("A", "S"): 5, ("A", "S", "P"): 5}
    found = [branch for branch in tree(rows, (2, 2, 2)).branches if branch.path == ("2 others",)]
    assert found[0].products == 2


def test_the_larger_come_first() -> None:
    found = tree(ROWS).branches
    assert [branch.path for branch in found[:3]] == [(), ("Tech",), ("Wear",)]


def test_places_are_what_contains_something_each_after_its_parent() -> None:
    assert [branch.path for branch in places(tree(ROWS).branches)] == [
        (),
        ("Tech",),
        ("Tech", "Phones"),
        ("Wear",),
        ("Wear", "Men"),
    ]


def test_leaves_contain_nothing_and_make_up_the_whole() -> None:
    found = leaves(tree(ROWS).branches)
    assert [branch.path[-1] for branch in found] == ["A", "A", "B", "C"]
    assert sum(branch.sales for branch in found) == 150


def test_without_sales_there_is_no_tree() -> None:
    assert tree(ROWS.tail(2)).branches == ()
    assert len(tree(ROWS.tail(2)).unsold) == 2


def test_a_margin_that_is_not_reported_is_nan() -> None:
    assert math.isnan(tree(shelf(product("A", "B", "C", 5))).branches[0].margin)


@settings(max_examples=40)
@given(st.lists(st.tuples(*[st.sampled_from("abcd")] * 3, st.integers(-3, 9)), min_size=1, max_size=40))
def test_a_parent_is_as_large_as_what_it_contains(rows: list[tuple[str, str, str, int]]) -> None:
    frame = pd.DataFrame(rows, columns=["category", "subcategory", "product_name", "sales"]).assign(profit=1.0)
    found = sizes(tree(frame, (2, 2, 2)))
    for parent, size in found.items():
        below = [other for path, other in found.items() if path[:-1] == parent and path]
        assert not below or sum(below) == pytest.approx(size)
        assert len(below) <= 2

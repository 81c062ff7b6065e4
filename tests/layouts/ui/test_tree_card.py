from analytics.product_tree import Tree, tree
from analytics.products import MARGIN, SALES
from layouts.ui.theme import LIGHT
from layouts.ui.tree_card import NOWHERE, options, tree_card
from tests.analytics.shelves import product, shelf
from tests.layouts.ui.drawn import DRAWING, Card, caption, figure, plain, table, title

ROWS = shelf(
    product("Tech", "Phones", "A<b>", 60, 6),
    product("Wear", "Men", "B", 30, 9),
    product("Wear", "Men", "C", 10),
    product("Wear", "Kids", "Lost", 0, 0),
)


def card(found: Tree, at: str = "/") -> Card:
    return tree_card(found, "Finding", SALES, MARGIN, DRAWING, at)


def test_size_is_sales_colour_margin_and_hover_says_both_in_full() -> None:
    (trace,) = figure(card(tree(ROWS))).data
    at = list(trace.ids).index("Wear")
    assert trace.hovertext[at].replace("\u00a0", " ") == (
        "<b>₹40.00</b> Wear, 40.0 % of all<br>Margin 30.0 %<br>2 products"
    )
    assert trace.text[at].replace("\u00a0", " ") == " ₹40.00<br> 30.0 %"
    assert "A&lt;b&gt;" in trace.hovertext[list(trace.ids).index("Tech/Phones/A<b>")]
    assert dict(zip(trace.ids, trace.values, strict=True))["Tech/Phones/A<b>"] == 60


def test_the_whole_is_paper_the_least_margin_the_first_shade_and_an_unknown_one_grey() -> None:
    (trace,) = figure(card(tree(ROWS))).data
    shades = dict(zip(trace.ids, trace.marker.colors, strict=True))
    assert shades["/"] == LIGHT.surface
    assert (shades["Tech"], shades["Wear"]) == (LIGHT.sequential[0], LIGHT.sequential[-1])
    assert shades["Wear/Men/C"] == LIGHT.sunken


def test_a_negative_margin_makes_the_scale_diverge() -> None:
    rows = shelf(product("Tech", "Phones", "A", 60, -6), product("Wear", "Men", "B", 30, 1.5))
    (trace,) = figure(card(tree(rows))).data
    shades = dict(zip(trace.ids, trace.marker.colors, strict=True))
    assert shades["Tech"] == LIGHT.diverging[0]
    assert "Margin −10.0 % to 10.0 %" in plain(card(tree(rows))["note"])


def test_what_is_not_drawn_or_not_coloured_is_said() -> None:
    told = plain(card(tree(ROWS))["note"])
    assert "Not drawn, without sales above 0: Lost." in told
    assert "Margin n/a: grey." in told
    assert "others" not in told
    assert "The smallest of each part are summed as “others”; filter to see more of them." in plain(
        card(tree(ROWS, (1, 1, 1)))["note"]
    )


def test_many_that_are_not_drawn_are_counted() -> None:
    rows = shelf(product("A", "B", "sold", 1, 1), *(product("A", "B", f"p{at}", 0, 0) for at in range(4)))
    assert "Not drawn, without sales above 0: 4 products." in plain(card(tree(rows))["note"])


def test_its_table_has_every_leaf_and_what_is_not_drawn() -> None:
    headings, rows = table(card(tree(ROWS)))
    assert headings == ["Category", "Subcategory", "Product", "Sales", "Margin"]
    assert rows == [
        ["Tech", "Phones", "A<b>", 60, 0.1],
        ["Wear", "Men", "B", 30, 0.3],
        ["Wear", "Men", "C", 10, None],
        ["Wear", "Kids", "Lost", None, None],
    ]


def test_it_opens_at_a_place_and_offers_those_that_contain_something() -> None:
    assert figure(card(tree(ROWS), "Wear/Men")).data[0].level == "Wear/Men"
    assert options(tree(ROWS)) == [
        {"label": "All products", "value": "/"},
        {"label": "Tech", "value": "Tech"},
        {"label": "Tech › Phones", "value": "Tech/Phones"},
        {"label": "Wear", "value": "Wear"},
        {"label": "Wear › Men", "value": "Wear/Men"},
    ]


def test_a_view_in_which_nothing_was_sold_is_not_an_error() -> None:
    found = tree(ROWS.tail(1))
    assert options(found) == NOWHERE
    assert list(figure(card(found)).data[0].ids) == []
    assert (title(card(found)), "coloured by margin" in caption(card(found))) == ("Finding", True)

import pytest

from analytics.comparison import Facts
from analytics.product_metrics import product_metric
from analytics.products import CATEGORY, REGION
from analytics.reading import Dimension
from layouts.ui.cross_card import MOST_COLUMNS, Chosen, cross_card, height
from layouts.ui.theme import LIGHT
from tests.analytics.shelves import Row, returned, shelf
from tests.layouts.ui.drawn import DRAWING, Card, caption, figure, plain, table, title

DOWN, ACROSS = Dimension(REGION, REGION, "region"), Dimension(CATEGORY, CATEGORY, "category")


def sold(region: str, category: str, sales: float, profit: float) -> Row:
    return category, "S", "P", region, "Q1 2024", sales, profit, 1.0


ROWS = shelf(
    sold("West", "Tech", 100, 10),
    sold("West", "Tech", 100, 30),
    sold("West", "Wear", 50, 20),
    sold("East", "Tech", 20, 1),
)


def card(name: str, rows: object = ROWS, chosen: Chosen = ((), ())) -> Card:
    return cross_card(product_metric(name), Facts.undated(rows), DOWN, ACROSS, DRAWING, chosen)  # type: ignore[arg-type]


def test_cells_are_ratios_of_sums_the_largest_members_first() -> None:
    headings, rows = table(card("margin"))
    assert (headings, rows) == (["Region", "Wear", "Tech"], [["West", 0.4, 0.2], ["East", None, 0.05]])
    assert title(card("margin")) == "Margin: 40.0 % in West for Wear, down to 5.0 % in East for Tech"
    assert caption(card("margin")) == "Margin by region and category; select one to filter by both"


def test_sums_are_coloured_from_0_ratios_from_the_least() -> None:
    sums, ratios = figure(card("sales")).data[0], figure(card("margin")).data[0]
    assert (sums.zmin, sums.zmax) == (0, 200)
    assert (ratios.zmin, ratios.zmax) == (0.05, 0.4)


def test_a_loss_is_of_the_other_colour() -> None:
    shades = figure(card("profit", shelf(sold("West", "Tech", 1, -5), sold("West", "Wear", 1, 2)))).data[0]
    assert (shades.zmin, shades.zmax) == (-5, 5)
    assert shades.colorscale[0][1] == LIGHT.diverging[0]


def test_a_pair_without_rows_is_an_outline_with_the_reason() -> None:
    shades, _, words = figure(card("sales")).data
    at = list(shades.hovertext).index("n/a: no rows<br>Wear, East")
    assert (shades.z[at], words.text[at]) == (None, "n/a")


def test_few_in_the_denominator_are_written_but_not_coloured() -> None:
    rows = shelf(returned("Tech", "West", 30, 300), returned("Wear", "West", 20, 50), returned("Tech", "East", 15, 300))
    shades, _, words = figure(card("return_rate", rows)).data
    at = next(place for place, text in enumerate(shades.hovertext) if text.endswith("Wear, West"))
    assert shades.z[at] is None
    assert words.text[at].replace("\u00a0", " ") == "40.0 %"
    assert "95\u00a0%" in shades.hovertext[at]
    assert "Fewer than 100 in the denominator, or n/a: not coloured." in plain(card("return_rate", rows)["note"])
    assert title(card("return_rate", rows)).startswith("Return rate: 10.0 % in West for Tech, down to 5.0 %")


def test_more_columns_than_fit_are_in_the_table() -> None:
    rows = shelf(*(sold("West", f"C{at}", at + 1, 1) for at in range(MOST_COLUMNS + 1)))
    shown = card("sales", rows)
    assert len(figure(shown).layout.xaxis.ticktext) == MOST_COLUMNS
    assert len(table(shown)[0]) == MOST_COLUMNS + 2
    assert f"The first {MOST_COLUMNS} of {MOST_COLUMNS + 1}; the table has all." in plain(shown["note"])


def test_one_cell_has_no_highest_and_no_rows_are_no_error() -> None:
    assert title(card("sales", ROWS.tail(1))) == "Sales by region and category"
    assert table(card("sales", ROWS.head(0)))[1] == []


def test_it_is_as_high_as_its_rows_up_to_a_dozen() -> None:
    assert height(3) < height(12) == height(40)


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        (((), ()), ["West Tech", "West Wear", "East Tech", "East Wear"]),
        ((("West",), ()), ["West Tech", "West Wear"]),
        (((), ("Tech",)), ["West Tech", "East Tech"]),
        ((("West",), ("Tech",)), ["West Tech"]),
    ],
)
def test_a_cell_filters_by_both_and_those_filtered_out_are_veiled(chosen: Chosen, left: list[str]) -> None:
    shades, *veil, _, _ = figure(card("sales", ROWS, chosen)).data
    names = [" ".join(pair) for pair in shades.customdata]
    veiled = [name for name, there in zip(names, veil[0].z if veil else [None] * len(names), strict=True) if there]
    assert sorted({*names} - {*veiled}) == sorted(left)

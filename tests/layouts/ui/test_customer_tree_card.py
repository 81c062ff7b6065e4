import pandas as pd

from layouts.ui.customer_tree_card import customer_tree_card
from tests.layouts.ui.drawn import DRAWING, Card, figure, keys, table, title

LEVELS = {"region": "Region", "city_tier": "City tier", "customer_segment": "Segment"}
ROWS = (
    ("North", "Tier 1", "Loyal", 5.0),
    ("North", "Tier 1", "New", 1.0),
    ("North", "Tier 2", "Loyal", 2.0),
    ("West", None, "New", 3.0),
)


def drawn(rows: tuple[tuple[object, ...], ...] = ROWS) -> Card:
    return customer_tree_card(pd.DataFrame(list(rows), columns=[*LEVELS, "rows"]), LEVELS, DRAWING)


def test_names_repeat_and_places_do_not() -> None:
    rings = figure(drawn()).data[0]
    assert list(rings.ids) == [
        "/", "North", "West", "North/Tier 1", "North/Tier 2", "West/Not reported",
        "North/Tier 1/Loyal", "North/Tier 1/New", "North/Tier 2/Loyal", "West/Not reported/New",
    ]  # fmt: skip
    assert sum(rings["values"]) == 11


def test_segments_are_named_in_the_key_with_their_part_and_the_largest_in_the_title() -> None:
    assert keys(drawn()) == ["Loyal 64 %", "New 36 %"]
    assert title(drawn()).replace("\u00a0", " ") == "Loyal is the largest segment, with 64 % of customers"
    assert title(drawn(ROWS[:1])).endswith("?")


def test_hover_says_how_many_and_what_part() -> None:
    told = dict(zip(figure(drawn()).data[0].ids, figure(drawn()).data[0].hovertext, strict=True))
    assert told["North/Tier 1"].replace("\u00a0", " ") == "<b>6</b> North › Tier 1<br>54.5 % of all"


def test_its_figures_are_the_outer_ring() -> None:
    assert table(drawn())[1] == [[str(cell or "Not reported") for cell in row[:3]] + [row[3]] for row in ROWS]

from layouts.ui.bubble_map_card import bubble_map_card
from tests.analytics.states import NOT_REPORTED, places, state
from tests.layouts.ui.drawn import DRAWING, caption, figure, plain, title

DELHI = state("Delhi", latitude=28.7, longitude=77.1, store_count=40.0, customer_satisfaction=4.3)
KERALA = state("Kerala", region="South", latitude=10.9, longitude=76.3, store_count=10.0, customer_satisfaction=3.6)


def test_a_state_stands_at_its_place_its_area_its_stores_its_colour_its_satisfaction() -> None:
    card = bubble_map_card(places(DELHI, KERALA), DRAWING)
    marks = figure(card).data[0]
    assert list(zip(marks.customdata, marks.x, marks.y, strict=True)) == [
        ("Delhi", 77.1, 28.7),
        ("Kerala", 76.3, 10.9),
    ]
    assert marks.marker.size[0] == 2 * marks.marker.size[1]
    assert marks.marker.color[0] != marks.marker.color[1]
    assert "Satisfaction 3.60" in plain(card["note"])
    assert title(card) == "Delhi has the most stores and the most satisfied customers"
    assert caption(card).startswith("Stores (size) and satisfaction (colour) by state")


def test_states_without_a_place_or_a_colour_are_named() -> None:
    nowhere = state("Goa", latitude=NOT_REPORTED)
    grey = state("Sikkim", customer_satisfaction=NOT_REPORTED)
    card = bubble_map_card(places(DELHI, nowhere, grey), DRAWING)
    assert list(figure(card).data[0].customdata) == ["Delhi", "Sikkim"]
    assert "No place in the file: Goa. Grey, satisfaction not reported: Sikkim." in plain(card["note"])


def test_only_the_regions_in_view_are_drawn_and_states_filtered_out_are_pale() -> None:
    assert list(figure(bubble_map_card(places(DELHI, KERALA, regions=["South"]), DRAWING)).data[0].customdata) == [
        "Kerala"
    ]
    marks = figure(bubble_map_card(places(DELHI, KERALA, chosen=["Kerala"]), DRAWING)).data[0]
    assert [colour.rpartition(",")[2] for colour in marks.marker.color] == ["0.22)", "0.78)"]


def test_one_state_asks_instead_of_claiming() -> None:
    assert title(bubble_map_card(places(DELHI), DRAWING)).endswith("?")

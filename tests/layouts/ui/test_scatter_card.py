from analytics.geography_metrics import state_metric
from layouts.ui.scatter_card import Scatter, quadrant_card, scatter_card
from tests.analytics.states import NOT_REPORTED, places, ranked, state
from tests.layouts.ui.drawn import DRAWING, Card, caption, figure, keys, note, plain, table, title

STORES, REVENUE = state_metric("stores"), state_metric("state_revenue")
NORTH = state("Delhi", store_count=40.0, total_customers=400.0, yoy_growth=-3.0)
SOUTH = state("Kerala", region="South", store_count=10.0, total_customers=100.0, yoy_growth=5.0)
EAST = state("Odisha", region="East", store_count=NOT_REPORTED)


def drawn(colour: str = "region", chosen: tuple[str, ...] = (), regions: tuple[str, ...] = ()) -> Card:
    found = places(NORTH, SOUTH, EAST, chosen=chosen, regions=regions)
    return scatter_card(Scatter(STORES, REVENUE, state_metric("customers"), colour), found, DRAWING)


def test_a_state_stands_between_two_metrics_as_large_as_a_third_by_hand() -> None:
    marks = figure(drawn()).data[0]
    assert list(zip(marks.customdata, marks.x, marks.y, strict=True)) == [
        ("Delhi", 40, 100_000),
        ("Kerala", 10, 100_000),
    ]
    assert marks.marker.size[0] == 2 * marks.marker.size[1]
    assert caption(drawn()) == "Revenue against stores by state, size is customers, colour region"
    assert "Not placed, stores or revenue not reported: Odisha." in plain(drawn()["note"])
    assert [row[0] for row in table(drawn())[1]] == ["Delhi", "Kerala", "Odisha"]


def test_a_region_keeps_its_colour_under_any_filter_and_the_key_names_those_in_view() -> None:
    assert keys(drawn()) == ["East ", "North ", "South "]
    assert keys(drawn(regions=("South",))) == ["South "]
    whole, one = (figure(card).data[0].marker.color for card in (drawn(), drawn(regions=("South",))))
    assert whole[1] == one[0]


def test_a_metric_colours_by_its_scale_with_its_key_below_and_edges_around() -> None:
    card = drawn("growth")
    assert "Growth −5.0 %" in plain(card["note"])
    assert keys(card) == []
    assert list(figure(card).data[0].marker.line.color) == [DRAWING.colours.line_strong] * 2


def test_states_filtered_out_stay_and_fade() -> None:
    marks = figure(drawn(chosen=("Delhi",))).data[0]
    assert list(marks.textfont.color) == [DRAWING.colours.ink, DRAWING.colours.ink_3]


def test_the_quadrants_are_cut_at_the_medians_and_named() -> None:
    rates = {"market_penetration": [10.0, 20, 30, 40, 50], "customer_satisfaction": [4.5, 4.4, 4.0, 3.6, 3.5]}
    card = quadrant_card(places(*ranked(5, **rates)), DRAWING)
    upright, level = figure(card).layout.shapes
    assert (upright.x0, level.y0) == (0.3, 4)
    assert figure(card).layout.annotations[0].text == "Satisfied,<br>little reached"
    assert note(card) == "Lines at the medians of 5 states: market penetration 30.0 % and satisfaction 4.00."


def test_the_medians_stay_when_a_state_is_chosen() -> None:
    rows = ranked(5, market_penetration=[10.0, 20, 30, 40, 50])
    one = quadrant_card(places(*rows, chosen=["A"]), DRAWING)
    assert figure(one).layout.shapes[0].x0 == 0.3
    assert title(one) == title(quadrant_card(places(*rows), DRAWING))


def test_few_states_have_no_quadrants() -> None:
    card = quadrant_card(places(NORTH, SOUTH), DRAWING)
    assert not figure(card).layout.shapes
    assert note(card) == "Fewer than 5 states to take medians of."

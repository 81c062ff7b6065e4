from analytics.geography_metrics import state_metric
from analytics.geography_shapes import Boundary
from layouts.ui.outline_card import outline_card
from tests.analytics.states import NOT_REPORTED, Row, places, state
from tests.layouts.ui.drawn import DRAWING, Card, figure, plain

SHAPE = (((70.0, 10.0), (80.0, 10.0), (80.0, 20.0), (70.0, 10.0)),)
SHAPES = (Boundary("Orissa", SHAPE), Boundary("ASSAM", SHAPE), Boundary("Goa", SHAPE))
ODISHA, GOA = state("Odisha", total_revenue=4e7), state("Goa", total_revenue=1e7)


def card(*rows: Row, chosen: tuple[str, ...] = ()) -> Card:
    return outline_card(state_metric("state_revenue"), places(*rows, chosen=chosen), SHAPES, DRAWING)


def test_states_are_matched_in_any_spelling_and_others_are_outlined() -> None:
    orissa, assam, goa = figure(card(ODISHA, GOA)).data
    assert [list(area.customdata) for area in (orissa, assam, goa)] == [["Odisha"], [None], ["Goa"]]
    assert (orissa.fillcolor, goa.fillcolor) != (assam.fillcolor, assam.fillcolor)
    assert assam.fillcolor == DRAWING.colours.surface
    assert assam.text == "<b>ASSAM</b><br>Not reported"
    assert "Not reported: 1 of 3" in plain(card(ODISHA, GOA)["note"])


def test_states_that_the_file_does_not_draw_are_listed_with_their_values() -> None:
    drawn = card(ODISHA, state("Kerala", total_revenue=2e7), state("Bihar", total_revenue=NOT_REPORTED))
    assert "Not in the file of outlines: Bihar n/a and Kerala ₹2.00 Cr." in plain(drawn["note"])


def test_states_filtered_out_are_pale() -> None:
    whole, chosen = figure(card(ODISHA, GOA)).data[0], figure(card(ODISHA, GOA, chosen=("Goa",))).data[0]
    assert chosen.fillcolor != whole.fillcolor


def test_two_parts_of_one_state_are_both_drawn() -> None:
    shapes = (Boundary("Dadra and Nagar Haveli", SHAPE), Boundary("Daman and Diu", SHAPE))
    found = places(state("Dadra and Nagar Haveli and Daman and Diu", total_revenue=1e7))
    areas = figure(outline_card(state_metric("state_revenue"), found, shapes, DRAWING)).data
    assert len({area.customdata[0] for area in areas}) == 1
    assert len(areas) == 2

import pytest

from analytics.customers import NPS
from layouts.ui.violin_card import Side, violin_card
from tests.layouts.ui.drawn import DRAWING, Card, figure, keys, note, table, title
from tests.layouts.ui.people import EXACT, bins, scores

ORDER = ("Detractor", "Promoter")
LEFT = Side(
    "Referral",
    bins(("Detractor", 2.0, 60), ("Detractor", 3.0, 60), ("Promoter", 4.5, 3)),
    scores(("Detractor", 120, 2.52, 1.2, 3.1, 2.5), ("Promoter", 3, 4.5, 4.5, 4.5, 4.5)),
)
RIGHT = Side(
    "All other channels",
    bins(("Detractor", 3.0, 200), ("Promoter", 4.5, 40)),
    scores(("Detractor", 200, 3.02, 3.0, 3.04, 3.0), ("Promoter", 40, 4.51, 4.5, 4.54, 4.5)),
)


def drawn(left: Side = LEFT, right: Side = RIGHT) -> Card:
    return violin_card(left, right, "satisfaction_score", NPS, ORDER, DRAWING, EXACT)


def test_the_title_says_where_the_halves_part_most() -> None:
    assert title(drawn()) == "Detractors through Referral score 2.5, the others 3.0"
    assert title(drawn(RIGHT, RIGHT)) == "All other channels brings customers as content as the others"
    assert title(drawn(Side("Fax", bins(), scores()), RIGHT)) == "How content are customers acquired through Fax?"


def test_both_halves_are_named_with_their_numbers_and_medians() -> None:
    assert keys(drawn()) == ["Referral 123", "All other channels 240"]
    names = [str(name).replace("<br>", " ") for name in figure(drawn()).layout.xaxis.ticktext]
    assert names[0].endswith("Detractor</span> 2.5 | 3.0 n 120 | 200")
    assert table(drawn())[1][0] == ["Detractor", "Referral", 120, 2.5, 2.52, 1.2, 3.1]


def test_too_few_for_a_curve_have_none_and_are_named() -> None:
    curves = [trace for trace in figure(drawn()).data if trace.fill]
    assert len(curves) == 3
    assert note(drawn()) == "Too few for a curve: Promoter (Referral)."


def test_a_half_is_a_density_and_the_axis_starts_below_the_lowest_score() -> None:
    left = figure(drawn()).data[0]
    assert (min(left.y), max(left.y)) == pytest.approx((2.0, 3.05))
    assert figure(drawn()).layout.yaxis.range[0] == 1


def test_nobody_on_either_side_draws_an_empty_frame() -> None:
    empty = Side("Fax", bins(), scores())
    assert figure(drawn(empty, empty)).layout.yaxis.range[0] == 0
    assert table(drawn(empty, empty))[1] == []

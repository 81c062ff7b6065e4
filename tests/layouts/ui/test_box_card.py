import pandas as pd

from analytics.customers import SEGMENT
from layouts.figures.boxes import POINTS
from layouts.ui.box_card import box_card
from tests.layouts.ui.drawn import DRAWING, Card, figure, note, table, title
from tests.layouts.ui.people import BY, EXACT, SAMPLED, spreads

POINT_ROWS = pd.DataFrame({SEGMENT: ["Loyal", "New", "Loyal"], "lifetime_value": [15.0, 3.0, 90.0]})


def drawn(chosen: tuple[str, ...] = (), frame: pd.DataFrame | None = None) -> Card:
    return box_card(spreads() if frame is None else frame, POINT_ROWS, BY, DRAWING, EXACT, chosen)


def test_the_highest_median_comes_first_and_the_title_says_how_far_it_leads() -> None:
    assert [row[0] for row in table(drawn())[1]] == ["Loyal", "New", "Tiny", "Silent"]
    assert title(drawn()) == "The median Loyal customer is worth 4.0× the median New one"


def test_its_figures_are_the_whiskers_quartiles_mean_and_ends() -> None:
    headings, rows = table(drawn())
    assert headings[2:7] == ["Lower whisker", "Lower quartile", "Median", "Upper quartile", "Upper whisker"]
    assert rows[0] == ["Loyal", 200, 10, 20, 40, 60, 100, 60, 5, 500]
    assert rows[-1] == ["Silent", 0, *[None] * 8]


def test_who_is_not_reported_thin_or_shown_as_points_is_said() -> None:
    assert note(drawn()) == (
        "8 customers report no lifetime value. Fewer than 100 customers: Tiny and Silent, pale. "
        "Points, when shown, are 3 customers drawn at random."
    )


def test_points_of_every_customer_are_not_called_drawn() -> None:
    every = drawn(frame=spreads().head(1).assign(rows=3.0))
    assert note(every).endswith("Points, when shown, are all 3 customers.")


def test_points_stand_in_the_rows_of_their_members() -> None:
    points = [list(trace.x) for trace in figure(drawn()).data if trace.meta == POINTS]
    assert points == [[15, 90], [3], [], []]


def test_those_not_chosen_stay_pale() -> None:
    fills = [trace.fillcolor for trace in figure(drawn(("New",))).data if trace.type == "box"]
    assert [fill.endswith(",0.15)") for fill in fills] == [False, True, False, False]


def test_a_figure_from_a_sample_is_marked() -> None:
    shown = box_card(spreads(), POINT_ROWS, BY, DRAWING, SAMPLED)
    assert figure(shown).layout.annotations[0].text == "~₹40.00"


def test_without_two_members_to_compare_the_title_asks() -> None:
    assert title(drawn(frame=spreads().head(1))).endswith("?")
    assert title(drawn(frame=spreads().head(0))).endswith("?")

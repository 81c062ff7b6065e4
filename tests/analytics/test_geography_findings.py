import pytest

from analytics.geography import States
from analytics.geography_findings import headline, map_finding, quadrant_finding, quadrants, scatter_finding
from analytics.geography_metrics import state_metric
from tests.analytics.frames import plain
from tests.analytics.states import NOT_REPORTED, places, ranked, state

GROWTHS = [5.0, -2.0, 12.0, 7.0]
FOUR = ranked(4, yoy_growth=GROWTHS)


def test_the_answer_says_who_leads_is_last_and_grows_most() -> None:
    said = plain(headline(places(*FOUR), "INR"))
    assert said == "A leads with ₹10.00 L of revenue, D is last. C grew most: +12.0 %."


@pytest.mark.parametrize(("growth", "said"), [(-3.7, "3.7 % less"), (4.0, "4.0 % more")])
def test_the_answer_about_one_state_says_what_it_earned_and_how_it_changed(growth: float, said: str) -> None:
    one = places(state("Delhi", total_revenue=2e5, yoy_growth=growth))
    assert plain(headline(one, "INR")) == f"Delhi earned ₹2.00 L of revenue. That is {said} than the year before."


def test_no_state_grows_and_none_is_said_to() -> None:
    assert plain(headline(places(*ranked(2, yoy_growth=[-5.0, -1.0])), "INR")).endswith("B shrank least: −1.0 %.")


def test_without_revenue_there_is_no_answer_and_without_growth_none_about_it() -> None:
    assert headline(places(state("A", total_revenue=NOT_REPORTED)), "INR") == ()
    silent = ranked(2, yoy_growth=[NOT_REPORTED] * 2)
    assert plain(headline(places(*silent), "INR")) == "A leads with ₹10.00 L of revenue, B is last."


@pytest.mark.parametrize(
    ("name", "said"),
    [
        # 10 + 9 + 8 of 34.
        ("state_revenue", "A, B and C earn 79 % of revenue"),
        ("growth", "C grows most, B shrinks"),
        ("penetration", "Which states lead in market penetration?"),
        ("revenue_per_customer", "A has the highest revenue per customer, D the lowest"),
    ],
)
def test_a_map_says_who_leads_by_hand(name: str, said: str) -> None:
    assert plain(map_finding(state_metric(name), places(*FOUR))) == said


def test_many_that_shrink_are_counted() -> None:
    rows = ranked(6, yoy_growth=[1.0, -1.0, -2.0, -3.0, -4.0, 5.0])
    assert map_finding(state_metric("growth"), places(*rows)) == "F grows most, 4 states shrink"


def test_only_states_in_view_lead() -> None:
    rows = [*FOUR, state("Z", region="South", total_revenue=9e9)]
    assert map_finding(state_metric("state_revenue"), places(*rows, regions=["North"])).startswith("A, B and C")
    assert map_finding(state_metric("state_revenue"), places(*rows, chosen=["Z"])).startswith("Which states lead")


@pytest.mark.parametrize(
    ("stores", "said"),
    [
        (range(9, 1, -1), "Stores and revenue rise together, on the whole"),
        (range(1, 9), "Stores and revenue go opposite ways, on the whole"),
        ([1, 9, 1, 9, 9, 1, 9, 1], "No clear link between stores and revenue"),
        ([5] * 8, "How do stores and revenue go together?"),
    ],
)
def test_a_scatter_says_whether_two_metrics_go_together(stores: range, said: str) -> None:
    both = places(*ranked(8, store_count=[float(count) for count in stores]))
    assert scatter_finding(state_metric("stores"), state_metric("state_revenue"), both) == said


def test_a_scatter_of_few_states_or_of_one_metric_claims_nothing() -> None:
    few, many = places(*ranked(7)), places(*ranked(8))
    revenue = state_metric("state_revenue")
    assert scatter_finding(state_metric("stores"), revenue, few).endswith("?")
    assert scatter_finding(revenue, revenue, many).endswith("?")


def quartered(satisfaction: list[float], reach: list[float]) -> States:
    return places(*ranked(len(reach), customer_satisfaction=satisfaction, market_penetration=reach))


def test_quadrants_are_cut_at_the_medians_and_what_lies_on_one_is_on_no_side() -> None:
    found = quadrants(quartered([4.5, 3.5, 4.0], [10, 30, 20]))
    assert found["reached"].tolist() == [-1, 1, 0]
    assert found["satisfied"].tolist() == [1, -1, 0]


def test_who_is_reached_well_and_satisfied_less_is_named_the_largest_first() -> None:
    reach = [30.0, 29, 28, 27, 1, 2, 3, 4]
    several = quartered([3.0, 3.1, 3.2, 3.3, 4, 4, 4, 4], reach)
    assert quadrant_finding(quadrants(several), several) == "A, B and 2 others are well reached but less satisfied"
    one = quartered([3.0, 4.5, 4.5, 4.5, 4, 4, 4, 4], reach)
    assert quadrant_finding(quadrants(one), one) == "A is well reached but less satisfied"
    none = quartered([4.5, 4.5, 4.5, 4.5, 4, 4, 4, 4], reach)
    assert quadrant_finding(quadrants(none), none).endswith("?")

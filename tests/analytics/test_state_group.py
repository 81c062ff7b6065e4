import pandas as pd
import pytest

from analytics.geography import STATE
from analytics.geography_metrics import state_metric
from analytics.reading import Dimension, Reading
from analytics.state_group import Group, told_apart
from analytics.view import View
from tests.analytics.states import facts, ranked

REVENUE = state_metric("state_revenue")


def group(*names: str) -> Group | None:
    found = Reading(facts(*ranked(5)), View.parse("", ())[0], "INR", Dimension(STATE, STATE, STATE))
    return told_apart(pd.Index(names, dtype="str"), found)


@pytest.mark.parametrize(
    ("names", "subject"), [("A", "A"), ("AB", "A and B"), ("ABC", "A, B and C"), ("ABCD", "A, B and 2 others")]
)
def test_three_are_named_and_of_more_two(names: str, subject: str) -> None:
    found = group(*names)
    assert found is not None
    assert found.subject == subject


def test_a_figure_is_of_these_together_and_of_the_others() -> None:
    found = group("A", "B")
    assert found is not None
    assert found.pair(REVENUE) == (1_900_000, 2_100_000)


def test_none_or_all_are_not_told_apart() -> None:
    assert group() is None
    assert group(*"ABCDE") is None

import math
from itertools import chain, combinations, permutations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.attribution import credit, shapley
from tests.analytics.journeys import NAMES, many

Coalition = tuple[str, ...]


def coalitions(names: tuple[str, ...]) -> list[Coalition]:
    return list(chain.from_iterable(combinations(names, size) for size in range(len(names) + 1)))


def test_the_glove_game() -> None:
    # Wikipedia, "Shapley value", glove game: 1 and 2 hold right-hand gloves, 3 a left-hand one, a pair is worth 1.
    values = {members: float("3" in members and len(members) > 1) for members in coalitions(("1", "2", "3"))}
    assert shapley(values) == pytest.approx({"1": 1 / 6, "2": 1 / 6, "3": 2 / 3}, abs=1e-12)


def test_an_example_of_attribution() -> None:
    # tomgorb/misc on GitHub, after "Data-driven marketing attribution" (towardsdatascience.com): conversion ratios
    # F 0.2, O 0.1, L 0.17, F+O 0.17, F+L 0.3, O+L 0, F+O+L 0.06 make these coalitions. By hand, half of each pair's
    # ratio and a third of that of all: F 0.2 + 0.085 + 0.15 + 0.02.
    values = {"F": 0.2, "O": 0.1, "L": 0.17, ("F", "O"): 0.47, ("F", "L"): 0.67, ("O", "L"): 0.27, ("F", "O", "L"): 1}
    assert shapley(values) == pytest.approx({"F": 0.455, "O": 0.205, "L": 0.34}, abs=1e-12)


def test_a_channel_may_do_harm() -> None:
    found = shapley({"A": 4.0, "B": -2.0, frozenset({"A", "B"}): 1.0})
    assert found == pytest.approx({"A": 3.5, "B": -2.5})


def test_what_nobody_is_worth_belongs_to_nobody() -> None:
    assert shapley({(): 1.0, "A": 3.0}) == {"A": 2.0}
    assert shapley({}) == {}


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"A": 1.0, "B": 1.0}, "coalition A, B: expected a value, found none"),
        (
            {("A", "B"): 1.0, ("B", "A"): 1.0, "A": 0.0, "B": 0.0},
            "coalition A, B: expected one finite value, found 1.0",
        ),
        ({"A": math.nan}, "coalition A: expected one finite value, found nan"),
    ],
)
def test_a_table_that_is_no_game_is_named(values: dict[str | Coalition, float], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        shapley(values)


@given(st.lists(st.floats(-1e3, 1e3), min_size=15, max_size=15))
def test_the_formula_is_the_mean_over_all_orders_of_joining(worths: list[float]) -> None:
    values = dict(zip([frozenset(members) for members in coalitions(NAMES)], [0.0, *worths], strict=True))
    orders = list(permutations(NAMES))
    expected = dict.fromkeys(NAMES, 0.0)
    for order in orders:
        for place, name in enumerate(order):
            gain = values[frozenset(order[: place + 1])] - values[frozenset(order[:place])]
            expected[name] += gain / len(orders)
    assert shapley(values) == pytest.approx(expected, rel=1e-9, abs=1e-9)


@given(many())
def test_credit_is_the_shapley_value_of_journeys_within_a_coalition(frame: pd.DataFrame) -> None:
    names = tuple(sorted({name for path in frame["path"] for name in path}))
    for figure in ("conversions", "value"):
        values = {
            members: float(frame[figure][[set(path) <= set(members) for path in frame["path"]]].sum())
            for members in coalitions(names)
        }
        found = credit(frame, "shapley")
        credited = dict(zip(found["channel"], found[figure], strict=True))
        assert credited == pytest.approx(shapley(values), rel=1e-9, abs=1e-9)

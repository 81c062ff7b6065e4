from collections import Counter, defaultdict

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.attribution import credit, removal_effects
from analytics.markov import chained
from analytics.paths import Paths
from tests.analytics.journeys import journeys, many

State = tuple[str, ...]
START: State = ()
NOWHERE = "nowhere"


def figures(frame: pd.DataFrame, name: str) -> dict[str, float]:
    return dict(zip(frame["channel"], frame[name], strict=True))


def test_bryl_s_example() -> None:
    # S. Bryl, "Marketing Multi-Channel Attribution model with R (part 1: Markov chains concept)", analyzecore.com,
    # 3 August 2016, as checked by the tests of JesseCastro/markovattribution.
    frame = journeys(("C1 > C2 > C3", 1, 1000, 0), ("C1", 0, 0, 1), ("C2 > C3", 0, 0, 1))
    assert figures(removal_effects(frame), "conversions") == pytest.approx({"C1": 0.5, "C2": 1, "C3": 1}, abs=1e-12)
    assert figures(credit(frame, "markov"), "conversions") == pytest.approx(
        {"C1": 0.2, "C2": 0.4, "C3": 0.4}, abs=1e-12
    )
    assert figures(credit(frame, "markov"), "value") == pytest.approx({"C1": 200, "C2": 400, "C3": 400}, abs=1e-9)


def test_puzyrov_s_example() -> None:
    # S. Puzyrov, "Markov Chain Attribution – Simple Explanation Of Removal Effect", serhiipuzyrov.com, July 2019:
    # P(conversion) = 0.8 · (0.5 + 0.25 · 1) + 0.2 · 1 = 0.8; 0.2 without Google Ads, 0.4 without mailing.
    frame = journeys(("google ads", 2, 0, 1), ("mailing", 1, 0, 0), ("google ads > mailing", 1, 0, 0))
    assert figures(removal_effects(frame), "conversions") == pytest.approx({"google ads": 0.75, "mailing": 0.5})
    assert figures(credit(frame, "markov"), "conversions") == pytest.approx({"google ads": 2.4, "mailing": 1.6})


def test_the_simulated_example_of_a_port_of_channel_attribution() -> None:
    # README of jmwoloso/pychattr, a port of R's ChannelAttribution: 10,000 simulations gave A 1.991106 and B 1.008894.
    frame = journeys(("A > B > A > B > B > A", 1, 1, 0), ("A > B > B > A > A", 1, 1, 0), ("A > A", 1, 1, 0))
    found = figures(credit(frame, "markov"), "conversions")
    assert found == pytest.approx({"A": 2, "B": 1}, abs=1e-12)
    assert found == pytest.approx({"A": 1.991106, "B": 1.008894}, abs=0.02)


@pytest.mark.parametrize("order", [2, 3])
def test_higher_orders_by_hand(order: int) -> None:
    # Only A > A escapes the removal of B: 1 of 3 conversions, so the effects are 1 and 2/3.
    frame = journeys(("A > B > A > B > B > A", 1, 1, 0), ("A > B > B > A > A", 1, 1, 0), ("A > A", 1, 1, 0))
    assert figures(removal_effects(frame, order), "conversions") == pytest.approx({"A": 1, "B": 2 / 3}, abs=1e-12)


def test_an_order_sees_what_a_lower_one_cannot() -> None:
    # After A > B nobody converts, after C > B everybody does; to order 1 both are B, and 3 of 5 conversions need A.
    frame = journeys(("A > B", 0, 0, 4), ("C > B", 4, 0, 0), ("A", 1, 0, 0))
    assert [figures(removal_effects(frame, order), "conversions")["A"] for order in (1, 2)] == pytest.approx([0.6, 0.2])


def test_value_has_removal_effects_of_its_own() -> None:
    # A conversion from A is worth 30, one from B 10: of the value 40, removing B loses 10; of the conversions, half.
    frame = journeys(("A > B", 1, 10, 0), ("A", 1, 30, 0))
    effects = removal_effects(frame)
    assert effects["conversions"].tolist() == pytest.approx([1, 0.5])
    assert effects["value"].tolist() == pytest.approx([1, 0.25])
    assert credit(frame, "markov")["value"].tolist() == pytest.approx([32, 8])


def test_conversions_without_value_leave_none_to_credit() -> None:
    assert credit(journeys(("A > B", 2, 0, 1)), "markov")["value"].tolist() == [0, 0]


@given(many(), st.integers(1, 3))
def test_the_solution_is_where_walking_on_leads(frame: pd.DataFrame, order: int) -> None:
    effects = removal_effects(frame, order)
    whole = walked(frame, order, NOWHERE)
    for channel, conversions, value in effects.itertuples(index=False):
        without = walked(frame, order, channel)
        assert conversions == pytest.approx(1 - without[0] / whole[0], abs=1e-9)
        if whole[1]:
            assert value == pytest.approx(1 - without[1] / whole[1], abs=1e-9)


@given(many())
def test_immediate_repeats_change_nothing_at_order_1(frame: pd.DataFrame) -> None:
    kept, collapsed = credit(frame, "markov"), credit(frame, "markov", collapse=True)
    assert kept["conversions"].to_numpy() == pytest.approx(collapsed["conversions"].to_numpy(), rel=1e-9, abs=1e-9)
    assert kept["value"].to_numpy() == pytest.approx(collapsed["value"].to_numpy(), rel=1e-9, abs=1e-9)


def test_immediate_repeats_are_collapsed_on_request() -> None:
    frame = journeys(("A > B > B > C", 1, 0, 0), ("B > B > A", 0, 0, 1), ("B > C > A", 1, 0, 2))
    kept, collapsed = (removal_effects(frame, 2, collapse=collapse) for collapse in (False, True))
    by_hand = journeys(("A > B > C", 1, 0, 0), ("B > A", 0, 0, 1), ("B > C > A", 1, 0, 2))
    assert collapsed.equals(removal_effects(by_hand, 2))
    assert not kept.equals(collapsed)


def test_too_many_states_are_refused() -> None:
    count = 2100
    paths = Paths(
        channels=tuple(f"{number:04}" for number in range(count)),
        touches=np.arange(count, dtype=np.int16),
        starts=np.arange(count + 1),
        conversions=np.ones(count),
        value=np.ones(count),
        nulls=np.zeros(count),
    )
    with pytest.raises(ValueError, match="order: expected at most 2,000 states, found 2,100: too many"):
        chained(paths)


def walked(frame: pd.DataFrame, order: int, removed: str) -> tuple[float, float]:
    """Conversions and value reached by walking on until all have ended, as the reference draws its walks."""
    moves: dict[State, Counter[State]] = defaultdict(Counter)
    won, worth, ended = Counter[State](), Counter[State](), Counter[State]()
    for path, conversions, value, nulls in frame[["path", "conversions", "value", "nulls"]].itertuples(index=False):
        states = [path[place : place + order] for place in range(max(len(path) - order + 1, 1))]
        for before, after in zip([START, *states], states, strict=False):
            moves[before][after] += conversions + nulls
        won[states[-1]] += conversions
        worth[states[-1]] += value
        ended[states[-1]] += nulls
    here, reached = {START: float(moves[START].total())}, (0.0, 0.0)
    while sum(here.values()) > 1e-13:
        following: dict[State, float] = defaultdict(float)
        for state, count in here.items():
            leaving = moves[state].total() + won[state] + ended[state]
            if leaving and removed not in state:
                reached = reached[0] + count * won[state] / leaving, reached[1] + count * worth[state] / leaving
                for target, moved in moves[state].items():
                    following[target] += count * moved / leaving
        here = following
    return reached

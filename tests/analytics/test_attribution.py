from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.attribution import Model, credit, credited, removal_effects
from analytics.paths import Paths
from tests.analytics.journeys import NAMES, column, journeys, many, timed

GIVEN = timed(
    journeys(("A > B > C", 2, 30, 1), ("B > B > A", 1, 6, 0), ("C", 3, 9, 5), ("A > C", 4, 8, 0)),
    (14, 7, 0),
    (7, 7, 0),
    (1,),
    (7, 0),
)
ORDERS = st.integers(1, 3)
MODELS = st.sampled_from(list(Model))


def conversions(frame: pd.DataFrame) -> dict[str, float]:
    return dict(zip(frame["channel"], frame["conversions"], strict=True))


@pytest.mark.parametrize(
    ("model", "a", "b", "c"),
    [
        ("first", 6, 1, 3),
        ("last", 1, 0, 9),
        ("linear", 2 / 3 + 1 / 3 + 2, 2 / 3 + 2 / 3, 2 / 3 + 3 + 2),
        ("position", 0.8 + 0.4 + 2, 0.4 + 0.6, 0.8 + 3 + 2),
        ("time_decay", 2 / 7 + 1 / 2 + 4 / 3, 4 / 7 + 1 / 2, 8 / 7 + 3 + 8 / 3),
        ("shapley", 2 / 3 + 1 / 2 + 2, 2 / 3 + 1 / 2, 2 / 3 + 3 + 2),
    ],
)
def test_credit_by_hand(model: str, a: float, b: float, c: float) -> None:
    found = credit(GIVEN, model)
    assert conversions(found) == pytest.approx({"A": a, "B": b, "C": c}, abs=1e-12)
    assert list(found.columns) == ["channel", "conversions", "value", "share"]
    assert found["share"].tolist() == pytest.approx([a / 10, b / 10, c / 10])


def test_value_follows_the_same_shares() -> None:
    assert credit(GIVEN, "linear")["value"].tolist() == pytest.approx([10 + 2 + 4, 10 + 4, 10 + 9 + 4])


def test_weights_of_our_own() -> None:
    found = credit(GIVEN, "position", weights=(1, 0, 0))
    assert conversions(found) == pytest.approx({"A": 2 + 2, "B": 1, "C": 3 + 2})


def test_a_week_before_counts_half_of_the_day_itself() -> None:
    # Google Ads Help, "About attribution models": time decay has a half-life of 7 days, so that an interaction 8 days
    # before the conversion gets half as much credit as one 1 day before.
    found = credit(timed(journeys(("A > B", 3, 0, 0)), (8, 1)), "time_decay")
    assert conversions(found) == pytest.approx({"A": 1, "B": 2}, abs=1e-12)
    assert conversions(credit(timed(journeys(("A > B", 3, 0, 0)), (8, 1)), "time_decay", half_life_days=3.5)) == (
        pytest.approx({"A": 0.6, "B": 2.4}, abs=1e-12)
    )


@pytest.mark.parametrize("model", list(Model))
def test_a_journey_left_empty_is_nobody_s(model: str) -> None:
    found = credit(GIVEN, model, exclude=["C", "unknown"])
    assert found["channel"].tolist() == ["A", "B", "(none)"]
    assert found["conversions"].iloc[-1] == 3
    assert found["value"].iloc[-1] == 9
    assert found["conversions"].sum() == pytest.approx(10)
    assert found["value"].sum() == pytest.approx(53)


@pytest.mark.parametrize("model", [model for model in Model if model is not Model.MARKOV])
def test_everything_left_out_is_nobody_s(model: str) -> None:
    assert conversions(credit(GIVEN, model, exclude=["A", "B", "C"])) == {"(none)": 10}


def test_nothing_converted_earns_nothing() -> None:
    found = credit(journeys(("A", 0, 0, 5)), "linear")
    assert conversions(found) == {"A": 0}
    assert found["share"].isna().all()


@pytest.mark.parametrize(
    ("frame", "options", "words"),
    [
        (journeys(("A", 0, 0, 5)), {"model": "markov"}, "markov: expected a conversion .* every removal effect is 0"),
        (GIVEN, {"model": "markov", "exclude": ["A", "B", "C"]}, "every removal effect is 0"),
        (GIVEN, {"model": "markov", "order": 4}, "order: expected 1, 2 or 3, found 4"),
        (GIVEN, {"model": "best"}, "model: expected one of first, last, .*, found 'best'"),
        (GIVEN.drop(columns="days_before"), {"model": "time_decay"}, r"time_decay: expected the times of all touches"),
        (GIVEN, {"model": "time_decay", "half_life_days": 0}, "half_life_days: expected"),
        (GIVEN, {"model": "position", "weights": (0.5, 0.5, 0.5)}, "weights: expected three numbers, none negative"),
        (GIVEN, {"model": "position", "weights": (1.5, 0, -0.5)}, "weights: expected three numbers, none negative"),
    ],
)
def test_what_has_no_answer_is_said(frame: pd.DataFrame, options: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        credit(frame, **options)  # type: ignore[arg-type]


@given(many(), MODELS, ORDERS)
def test_credit_adds_up_and_is_never_negative(frame: pd.DataFrame, model: Model, order: int) -> None:
    found = credit(frame, model, order=order)
    assert found["conversions"].sum() == pytest.approx(frame["conversions"].sum(), rel=1e-9, abs=1e-9)
    assert found["value"].sum() == pytest.approx(frame["value"].sum(), rel=1e-9, abs=1e-9)
    assert found["share"].sum() == pytest.approx(1)
    assert (found[["conversions", "value", "share"]] >= -1e-9).all(axis=None)


@given(many(), MODELS, ORDERS, st.sampled_from(list(permutations(NAMES))), st.randoms(use_true_random=False))
def test_neither_the_order_of_rows_nor_names_matter(
    frame: pd.DataFrame, model: Model, order: int, names: tuple[str, ...], chance: object
) -> None:
    renamed = dict(zip(NAMES, names, strict=True))
    other = frame.assign(path=column(tuple(renamed[name] for name in path) for path in frame["path"]))
    other = other.sample(frac=1, random_state=chance.randrange(2**32))  # type: ignore[attr-defined]
    expected = credit(frame, model, order=order)
    found = credit(other, model, order=order).set_index("channel")
    aligned = found.loc[[renamed[name] for name in expected["channel"]]]
    assert aligned["conversions"].to_numpy() == pytest.approx(expected["conversions"].to_numpy(), rel=1e-9, abs=1e-9)
    assert aligned["value"].to_numpy() == pytest.approx(expected["value"].to_numpy(), rel=1e-9, abs=1e-9)


@given(many(), MODELS, ORDERS)
def test_equal_paths_may_stand_apart(frame: pd.DataFrame, model: Model, order: int) -> None:
    halves = pd.concat([frame.assign(**{name: frame[name] / 2 for name in ("conversions", "value", "nulls")})] * 2)
    apart, together = credit(halves, model, order=order), credit(frame, model, order=order)
    assert apart["conversions"].to_numpy() == pytest.approx(together["conversions"].to_numpy(), rel=1e-9, abs=1e-9)


@given(many())
def test_rules_agree_with_a_walk_over_every_journey(frame: pd.DataFrame) -> None:
    for model, rule in {"first": walked_first, "last": walked_last, "linear": walked_linear}.items():
        expected = dict.fromkeys(sorted({name for path in frame["path"] for name in path}), 0.0)
        for path, count in zip(frame["path"], frame["conversions"], strict=True):
            for name, share in rule(path):
                expected[name] += share * count
        assert conversions(credit(frame, model)) == pytest.approx(expected, rel=1e-9, abs=1e-9)


def walked_first(path: tuple[str, ...]) -> list[tuple[str, float]]:
    return [(path[0], 1.0)]


def walked_last(path: tuple[str, ...]) -> list[tuple[str, float]]:
    return [(path[-1], 1.0)]


def walked_linear(path: tuple[str, ...]) -> list[tuple[str, float]]:
    return [(name, 1 / len(path)) for name in path]


def test_a_page_asks_with_paths_of_its_own() -> None:
    shares = np.array([0.25, 0.75])
    paths = Paths(
        channels=("A", "B"),
        touches=np.array([0, 1], dtype=np.int16),
        starts=np.array([0, 2]),
        conversions=np.array([4.0]),
        value=np.array([8.0]),
        nulls=np.array([0.0]),
        decayed=shares,
        decayed_value=shares[::-1],
    )
    found = credited(paths, "time_decay")
    assert found["conversions"].tolist() == [1, 3]
    assert found["value"].tolist() == [6, 2]


def test_removal_effects_are_fractions_of_what_there_is() -> None:
    effects = removal_effects(journeys(("A > B", 1, 10, 0), ("A", 1, 30, 2)))
    assert effects["channel"].tolist() == ["A", "B"]
    assert effects["conversions"].tolist() == pytest.approx([1, 0.5])
    assert effects["value"].tolist() == pytest.approx([1, 0.25])
    assert removal_effects(journeys(("A", 1, 0, 0)))["value"].isna().all()

import math

import pytest

from layouts.figures.shades import Scale, centred, on, scale_of
from layouts.ui.theme import LIGHT

GREYS = Scale(0, 10, ("#000000", "#808080", "#FFFFFF"), "#ABCDEF")


@pytest.mark.parametrize(
    ("value", "colour"),
    [(0, "#000000"), (5, "#808080"), (10, "#FFFFFF"), (2.5, "#404040"), (-3, "#000000"), (99, "#FFFFFF")],
)
def test_a_value_is_mixed_from_the_steps_beside_it_and_ends_stay_ends(value: float, colour: str) -> None:
    assert GREYS.colour(value) == colour


@pytest.mark.parametrize("value", [None, math.nan])
def test_no_value_has_a_colour_of_its_own(value: float | None) -> None:
    assert GREYS.colour(value) == "#ABCDEF"


def test_a_scale_diverges_only_where_a_value_is_negative() -> None:
    sequential, diverging = scale_of([2, None, 8, math.nan], LIGHT), scale_of([-4, 1], LIGHT)
    assert (sequential.low, sequential.high, sequential.steps) == (2, 8, LIGHT.sequential)
    assert (diverging.low, diverging.high, diverging.steps) == (-4, 4, LIGHT.diverging)
    assert (sequential.diverges, diverging.diverges) == (False, True)
    assert diverging.colour(0) == LIGHT.diverging[3]


@pytest.mark.parametrize("values", [[], [3], [3, 3], [math.nan]])
def test_one_value_or_none_still_has_a_scale(values: list[float]) -> None:
    scale = scale_of(values, LIGHT)
    assert scale.high > scale.low
    assert scale.colour(3) in LIGHT.sequential


def test_a_scale_may_start_at_0_and_be_centred_at_a_reach() -> None:
    assert scale_of([5, 8], LIGHT, low=0).low == 0
    assert (centred(1, LIGHT).low, centred(1, LIGHT).high) == (-1, 1)


def test_words_are_black_or_white() -> None:
    assert (on("#FFFFFF"), on("#063A4C")) == ("#000000", "#FFFFFF")

import math

import pandas as pd
import pytest

from analytics.geography_metrics import state_metric
from layouts.ui.map_key import cut_scale, map_key
from tests.layouts.ui.drawn import DRAWING, plain

GROWTH, STORES = state_metric("growth"), state_metric("stores")


def key(*values: float, silent: str = "") -> str:
    told = pd.Series(list(values), dtype=float)
    shown = GROWTH if min(values, default=0) < 0 else STORES
    return plain(map_key(shown, told, cut_scale(told, DRAWING), DRAWING, silent, ["A note."]))


def test_colours_run_from_the_least_to_the_99th_percentile_by_hand() -> None:
    scale = cut_scale(pd.Series(range(101), dtype=float), DRAWING)
    assert (scale.low, scale.high, scale.diverges) == (0, 99, False)
    assert key(*map(float, range(101))) == "Stores 0 to 99 Colours end at the 99th percentile. A note. "


def test_with_a_negative_value_they_are_centred_on_0() -> None:
    scale = cut_scale(pd.Series([-0.2, 0.1]), DRAWING)
    assert scale.low == -scale.high
    assert scale.colour(0) == DRAWING.colours.diverging[3]
    assert key(-0.2, 0.1).startswith("Growth −19.9 % to 19.9 %")


def test_equal_values_are_not_cut() -> None:
    assert "percentile" not in key(5.0, 5.0)


@pytest.mark.parametrize("values", [(), (math.nan,)])
def test_without_values_there_is_no_scale(values: tuple[float, ...]) -> None:
    assert key(*values, silent="Not reported: 36 of 36") == "Not reported: 36 of 36. A note. "

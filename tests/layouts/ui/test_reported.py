import numpy as np

from layouts.ui.reported import reported


def test_what_is_no_number_is_none() -> None:
    assert [reported(value) for value in (None, np.nan, float("nan"))] == [None] * 3
    assert [reported(value) for value in (0, np.float64(1.5), -2.0)] == [0, 1.5, -2]

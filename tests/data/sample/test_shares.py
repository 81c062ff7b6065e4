import numpy as np
import pandas as pd

from data.sample.shares import apportioned, apportioned_within, paise, rupees


def test_what_is_left_goes_to_the_largest_remainders() -> None:
    assert apportioned(10, [1, 1, 1]).tolist() == [4, 3, 3]
    assert apportioned(7, [0.5, 0.25, 0.25]).tolist() == [3, 2, 2]


def test_nothing_is_shared_out_as_nothing() -> None:
    assert apportioned(0, [1, 2]).tolist() == [0, 0]


def test_each_group_keeps_its_own_total() -> None:
    groups, totals = pd.Series(["a", "b", "a"]), pd.Series({"a": 5, "b": 2})
    assert apportioned_within(groups, totals, np.array([1.0, 9.0, 3.0])).tolist() == [1, 2, 4]


def test_money_survives_being_counted_in_paise() -> None:
    assert rupees(paise(pd.Series([0.1, 1234.56, -0.07]))).tolist() == [0.1, 1234.56, -0.07]

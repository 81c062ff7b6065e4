import math

import numpy as np
import pandas as pd
import pytest

from analytics.customers import SEGMENT, headline, largest, left, rated, together
from analytics.wording import Strong
from tests.analytics.people import nobody, people


def moments(**of: tuple[float, float, float]) -> pd.DataFrame:
    """The number, mean and squares about it of each segment."""
    return pd.DataFrame([(name, *told) for name, told in of.items()], columns=[SEGMENT, "n", "mean_x", "sxx"])


def test_who_left_is_the_mean_of_a_flag_times_how_many_tell_it() -> None:
    told = left(moments(A=(10, 0.3, 2.1), B=(5, 0, 0))).set_index(SEGMENT)
    assert told.loc["A"].to_dict() == pytest.approx({"churned": 3, "known": 10})
    assert told.loc["B"].to_dict() == {"churned": 0, "known": 5}


def test_the_sums_of_scores_give_their_mean_and_variance() -> None:
    scores = np.random.default_rng(1).normal(3.4, 0.6, 400).clip(0, 5)
    told = rated(moments(A=(400, scores.mean(), ((scores - scores.mean()) ** 2).sum()))).iloc[0]
    assert (told["satisfaction"], told["ratings"]) == pytest.approx((scores.sum(), 400))
    variance = (told["squares"] - told["satisfaction"] ** 2 / 400) / 399
    assert variance == pytest.approx(scores.var(ddof=1))


def test_the_answer_says_worth_median_and_who_holds_the_most() -> None:
    words = headline(people(), 812.5, "INR")
    assert isinstance(words[0], Strong)
    said = "".join(words).replace("\u00a0", " ")
    assert said == ("₹2,353 of lifetime value per customer, median ₹812.50. Loyal, 39 % of them, holds 83 %.")


def test_one_segment_holds_no_part_and_no_value_gives_no_answer() -> None:
    alone = people().where(SEGMENT, "New")
    assert "".join(headline(alone, 500, "INR")) == "₹600.00 of lifetime value per customer, median ₹500.00."
    silent = people().now.assign(lifetime_value=math.nan)
    assert headline(together([silent]), math.nan, "INR") == ()
    assert headline(nobody(), math.nan, "INR") == ()


def test_a_negative_member_leaves_no_whole_to_have_parts_of() -> None:
    rows = people().now
    assert largest(people())[0] == "Loyal"
    assert largest(people())[1:] == pytest.approx((1_000_000 / 1_200_000, 200 / 510))
    rows.loc[rows["lifetime_value"] == 20_000, "lifetime_value"] = -1
    assert largest(together([rows]))[0] == ""

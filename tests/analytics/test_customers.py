import math

import numpy as np
import pandas as pd
import pytest

from analytics.customers import SEGMENT, headline, largest, left, rated, together
from analytics.wording import Strong
from tests.analytics.people import nobody, people

WIDTH = 0.05


def test_who_left_is_counted_from_the_bins() -> None:
    bins = pd.DataFrame({SEGMENT: ["A", "A", "B"], "is_churned": [0.0, 1.0, 0.0], "rows": [7.0, 3.0, 5.0]})
    told = left(bins).groupby(SEGMENT).sum()
    assert told.loc["A"].to_dict() == {"churned": 3, "known": 10}
    assert told.loc["B"].to_dict() == {"churned": 0, "known": 5}


def test_the_mean_is_that_of_the_scores_and_the_variance_nearly_so() -> None:
    scores = np.random.default_rng(1).normal(3.4, 0.6, 400).clip(0, 5)
    bins = pd.Series(np.floor(scores / WIDTH) * WIDTH).round(2).value_counts().sort_index()
    told = rated(
        pd.DataFrame({SEGMENT: ["A"], "rows": [400.0], "mean": [scores.mean()]}),
        pd.DataFrame({SEGMENT: "A", "satisfaction_score": bins.index, "rows": bins.to_numpy(float)}),
        SEGMENT,
        WIDTH,
    ).iloc[0]
    assert (told["satisfaction"], told["ratings"]) == pytest.approx((scores.sum(), 400))
    variance = (told["squares"] - told["satisfaction"] ** 2 / 400) / 399
    assert variance == pytest.approx(scores.var(ddof=1), rel=0.01)


def test_who_gives_no_score_is_left_out_and_no_segment_is_one_of_its_own() -> None:
    means = pd.DataFrame({SEGMENT: ["A", None, "B"], "rows": [2.0, 1.0, 0.0], "mean": [3.0, 4.0, math.nan]})
    bins = pd.DataFrame({SEGMENT: ["A", "A", None], "satisfaction_score": [2.0, 4.0, 4.0], "rows": [1.0, 1.0, 1.0]})
    told = rated(means, bins, SEGMENT, WIDTH)
    assert told["ratings"].tolist() == [2, 1]
    assert told["satisfaction"].tolist() == [6, 4]
    assert told["squares"].notna().all()


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

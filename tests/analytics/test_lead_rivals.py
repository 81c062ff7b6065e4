import numpy as np
import pandas as pd
import pytest

from analytics.lead_models import Baseline
from analytics.lead_rivals import Rivals, rivals
from tests.analytics.rivalry import MODELS, many, scored


def found(scores: pd.DataFrame) -> Rivals:
    told = rivals(scores)
    assert told is not None
    return told


def test_each_baseline_is_judged_on_the_leads_that_all_have_scored() -> None:
    supplied, logistic, boosted = [0.9, 0.8, 0.3, np.nan], [0.9, 0.2, 0.3, 0.1], [0.7, 0.6, 0.5, 0.4]
    told = found(scored([1, 1, 0, 0], dict(zip(MODELS, (supplied, logistic, boosted), strict=True))))
    assert (told.supplied.total, [rival.leads.total for rival in told.baselines]) == (3, [3, 3])
    # Of two pairs the logistic regression ranks one right, the others both.
    assert [rival.area.value for rival in told.baselines] == [0.5, 1]
    assert [rival.ahead.value for rival in told.baselines] == [-0.5, 0]


def test_the_rows_of_a_model_may_come_in_any_order() -> None:
    scores = many(1, 1.2, 0.8)
    told, mixed = found(scores), found(scores.sample(frac=1, random_state=3))
    assert [rival.ahead.value for rival in told.baselines] == pytest.approx(
        [one.ahead.value for one in mixed.baselines]
    )
    assert [rival.ahead.low for rival in told.baselines] == pytest.approx([one.ahead.low for one in mixed.baselines])


def test_better_worse_and_as_good_are_read_from_the_interval_of_the_difference() -> None:
    better, worse = found(many(1, 1.5, 0.5)).baselines
    assert (better.baseline, better.ahead.sign, better.as_good) == (Baseline.LOGISTIC, 1, False)
    assert (worse.baseline, worse.ahead.sign, worse.as_good) == (Baseline.BOOSTED, -1, False)
    assert [rival.as_good for rival in found(many(1, 1, 1.01)).baselines] == [True, True]
    # A few leads cannot show that it is as good.
    assert [rival.as_good for rival in found(many(1, 1, 1, count=40, noise=9)).baselines] == [False, False]


@pytest.mark.parametrize(
    "scores",
    [many(1, 1, 1).query("model != 'supplied'"), many(1, 1, 1).query("actual_converted == 1"), many(1, 1, 1).head(0)],
)
def test_where_nothing_can_be_compared_there_are_none(scores: pd.DataFrame) -> None:
    assert rivals(scores) is None

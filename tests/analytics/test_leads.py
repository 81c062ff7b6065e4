import numpy as np
import pandas as pd
import pytest

from analytics.classifier import Reproduction
from analytics.leads import ACTUAL, CLASS, COUNT, MOST_SCORES, NO_LEAD, NO_PROBABILITIES, SCORE, Leads
from analytics.scores import NO_BUYER, ONLY_BUYERS
from tests.analytics.leadrows import counted, leads


def test_leads_without_a_score_or_an_outcome_are_counted_apart() -> None:
    silent = pd.DataFrame({SCORE: [None, 0.5], ACTUAL: [1, None], CLASS: [None, None], COUNT: [3.0, 4.0]})
    told = Leads.counted(pd.concat([counted(), silent]))
    assert (told.total, told.buyers, told.silent) == (8, 4, 7)


def test_what_counts_ten_leads_counts_as_ten() -> None:
    assert (leads(times=10).total, leads(times=10).buyers) == (80, 40)


def test_the_supplied_class_is_that_of_any_threshold_between_two_scores() -> None:
    assert leads().supplied == Reproduction(0.4, 0.6, 0, 8)
    assert Leads.counted(counted().assign(**{CLASS: np.nan})).supplied is None


@pytest.mark.parametrize(
    ("bought", "why"), [((1, 0), ""), ((0, 0), NO_BUYER), ((1, 1), ONLY_BUYERS)], ids=["both", "none", "all"]
)
def test_one_outcome_alone_leaves_nothing_to_rank(bought: tuple[int, ...], why: str) -> None:
    assert leads((0.4, 0.6), bought).undefined == why


def test_without_leads_it_says_so() -> None:
    nobody = Leads.counted(counted().iloc[:0])
    assert (nobody.undefined, nobody.improbable, nobody.total) == (NO_LEAD, NO_LEAD, 0)


def test_a_score_beyond_1_is_no_probability() -> None:
    assert leads().improbable == ""
    assert leads((0.4, 40.0), (1, 0)).improbable == NO_PROBABILITIES


def test_more_scores_than_can_be_told_apart_are_counted_to_four_decimals() -> None:
    many = np.linspace(0, 1, MOST_SCORES + 1)
    rows = pd.DataFrame({SCORE: [*many, 0.00004], ACTUAL: 0, CLASS: 0.0, COUNT: 1.0})
    told = Leads.counted(rows)
    assert (told.rounded, told.total) == (True, MOST_SCORES + 2)
    assert told.rows.loc[told.rows[SCORE] == 0, COUNT].tolist() == [2.0]
    assert not Leads.counted(rows.iloc[1:-1]).rounded

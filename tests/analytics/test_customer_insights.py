import math
from dataclasses import replace

import pandas as pd
import pytest

from analytics.choices import Choice
from analytics.comparison import Facts
from analytics.customer_insights import CHURN, CONTENT, churn_rate, customer_insights, mean_score, members, most_value
from analytics.customers import BY_NPS, BY_SEGMENT, DIMENSIONS, SEGMENT
from analytics.reading import Reading
from analytics.view import View
from tests.analytics.people import nobody, people

CHOICES = tuple(Choice(by.key, ("Loyal", "New", "Tiny"), multiple=True) for by in DIMENSIONS)


def reading(facts: Facts | None = None) -> Reading:
    return Reading(people() if facts is None else facts, View(CHOICES), "INR", BY_SEGMENT)


def said(words: tuple[str, ...]) -> str:
    return "".join(words).replace("\u00a0", " ")


def test_the_segment_that_holds_more_than_its_part_is_named_with_what_each_is_worth() -> None:
    found = most_value(reading())
    assert found is not None
    assert (found.subject, found.figure.replace("\u00a0", " "), str(found.view)) == ("Loyal", "83 %", "segment=Loyal")
    worth = "₹5,000 each on average, ₹645.16 each among the others."
    assert said(tuple(found.words)) == f"39 % of customers hold it: {worth}"


def test_nothing_is_said_of_value_that_goes_with_numbers() -> None:
    even = people().now.assign(lifetime_value=lambda rows: rows["rows"] * 100)
    assert most_value(reading(replace(people(), now=even))) is None


def test_churn_is_said_of_the_member_furthest_from_the_others_with_its_interval() -> None:
    found = members(people().now, SEGMENT, CHURN)
    assert [one.name for one in found] == ["Loyal", "New"]
    assert found[1].own.value == pytest.approx(0.3)
    assert found[1].others.value == pytest.approx(20 / 210)
    insight = customer_insights(reading(), (BY_SEGMENT, BY_NPS))[1]
    assert (insight.kind, insight.subject) == ("Churn rate above the rest", "New")
    assert said(tuple(insight.words)) == "Among 300 customers (95 %: 25.1 % to 35.4 %). The other segments: 9.5 %."


def test_a_member_that_is_all_churned_or_too_small_is_not_said_to_churn() -> None:
    rows = people().now
    rows.loc[rows["known"] == 300, ["churned", "known"]] = [300.0, 300.0]
    names = [one.name for one in members(rows, SEGMENT, CHURN)]
    assert names == ["Loyal"]


def test_contentment_is_not_looked_for_by_who_recommends() -> None:
    by_nps = people().now.rename(columns={SEGMENT: BY_NPS.column, BY_NPS.column: "other"})
    assert members(by_nps, BY_NPS.column, CONTENT)
    facts = replace(people(), now=by_nps.assign(customer_segment=None))
    kinds = [one.kind for one in customer_insights(reading(facts), (BY_NPS,))]
    assert [kind for kind in kinds if kind.startswith("Satisfaction")] == []


def test_rates_and_means_with_intervals_by_hand() -> None:
    churn = churn_rate(pd.Series({"churned": 5.0, "known": 50.0}))
    assert (churn.value, churn.low, churn.high) == pytest.approx((0.1, 0.04348, 0.21360), abs=1e-5)
    # Scores 2, 3, 4: mean 3, s = 1.
    score = mean_score(pd.Series({"ratings": 3.0, "satisfaction": 9.0, "squares": 29.0}))
    assert (score.value, score.high - score.value) == pytest.approx((3.0, 1.959964 / math.sqrt(3)))


def test_without_enough_there_is_no_interval() -> None:
    assert math.isnan(churn_rate(pd.Series({"churned": 0.0, "known": 0.0})).value)
    one = mean_score(pd.Series({"ratings": 1.0, "satisfaction": 4.0, "squares": 16.0}))
    assert one.value == 4
    assert math.isnan(one.low)


def test_an_empty_view_has_no_findings() -> None:
    assert customer_insights(reading(nobody()), (BY_SEGMENT, BY_NPS)) == ()

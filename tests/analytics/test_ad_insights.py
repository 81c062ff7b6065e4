"""What stands out on the ad platforms' pages: by hand, and in the sample the stories that it was made with."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from analytics.ad_insights import below_break_even, response_insights, return_insights
from analytics.ad_return import BreakEven
from analytics.choices import Choice
from analytics.comparison import Facts
from analytics.insight import Insight
from analytics.reading import Dimension, Reading
from analytics.view import View
from tests.analytics.frames import period, plain

JANUARY = period("2024-01-01", "2024-01-31")
DEVICE, PLATFORM = Dimension("device", "device", "device"), Dimension("platform", "channel", "platform")
CHOICES = (
    *(Choice(key, ("A", "B", "C"), multiple=True) for key in ("device", "channel")),
    Choice("by", ("device", "channel"), ("channel",)),
    Choice("metric", ("roas", "cvr"), ("roas",)),
)
EVEN = BreakEven(2.5, "the margin as reported, 40.0 %")


def reading(by: Dimension, *members: tuple[str, float, float, float, float]) -> Reading:
    """Twenty equal days of members: name, clicks, conversions, spend, revenue."""
    names = ("platform", "clicks", "conversions", "spend", "revenue")
    day = pd.DataFrame(list(members), columns=list(names)).assign(device=lambda rows: rows["platform"])
    rows = pd.concat(
        [day.assign(date=at, impressions=1000.0, engagements=10.0) for at in pd.date_range("2024-01-01", periods=20)]
    )
    facts = Facts.split(rows.reset_index(drop=True), JANUARY, None, JANUARY)
    return Reading(facts, View(CHOICES), "INR", by, "platform")


def said(found: Sequence[Insight]) -> list[tuple[str, str, str]]:
    return [(one.kind, plain(f"{one.subject} {one.figure}"), str(one.view)) for one in found]


def test_a_rate_above_the_rest_by_hand() -> None:
    """A converts 6 of 100, the others 3 of 100; each has a third of the clicks."""
    devices = reading(DEVICE, *((name, 100, count, 10, 20) for name, count in (("A", 6), ("B", 3), ("C", 3))))
    (found,) = response_insights([devices])
    assert said([found]) == [("CVR above the rest", "A 6.0 %", "by=device&metric=cvr")]
    assert plain(found.words) == "100 % above the other devices, whose CVR is 3.0 %, on 33 % of clicks."
    assert found.link == "CVR by device"


def test_an_interval_is_said_where_it_can_be_seen() -> None:
    devices = reading(DEVICE, ("A", 100, 6, 10, 20), ("B", 100, 3, 10, 20))
    rows = devices.facts.now
    lively = rows.assign(conversions=rows["conversions"] + (rows["date"].dt.day % 2 - 0.5))
    (found,) = response_insights([replace(devices, facts=replace(devices.facts, now=lively))])
    assert plain(found.words).endswith("Its days put it between 5.8 % and 6.2 % (95 % interval).")


def test_below_break_even_names_the_largest_shortfall() -> None:
    """A lacks 2.5 × 10 − 20 = 5 a day, B 2.5 × 20 − 30 = 20, C nothing: B lacks 400 in 20 days."""
    platforms = reading(PLATFORM, ("A", 1, 1, 10, 20), ("B", 1, 1, 20, 30), ("C", 1, 1, 10, 30))
    found = below_break_even(platforms, EVEN)
    assert found is not None
    assert said([found]) == [("Below break-even", "B 1.5×", "")]
    assert plain(found.words) == (
        "Break-even is 2.5×, by the margin as reported, 40.0 %. 2 of 3 platforms are below it. "
        "B lacks ₹400.00 of revenue on ₹400.00 of ad spend."
    )


def test_nobody_is_below_a_break_even_that_is_reached_or_not_known() -> None:
    platforms = reading(PLATFORM, ("A", 1, 1, 10, 25), ("B", 1, 1, 10, 30))
    assert below_break_even(platforms, EVEN) is None
    assert below_break_even(platforms, None) is None


def test_a_subject_is_told_once_and_three_at_most() -> None:
    platforms = reading(PLATFORM, ("A", 100, 3, 10, 4), ("B", 100, 3, 10, 40), ("C", 100, 3, 10, 40))
    found = return_insights(platforms, [replace(platforms, by=DEVICE), platforms], EVEN)
    assert [one.kind for one in found] == ["Below break-even"]
    assert found[0].subject == "A"


def test_a_segment_that_returns_half_of_the_average_is_told() -> None:
    devices = reading(DEVICE, ("A", 100, 3, 10, 10), ("B", 100, 3, 10, 40))
    (found,) = return_insights(replace(devices, by=PLATFORM), [devices], None)
    assert said([found]) == [("Weakest return", "A 1.0×", "device=A")]


def test_where_all_are_alike_nothing_is_told() -> None:
    alike = reading(DEVICE, ("A", 100, 3, 10, 40), ("B", 100, 3, 10, 40))
    assert response_insights([alike]) == ()
    assert return_insights(replace(alike, by=PLATFORM), [alike], EVEN) == ()

from collections.abc import Sequence

import pandas as pd
import pytest

from analytics.attribution_insights import (
    Reading,
    attribution_insights,
    opens_or_closes,
    steepest_stage,
    supplied_apart,
)
from analytics.choices import Choice
from analytics.credits import Credits, credits_of
from analytics.insight import Insight
from analytics.offers import OFFERS, offer
from analytics.paths import Paths
from analytics.view import View

CHOICES = (
    Choice("model", [known.key for known in OFFERS], ("markov-1",)),
    Choice("rate", ("start", "previous"), ("start",)),
    Choice("shares", ("computed", "difference"), ("computed",)),
)
VIEW = View.parse("", CHOICES)[0]
STAGES = pd.DataFrame({"stage": ["Seen", "Asked", "Bought"], "visitors": [1000, 300, 150]})
NOBODY = pd.DataFrame({"stage": [], "visitors": []})
NOTHING = pd.DataFrame()
Row = tuple[tuple[str, ...], float]


def given(*rows: Row, keys: Sequence[str] = ("first", "last")) -> Credits:
    frame = pd.DataFrame(
        [(path, won, 0.0, 1.0) for path, won in rows], columns=["path", "conversions", "value", "nulls"]
    )
    return credits_of(lambda half_life: Paths.of(frame), [offer(key) for key in keys])


def reading(known: Credits | None = None, stages: pd.DataFrame = NOBODY, supplied: pd.DataFrame = NOTHING) -> Reading:
    return Reading(VIEW, known, stages, supplied)


def said(insight: Insight | None) -> str:
    assert insight is not None
    return "".join(insight.words).replace("\u00a0", " ")


def test_the_channel_that_opens_more_than_it_closes_by_hand() -> None:
    """A opens 90 of 100 and closes 40, B opens 10 and closes 60: both 50 apart, A first by name."""
    found = opens_or_closes(reading(given((("A", "B"), 50), (("A",), 40), (("B",), 10))))
    assert found is not None
    assert (found.kind, found.subject, found.figure) == ("Opens more than it closes", "A", "50 points apart")
    assert said(found).startswith("It has 90.0 % of the credit by first touch and 40.0 % by last touch.")
    assert (str(found.view), found.link) == ("model=first", "Credit by first touch")


def test_the_channel_that_closes_more_than_it_opens() -> None:
    found = opens_or_closes(reading(given((("A", "C"), 40), (("B", "C"), 40), (("C",), 20))))
    assert found is not None
    assert (found.kind, found.subject, str(found.view)) == ("Closes more than it opens", "C", "model=last")


@pytest.mark.parametrize("known", [
    None,
    given((("A",), 100)),
    given((("A", "B"), 4000), (("B", "A"), 1000), (("A",), 95_000)),
    given((("A", "B"), 2), (("A",), 8)),
    given((("A", "B"), 50), keys=["first"]),
])  # fmt: skip
def test_no_channel_is_named_where_none_stands_out_or_few_convert(known: Credits | None) -> None:
    assert opens_or_closes(reading(known)) is None


def test_the_steepest_stage_is_well_above_the_next() -> None:
    found = steepest_stage(reading(stages=STAGES))
    assert found is not None
    assert (found.subject, found.figure, found.good) == ("Before Asked", "▼ 70\u00a0%", False)
    assert said(found) == "70.0 % of those at Seen never come to Asked; no other stage loses more than 50.0 %."
    assert str(found.view) == "rate=previous"
    assert steepest_stage(reading(stages=STAGES.assign(visitors=[1000, 500, 240]))) is None
    assert steepest_stage(reading(stages=STAGES.head(1))) is None
    assert steepest_stage(reading()) is None


def test_the_supplied_share_furthest_from_the_journeys() -> None:
    supplied = pd.DataFrame({"first_touch": [80.0, 20.0], "last_touch": [40.0, 60.0]}, index=["A", "B"])
    found = supplied_apart(reading(given((("A", "B"), 50), (("A",), 40), (("B",), 10)), supplied=supplied))
    assert found is not None
    assert (found.kind, found.subject, found.figure) == ("Check the data", "B", "10 points apart")
    assert said(found).startswith("By first touch the journeys in view give it 10.0 %, the file 20.0 %.")
    assert str(found.view) == "shares=difference"
    close = supplied.assign(first_touch=[88.0, 12.0])
    assert supplied_apart(reading(given((("A", "B"), 50), (("A",), 40), (("B",), 10)), supplied=close)) is None
    assert supplied_apart(reading(given((("A",), 1)))) is None


def test_at_most_three_and_none_without_data() -> None:
    assert attribution_insights(reading()) == ()
    assert len(attribution_insights(reading(given((("A", "B"), 50), (("A",), 40)), STAGES))) == 2

import math

import pandas as pd

from analytics.ad_headlines import response, returned
from analytics.ad_return import BreakEven
from analytics.comparison import Facts
from analytics.reading import Reading
from analytics.view import View
from tests.analytics.frames import period

FEBRUARY, JANUARY = period("2024-02-01", "2024-02-29"), period("2024-01-01", "2024-01-31")
LOADED = period("2023-01-01", "2024-12-31")
COLUMNS = ("impressions", "clicks", "conversions", "spend", "revenue", "profit")
NAN = math.nan


def reading(now: tuple[float, ...], before: tuple[float, ...] = (NAN,) * 6) -> Reading:
    frame = pd.DataFrame([now, before], columns=list(COLUMNS), dtype=float)
    frame["date"] = pd.to_datetime(["2024-02-10", "2024-01-10"])
    return Reading(Facts.split(frame, FEBRUARY, JANUARY, LOADED), View(()), "USD")


def said(words: object) -> str:
    return "".join(map(str, words)).replace("\u00a0", " ")  # type: ignore[call-overload]


def test_the_answer_for_the_cmo() -> None:
    now, before = (1000, 20, 3, 50, 100, 40), (1000, 10, 2, 50, 100, 40)
    expected = "2.0 % of impressions led to a click, 15.0 % of clicks to a conversion."
    assert said(response(reading(now))) == expected
    assert said(response(reading(now, before))) == f"{expected} Conversions rose 50 %."
    assert response(reading((0, 0, 0, 0, 0, 0))) == ()


def test_the_answer_for_the_cfo_is_what_is_left_of_reported_profit() -> None:
    words = returned(reading((1, 1, 1, 50, 100, 40)), BreakEven(2.5, ""))
    assert said(words) == "$10.00 is lost: $40.00 of reported profit less $50.00 of ad spend. " + (
        "ROAS is 2.0×, break-even 2.5×."
    )


def test_without_a_reported_profit_it_is_revenue_less_ad_spend() -> None:
    words = returned(reading((1, 1, 1, 20, 100, NAN)), None)
    assert said(words) == "$80.00 of revenue is left after $20.00 of ad spend."
    short = returned(reading((1, 1, 1, 100, 20, NAN)), None)
    assert said(short) == "$80.00 of $100.00 of ad spend did not come back as revenue."
    gain = returned(reading((1, 1, 1, 20, 100, 40)), None)
    assert said(gain) == "$20.00 is left: $40.00 of reported profit less $20.00 of ad spend."


def test_what_is_left_is_told_beside_the_amounts_that_it_is_made_of() -> None:
    """Rows of spend without revenue, and of profit without spend, are in none of the three amounts."""
    frame = pd.DataFrame([(1, 1, 1, 20, 100, NAN), (1, 1, 1, 500, NAN, NAN)], columns=list(COLUMNS), dtype=float)
    now = frame.assign(date=pd.Timestamp("2024-02-10"))
    told = Reading(Facts.split(now, FEBRUARY, None, LOADED), View(()), "USD")
    assert said(returned(told, None)) == "$80.00 of revenue is left after $20.00 of ad spend."
    profits = now.assign(profit=[50.0, NAN], revenue=[100.0, 1.0])
    told = Reading(Facts.split(profits, FEBRUARY, None, LOADED), View(()), "USD")
    assert said(returned(told, None)) == "$30.00 is left: $50.00 of reported profit less $20.00 of ad spend."


def test_nothing_is_answered_where_revenue_or_spend_is_not_known() -> None:
    assert returned(reading((1, 1, 1, NAN, 100, 4)), None) == ()

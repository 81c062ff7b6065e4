"""Small frames of facts, as the store hands them over."""

import math
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from analytics.choices import Choice, Days
from analytics.comparison import Facts
from analytics.periods import Period
from analytics.reading import Reading
from analytics.view import FROM, PERIOD, TO, View

MEASURES = ("impressions", "clicks", "conversions", "spend", "revenue")
NOT_REPORTED = math.nan
REAL = Path("../shared/real/novamart/iso/campaign_performance.csv")
REAL_LOADED = Period(date(2023, 1, 4), date(2024, 12, 31))
Row = dict[str, object]


def row(day: str, channel: str = "Email", region: str = "North", **measures: float) -> Row:
    """A row of facts; measures not given are 0."""
    return {"date": pd.Timestamp(day), "channel": channel, "region": region, **dict.fromkeys(MEASURES, 0.0), **measures}


def rows(*given: Row) -> pd.DataFrame:
    """A frame of rows, typed as the store types them also where there are none."""
    frame = pd.DataFrame(list(given), columns=["date", "channel", "region", *MEASURES])
    return frame.astype({"date": "datetime64[us]", "channel": "str", "region": "str"} | dict.fromkeys(MEASURES, float))


def days(start: str, end: str, channel: str = "Email", **measures: float) -> list[Row]:
    """A row for each day from start to end."""
    return [row(day.isoformat(), channel, "North", **measures) for day in pd.date_range(start, end)]


def period(start: str, end: str) -> Period:
    """The days from start to end, written as ISO dates."""
    return Period(date.fromisoformat(start), date.fromisoformat(end))


def facts(given: Iterable[Row], now: Period, before: Period | None = None, loaded: Period | None = None) -> Facts:
    """Facts split from rows; without `loaded`, everything is."""
    return Facts.split(rows(*given), now, before, loaded or Period(date(1900, 1, 1), date(2199, 12, 31)))


def reading(given: Facts, query: str = "") -> Reading:
    """The facts as a page in rupees reads them, whose view knows every channel."""
    choices = (
        Choice(PERIOD, ("last-12-months", "all"), ("last-12-months",)),
        Choice(FROM, Days()),
        Choice(TO, Days()),
        Choice("channel", sorted({*given.now["channel"], *given.before["channel"]}), multiple=True),
        Choice("grain", ("day", "week", "month"), ("week",)),
        Choice("metric", ("revenue", "roas"), ("revenue",)),
    )
    return Reading(given, View.parse(query, choices)[0], "INR")


def plain(words: Iterable[str]) -> str:
    """Words as one text, with ordinary spaces."""
    return "".join(words).replace("\u00a0", " ")


def real_rows() -> pd.DataFrame:
    """The campaign rows of the real data set, summed as pages ask for them; skips where it is absent."""
    if not REAL.exists():
        pytest.skip(f"{REAL} is absent")
    read = pd.read_csv(REAL, parse_dates=["date"])
    return read.groupby(["date", "channel", "region"], as_index=False)[list(MEASURES)].sum()


TWO_CHANNELS = rows(
    row("2024-01-01", "Email", impressions=2_000, clicks=100, conversions=10, spend=50, revenue=400),
    row("2024-01-01", "Google Ads", impressions=8_000, clicks=100, conversions=5, spend=150, revenue=300),
)

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd
import pytest

from analytics.comparison import Facts
from analytics.findings import last_complete_month, ranking_finding, same_month_before, trend_finding
from analytics.metric import Metric
from analytics.metrics import METRICS, metric
from analytics.periods import Comparison, Period, compared, month_start
from tests.analytics.frames import NOT_REPORTED, REAL_LOADED, Row, facts, period, real_rows, row

YEAR, BEFORE = period("2024-01-01", "2024-12-31"), period("2023-01-01", "2023-12-31")
REVENUE = metric("revenue")
NO_BREAK = "\u00a0"


def monthly(start: str, revenues: Sequence[float]) -> list[Row]:
    """A row in the middle of each month from start."""
    first = date.fromisoformat(start)
    return [row(month_start(first, place).isoformat(), revenue=value) for place, value in enumerate(revenues)]


def year(now: Mapping[int, float], before: Mapping[int, float], loaded: Period | None = None) -> Facts:
    """Two years of 100 a month but for the months given."""
    rows = [
        *monthly("2023-01-01", [before.get(month, 100) for month in range(1, 13)]),
        *monthly("2024-01-01", [now.get(month, 100) for month in range(1, 13)]),
    ]
    return facts(rows, YEAR, BEFORE, loaded)


@pytest.mark.parametrize(
    ("given", "title"),
    [
        (year({8: 150}, {}), "Revenue peaked in August"),
        (year({8: 149}, {}), "How did revenue move over time?"),
        (year({12: 32}, {}), "Revenue ended December 68 % below last year"),
        (year({12: 112}, {}), "Revenue ended December 12 % above last year"),
        (year({12: 109}, {}), "How did revenue move over time?"),
        (year({8: 300, 12: 50}, {}), "Revenue peaked in August and ended December 50 % below last year"),
        (year({12: 50}, {12: 0}), "How did revenue move over time?"),
        (year({12: 50}, {12: -5}), "How did revenue move over time?"),
    ],
)
def test_a_trend_tells_its_peak_and_its_last_month(given: Facts, title: str) -> None:
    assert trend_finding(REVENUE, given).replace(NO_BREAK, " ") == title


def test_nothing_is_compared_with_days_that_are_not_loaded() -> None:
    assert "below" in trend_finding(REVENUE, year({12: 50}, {}, period("2023-01-10", "2024-12-31")))
    assert "below" not in trend_finding(REVENUE, year({12: 50}, {}, period("2023-02-01", "2024-12-31")))


def test_a_month_of_which_a_tenth_is_not_loaded_is_not_compared() -> None:
    months = period("2024-01-01", "2024-01-31"), period("2023-01-01", "2023-01-31")
    loaded = period("2023-01-04", "2024-12-31")
    rows = [row("2023-01-05", revenue=100), row("2024-01-05", revenue=300)]
    assert trend_finding(REVENUE, facts(rows, *months, loaded)) == "How did revenue move over time?"
    assert "above" in trend_finding(REVENUE, facts(rows, *months))


def test_a_peak_of_more_than_a_year_is_named_with_its_year() -> None:
    rows = monthly("2023-01-01", [100] * 19 + [300] + [100] * 4)
    assert trend_finding(REVENUE, facts(rows, period("2023-01-01", "2024-12-31"))) == "Revenue peaked in August 2024"


def test_an_incomplete_month_is_no_peak_and_no_end() -> None:
    rows = monthly("2024-01-01", [100, 100, 100, 900])
    assert trend_finding(REVENUE, facts(rows, period("2024-01-01", "2024-04-29"))) == "How did revenue move over time?"
    assert trend_finding(REVENUE, facts(rows, period("2024-01-01", "2024-04-30"))) == "Revenue peaked in April"


def test_losses_have_no_peak() -> None:
    given = facts(monthly("2024-01-01", [-100, -100, -100, -50]), period("2024-01-01", "2024-04-30"))
    assert trend_finding(REVENUE, given) == "How did revenue move over time?"


def test_a_short_period_has_no_peak() -> None:
    given = facts(monthly("2024-01-01", [1, 9]), period("2024-01-01", "2024-02-29"))
    assert trend_finding(REVENUE, given) == "How did revenue move over time?"


@pytest.mark.parametrize(
    ("days", "month"),
    [
        (YEAR, period("2024-12-01", "2024-12-31")),
        (period("2024-01-01", "2024-02-28"), period("2024-01-01", "2024-01-31")),
        (period("2024-01-02", "2024-02-28"), None),
        (period("2024-02-01", "2024-02-29"), period("2024-02-01", "2024-02-29")),
        (period("2024-02-29", "2024-02-29"), None),
    ],
)
def test_the_last_complete_month_lies_wholly_in_the_period(days: Period, month: Period | None) -> None:
    assert last_complete_month(days) == month


@pytest.mark.parametrize(
    ("days", "comparison", "before"),
    [
        (YEAR, Comparison.PREVIOUS, period("2023-12-01", "2023-12-31")),
        (period("2024-10-01", "2024-12-31"), Comparison.PREVIOUS, period("2024-09-01", "2024-09-30")),
        (period("2024-10-01", "2024-12-31"), Comparison.LAST_YEAR, period("2023-12-01", "2023-12-31")),
        (period("2024-10-02", "2024-12-31"), Comparison.LAST_YEAR, None),
        (YEAR, Comparison.NONE, None),
    ],
)
def test_a_month_is_compared_with_the_one_it_is_laid_over(
    days: Period, comparison: Comparison, before: Period | None
) -> None:
    given = facts([], days, compared(days, comparison))
    assert same_month_before(period("2024-12-01", "2024-12-31"), given) == before


def test_a_quarter_is_named_by_the_month_it_is_compared_with() -> None:
    rows = [row("2023-12-05", revenue=100), row("2024-09-05", revenue=200), row("2024-12-05", revenue=50)]
    quarter = period("2024-10-01", "2024-12-31")
    previous, last_year = (
        trend_finding(REVENUE, facts(rows, quarter, compared(quarter, comparison))).replace(NO_BREAK, " ")
        for comparison in (Comparison.PREVIOUS, Comparison.LAST_YEAR)
    )
    assert previous == "Revenue ended December 75 % below Sep 2024"
    assert last_year == "Revenue ended December 50 % below last year"


def shares(*given: tuple[str, float, float], clicks: float = 1_000) -> Facts:
    """A day of (channel, spend, revenue)."""
    rows = [
        row("2024-01-01", name, spend=spend, revenue=revenue, clicks=clicks, conversions=revenue)
        for name, spend, revenue in given
    ]
    return facts(rows, period("2024-01-01", "2024-01-01"))


@pytest.mark.parametrize(
    ("given", "name", "title"),
    [
        (shares(("Email", 7, 40), ("Fax", 93, 60)), "revenue", "Fax earns 60 % of revenue on 93 % of spend"),
        (shares(("Email", 7, 60), ("Fax", 93, 40)), "conversions", "Email brings 60 % of conversions on 7 % of spend"),
        (shares(("Email", 7, 60), ("Fax", 93, 40)), "spend", "Fax makes up 93 % of ad spend"),
        (shares(("Email", 7, 60), ("Fax", 93, 40)), "roas", "Email has the highest ROAS"),
        (shares(("Email", 7, 60), ("Fax", 93, 40)), "roi", "Email has the highest ROI, revenue-based"),
        (shares(("Direct", 0, 60), ("Fax", 93, 40)), "revenue", "Direct earns 60 % of revenue with no ad spend"),
        (shares(("Email", 1, 60), ("Fax", 999, 40)), "revenue", "Email earns 60 % of revenue on under 1 % of spend"),
        (
            shares(("Email", NOT_REPORTED, 60), ("Fax", 93, 40)),
            "revenue",
            "Email makes up 60 % of revenue",
        ),
        (shares(("Email", 7, 60), ("Fax", 93, -40)), "revenue", "Email has the most revenue"),
        (shares(("Email", 7, 60), ("Fax", 7, 60)), "revenue", "No single channel has the most revenue"),
        (shares(("Email", 7, 60), ("Fax", 7, 60)), "roas", "No single channel has the highest ROAS"),
        (shares(("Email", 7, 100), ("Fax", 7.01, 100)), "roas", "No single channel has the highest ROAS"),
        (shares(("Email", 7, 60)), "revenue", "Which channel has the most revenue?"),
        (shares(("Email", 7, 0), ("Fax", 93, 0)), "revenue", "Which channel has the most revenue?"),
        (shares(("Direct", 0, 60), ("Fax", 93, 40)), "roas", "Which channel has the highest ROAS?"),
        (shares(("Email", 7, 60), ("Fax", 93, 40), clicks=99), "cvr", "Which channel has the highest CVR?"),
        (shares(("Email", 7, 60), ("Fax", 93, 40), clicks=100), "cvr", "Email has the highest CVR"),
        (shares(), "revenue", "Which channel has the most revenue?"),
    ],
)
def test_a_ranking_tells_who_leads(given: Facts, name: str, title: str) -> None:
    assert ranking_finding(metric(name), given, "channel", noun="channel").replace(NO_BREAK, " ") == title


@pytest.mark.parametrize("known", METRICS, ids=lambda known: known.name)
@pytest.mark.parametrize(
    "given",
    [
        facts([], YEAR, BEFORE),
        facts([row("2024-01-01", spend=NOT_REPORTED, revenue=NOT_REPORTED)], YEAR, BEFORE),
        facts([row("2024-01-01"), row("2023-01-01", "Fax")], YEAR, BEFORE),
        facts([row("2024-01-01", "Fax", spend=1, revenue=-9), row("2024-01-01", spend=1, revenue=9)], YEAR),
    ],
    ids=["empty", "not reported", "zeros", "cancelling out"],
)
def test_titles_never_show_what_cannot_be_computed(known: Metric, given: Facts) -> None:
    titles = trend_finding(known, given), ranking_finding(known, given, "channel", noun="channel")
    assert not [title for title in titles if any(word in title for word in ("nan", "inf", "n/a"))]


def test_titles_of_the_real_data_agree_with_their_rows() -> None:
    every = real_rows()
    given = Facts.split(every, YEAR, BEFORE, REAL_LOADED)
    assert trend_finding(REVENUE, given).replace(NO_BREAK, " ") == (
        "Revenue peaked in August and ended December 68 % below last year"
    )
    assert ranking_finding(REVENUE, given, "channel", noun="channel").replace(NO_BREAK, " ") == (
        "Email earns 40 % of revenue on 7 % of spend"
    )
    months = every.groupby([every["date"].dt.year, every["date"].dt.month])["revenue"].sum()
    assert months[2024].idxmax() == 8
    assert months[2024, 12] / months[2023, 12] - 1 == pytest.approx(-0.68, abs=0.005)
    email = every[(every["channel"] == "Email") & (every["date"] >= pd.Timestamp("2024-01-01"))]
    now = every[every["date"] >= pd.Timestamp("2024-01-01")]
    assert email["revenue"].sum() / now["revenue"].sum() == pytest.approx(0.40, abs=0.005)
    assert email["spend"].sum() / now["spend"].sum() == pytest.approx(0.07, abs=0.005)

import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.comparison import Facts
from analytics.headline import headline
from analytics.insights import insights, largest_mover, last_month, spend_and_revenue
from analytics.periods import Period
from tests.analytics.frames import (
    NOT_REPORTED,
    REAL_LOADED,
    Row,
    facts,
    period,
    plain,
    reading,
    real_rows,
)
from tests.analytics.told import BEFORE, YEAR, before, day, said, told


def test_largest_mover() -> None:
    rows = day("Email", 1, 300), day("Fax", 1, 78), before("Email", 1, 100), before("Fax", 1, 100)
    assert said(largest_mover, *rows) == (
        "Largest mover",
        "Email ▲ ₹200.00",
        "Email grew from ₹100.00 to ₹300.00. Leave it out and revenue fell 22.0 %, from ₹100.00 to ₹78.00.",
        "Email by month",
        "channel=Email&grain=month",
    )
    found = told(largest_mover, *rows)
    assert found is not None
    assert found.good is True


def test_largest_mover_that_reports_nothing_any_more() -> None:
    rows = day("Fax", 1, 100), before("Email", 1, 60), before("Fax", 1, 100)
    assert said(largest_mover, *rows)[1:3] == (
        "Email ▼ ₹60.00",
        "Email fell from ₹60.00 to no reported revenue. "
        "Leave it out and revenue barely moved, from ₹100.00 to ₹100.00.",
    )


def test_largest_mover_beside_channels_that_were_nothing_before() -> None:
    rows = day("Email", 1, 300), day("Fax", 1, 78), before("Email", 1, 100)
    assert said(largest_mover, *rows)[2] == "Email grew from ₹100.00 to ₹300.00."


def test_no_largest_mover_where_none_moved_enough_or_there_is_one() -> None:
    assert (
        told(largest_mover, day("Email", 1, 104), day("Fax", 1, 100), before("Email", 1, 100), before("Fax", 1, 100))
        is None
    )
    assert told(largest_mover, day("Email", 1, 300), before("Email", 1, 100)) is None
    assert told(largest_mover, day("Email", 1, 300), day("Fax", 1, 78)) is None


def months(*december: str, now: float = 50) -> list[Row]:
    """Three channels of 100 each month of 2024 but December, when those given report `now`; 2023 is 100 throughout."""
    names = ("Email", "Facebook", "Fax")
    return [
        *(
            day(name, 1, 100, f"{year}-{month:02}-10")
            for name in names
            for year in (2023, 2024)
            for month in range(1, 12)
        ),
        *(before(name, 1, 100) for name in names),
        *(day(name, 1, now) for name in december),
    ]


def test_last_month_in_which_most_channels_report_nothing() -> None:
    assert said(last_month, *months("Fax")) == (
        "Check the data",
        "December ▼ 83.3 %",
        "₹50.00 against ₹300.00 in Dec 2023. Only Fax has rows in December; 2 channels report nothing.",
        "December by day",
        "from=2024-12-01&grain=day&to=2024-12-31",
    )


def test_last_month_in_which_some_channels_report_nothing() -> None:
    found = said(last_month, *months("Fax", "Email", now=200))
    assert found[:3] == (
        "Check the data",
        "December ▲ 33.3 %",
        "₹400.00 against ₹300.00 in Dec 2023. Facebook has no rows in December.",
    )


def test_last_month_that_fell_with_every_channel_reporting() -> None:
    assert said(last_month, *months("Email", "Facebook", "Fax"))[:3] == (
        "Last complete month",
        "December ▼ 50.0 %",
        "₹150.00 against ₹300.00 in Dec 2023.",
    )


def test_no_last_month_where_it_fell_a_little_or_is_not_complete() -> None:
    assert told(last_month, *months("Email", "Facebook", "Fax", now=61)) is None
    incomplete = facts(months("Fax"), period("2024-11-02", "2024-12-30"), period("2023-11-02", "2023-12-30"))
    assert last_month(reading(incomplete)) is None


def test_spend_and_revenue_that_moved_apart() -> None:
    rows = day("Email", 80, 400), day("Fax", 10, 20), before("Email", 90, 300), before("Fax", 10, 100)
    assert said(spend_and_revenue, *rows, day("Email", 0, 60)) == (
        "Spend against revenue",
        "Paid ROAS ▲ 33.3 %",
        "Spend fell 10.0 %, to ₹90.00; revenue rose 20.0 %, to ₹480.00. Paid ROAS went from 4.0× to 5.3×.",
        "ROAS by channel",
        "metric=roas",
    )


@pytest.mark.parametrize("organic", [day("Direct", 0, 10), before("Direct", 0, 10)])
def test_roas_is_blended_where_an_organic_channel_counts_in_either_period(organic: Row) -> None:
    rows = day("Email", 80, 400), before("Email", 100, 400), organic
    assert said(spend_and_revenue, *rows)[1].startswith("Blended ROAS ▲")


def test_spend_that_stayed_is_said_to_have_barely_moved() -> None:
    rows = day("Email", 100, 600), before("Email", 100, 400)
    assert said(spend_and_revenue, *rows)[2].startswith("Spend barely moved, to ₹100.00; revenue rose 50.0 %")


def test_spend_and_revenue_that_moved_together_are_not_told() -> None:
    assert told(spend_and_revenue, day("Email", 114, 128), before("Email", 100, 100)) is None
    assert told(spend_and_revenue, day("Email", 114, 128), before("Email", 100, 0)) is None


def test_nothing_is_compared_with_a_period_of_which_too_little_is_loaded() -> None:
    rows = [*months("Fax"), day("Email", 9, 1_000, "2024-11-30")]
    kinds = [
        {found.kind for found in insights(reading(facts(rows, YEAR, BEFORE, period(start, "2024-12-31"))))}
        for start in ("2023-01-10", "2023-03-01")
    ]
    assert kinds[0] - kinds[1] == {"Largest mover", "Check the data"}
    assert kinds[1] <= {"Weakest return", "Strongest return"}


amounts = st.sampled_from([0.0, NOT_REPORTED, -50.0, 0.01, 80.0, 1e9])
some_rows = st.lists(
    st.builds(
        day,
        st.sampled_from(["Email", "Fax", "Direct"]),
        amounts.map(abs),
        amounts,
        st.sampled_from(["2023-02-01", "2023-12-05", "2024-02-01", "2024-12-05"]),
    ),
    max_size=9,
)


@settings(max_examples=25)
@given(some_rows, st.sampled_from([BEFORE, None]))
def test_no_sentence_shows_what_cannot_be_computed(rows: list[Row], compared: Period | None) -> None:
    page = reading(facts(rows, YEAR, compared))
    texts = [plain(headline(page))]
    for found in insights(page):
        texts += [found.subject, found.figure, plain(found.words), found.link]
    assert not [text for text in texts if re.search(r"\bnan\b|\binf\b|n/a|None|  |[−-]0(\.0+)? %", text)]


def test_empty_facts_tell_nothing() -> None:
    assert insights(reading(facts([], YEAR, BEFORE))) == ()


def test_what_is_told_of_the_real_data_agrees_with_its_rows() -> None:
    every = real_rows()
    found = insights(reading(Facts.split(every, YEAR, BEFORE, REAL_LOADED)))
    assert [plain(f"{one.kind}: {one.subject} {one.figure}") for one in found] == [
        "Largest mover: Email ▲ ₹47.42 Cr",
        "Weakest return: LinkedIn 7.6×",
        "Check the data: December ▼ 68.0 %",
        "Strongest return: Email 206.7×",
        "Spend against revenue: Blended ROAS ▲ 26.6 %",
    ]
    years = every.groupby([every["date"].dt.year, "channel"])[["spend", "revenue"]].sum()
    revenue, spend = years["revenue"], years["spend"]
    crore = (revenue[2024] - revenue[2023]) / 1e7
    assert crore.abs().idxmax() == "Email"
    assert crore["Email"] == pytest.approx(47.42, abs=0.005)
    returns = revenue[2024] / spend[2024]
    assert returns["LinkedIn"] == pytest.approx(7.6, abs=0.05)
    december = every[every["date"] >= pd.Timestamp("2024-12-01")]
    assert set(december["channel"]) == {"Facebook", "Instagram"}
    assert plain(found[2].words).endswith(
        "Only Facebook and Instagram have rows in December; 6 channels report nothing."
    )

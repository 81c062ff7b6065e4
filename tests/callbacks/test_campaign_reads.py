from pathlib import Path

import pytest

from analytics.periods import Period
from callbacks.campaign_reads import calendar_facts, campaign_rows, facts_of, year_facts
from callbacks.opening import open_state
from callbacks.state import State
from layouts.campaigns import PAGE, YEAR
from tests.analytics.frames import period
from tests.callbacks.opening import context_of
from tests.data.publishing import CAMPAIGN_ROWS, publish_rows

LATER = ({**CAMPAIGN_ROWS[0], "date": "2025-01-01"},)


@pytest.fixture
def published(tmp_path: Path) -> Path:
    publish_rows(tmp_path, campaign_performance=(*CAMPAIGN_ROWS, *LATER))
    return tmp_path


def opened(published: Path, query: str) -> State:
    return open_state(context_of(published), PAGE, query, None, "light")


def test_a_channel_chosen_leaves_everyone_beside_it(published: Path) -> None:
    everyone, chosen, facts = facts_of(opened(published, "period=all&channel=Direct"))
    assert set(everyone.now["channel"]) == {"Email", "Direct"}
    assert (chosen, facts.now["channel"].tolist()) == (("Direct",), ["Direct"])


def test_without_a_channel_chosen_everyone_is_in_view(published: Path) -> None:
    everyone, chosen, facts = facts_of(opened(published, "period=all"))
    assert chosen == ()
    assert facts is everyone


@pytest.mark.parametrize(
    ("asked", "year", "revenue"),
    [
        ("", period("2025-01-01", "2025-12-31"), 300.05),
        ("&year=2024", period("2024-01-01", "2024-12-31"), 390.05),
        ("&year=fy-2023-24", period("2023-04-01", "2024-03-31"), 390.05),
    ],
)
def test_a_year_is_whole_whatever_the_dates_and_its_newest_where_none_is_asked_for(
    asked: str, year: Period, revenue: float, published: Path
) -> None:
    facts, found = year_facts(opened(published, f"from=2024-01-01&to=2025-01-01{asked}"), YEAR)
    assert found == year
    assert facts.now["revenue"].sum() == pytest.approx(revenue)
    assert facts.before.empty


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ("period=all", period("2024-01-01", "2025-01-01")),
        ("period=2024", period("2024-01-01", "2024-12-31")),
        ("period=all&daily-year=2025", period("2025-01-01", "2025-01-01")),
    ],
)
def test_a_newest_year_that_is_not_over_is_the_last_53_weeks(asked: str, days: Period, published: Path) -> None:
    """1 January 2025 is a Wednesday: its 53 weeks begin on 1 January 2024, a Monday."""
    facts = calendar_facts(opened(published, asked))
    assert facts.period.within(facts.loaded) == days


def test_a_campaign_has_a_row_for_each_region(published: Path) -> None:
    rows = campaign_rows(opened(published, "period=2024"))
    assert list(zip(rows["campaign_id"], rows["region"], rows["revenue"], strict=True)) == [
        ("A", "North", 300.05),
        ("A", "South", 0),
        ("B", "North", 70),
        ("B", "North", 20),
    ]


def test_paid_campaigns_leave_out_the_channels_that_never_spend(published: Path) -> None:
    assert set(campaign_rows(opened(published, "period=2024&basis=paid"))["channel"]) == {"Email"}

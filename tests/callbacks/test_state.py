from dataclasses import replace
from pathlib import Path

import pytest

from analytics.periods import Period
from callbacks.frame import sentence_of
from callbacks.opening import open_state
from layouts.cmo import PAGE as CMO
from layouts.overview import PAGE
from tests.analytics.frames import period
from tests.callbacks.opening import LOADED, context_of, on_rows, opened, revenue
from tests.data.publishing import CAMPAIGN_ROWS, publish_rows


def test_a_page_opens_on_the_days_loaded(tmp_path: Path) -> None:
    state = on_rows(tmp_path, "period=all")
    assert (state.loaded, state.period, state.currency, state.notices) == (LOADED, LOADED, "INR", ())
    assert state.compared == period("2023-11-01", "2023-12-31")


def test_filters_and_dates_are_applied(tmp_path: Path) -> None:
    assert revenue(on_rows(tmp_path, "period=all")) == {"Direct": 70, "Email": 320.05}
    assert revenue(opened(tmp_path, "period=all&type=Brand")) == {"Email": 300.05}
    assert revenue(opened(tmp_path, "period=all&region=South")) == {"Email": 0}
    assert revenue(opened(tmp_path, "from=2024-02-01&to=2024-02-29")) == {"Direct": 70}
    assert revenue(opened(tmp_path, "period=all&channel=Direct&channel=Email&region=North")) == {
        "Direct": 70,
        "Email": 320.05,
    }


def test_one_filter_may_be_left_to_the_caller(tmp_path: Path) -> None:
    state = on_rows(tmp_path, "channel=Direct&period=all&region=North")
    assert revenue(state) == {"Direct": 70}
    assert revenue(state, whole="channel") == {"Direct": 70, "Email": 320.05}


def test_paid_only_leaves_out_the_channels_that_never_spend(tmp_path: Path) -> None:
    state = on_rows(tmp_path, "basis=paid&period=all")
    assert (state.paid_only, state.organic) == (True, frozenset({"Direct"}))
    assert revenue(state) == {"Email": 320.05}
    assert not opened(tmp_path).paid_only


def test_organic_is_judged_by_all_rows_not_by_those_in_view(tmp_path: Path) -> None:
    rows = (*CAMPAIGN_ROWS, {**CAMPAIGN_ROWS[3], "date": "2024-02-01", "spend": "5"})
    state = on_rows(tmp_path, "basis=paid&from=2024-02-29&to=2024-02-29", rows)
    assert state.organic == frozenset()
    assert revenue(state) == {"Direct": 70}


def test_spend_that_is_not_reported_makes_no_channel_organic(tmp_path: Path) -> None:
    rows = ({**CAMPAIGN_ROWS[3], "spend": None}, CAMPAIGN_ROWS[0])
    assert on_rows(tmp_path, rows=rows).organic == frozenset()


@pytest.mark.parametrize(
    ("compare", "expected"),
    [("previous", period("2024-01-01", "2024-01-31")), ("last-year", period("2023-02-01", "2023-02-28"))],
)
def test_a_month_is_compared_as_chosen(tmp_path: Path, compare: str, expected: Period) -> None:
    state = on_rows(tmp_path, f"compare={compare}&from=2024-02-01&to=2024-02-29")
    assert state.compared == expected


def test_one_read_holds_both_periods_apart(tmp_path: Path) -> None:
    facts = on_rows(tmp_path, "from=2024-02-01&to=2024-02-29").facts(("revenue",), ("channel",))
    assert (facts.now["revenue"].sum(), facts.before["revenue"].sum()) == (70, 320.05)


def test_without_a_comparison_nothing_is_read_for_one(tmp_path: Path) -> None:
    state = on_rows(tmp_path, "compare=none&from=2024-02-01&to=2024-02-29")
    facts = state.facts(("revenue",), ("channel",))
    assert (state.compared, facts.compared, len(facts.before)) == (None, None, 0)


def test_the_page_is_laid_out_with_what_its_rows_offer(tmp_path: Path) -> None:
    opening = on_rows(tmp_path, "region=North").opening
    assert opening.values("channel") == ("Direct", "Email")
    assert opening.values("campaign_type") == ("Brand", "Sale")
    assert list(opening.presets)[-3:] == ["2024", "fy-2023-24", "all"]
    assert (opening.loaded, opening.view.many("region")) == (LOADED, ("North",))


def test_organic_is_judged_by_the_page_s_own_table(tmp_path: Path) -> None:
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    state = open_state(context_of(tmp_path), CMO, "basis=paid&period=all", None, "")
    assert (state.channel, state.organic) == ("platform", frozenset({"Direct"}))
    assert set(state.facts(("revenue",), ("platform",)).now["platform"]) == {"Email"}


def test_a_monthly_page_is_about_whole_months(tmp_path: Path) -> None:
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    page = replace(PAGE, monthly=True)
    state = open_state(context_of(tmp_path), page, "from=2024-01-20&to=2024-02-03", None, "")
    assert (state.period, state.compared) == (LOADED, period("2023-11-01", "2023-12-31"))
    assert "1 Jan – 29 Feb 2024 (whole months)" in "".join(sentence_of(state))

from dataclasses import replace
from pathlib import Path

import pytest

from analytics.periods import Period
from callbacks.frame import frame, sentence_of
from callbacks.state import MissingTableError, State, open_state
from data.store import NoSnapshot
from layouts.cmo import PAGE as CMO
from layouts.overview import PAGE
from layouts.ui.icons import Icon
from layouts.ui.page import Page
from layouts.ui.shell import Destination
from layouts.ui.theme import Theme
from tests.analytics.frames import period
from tests.callbacks.opening import context_of, on_rows, opened
from tests.data.publishing import CAMPAIGN_ROWS, publish_rows
from tests.data.test_facts import AD_ROWS
from tests.layouts.ui.parts import text

LOADED = period("2024-01-01", "2024-02-29")


def revenue(state: State, whole: str = "") -> dict[str, float]:
    now = state.facts(("revenue",), ("channel",), whole=whole).now
    return {str(name): float(total) for name, total in now.groupby("channel")["revenue"].sum().items()}


def test_a_page_opens_on_the_days_loaded(tmp_path: Path) -> None:
    state = on_rows(tmp_path, "period=all")
    assert (state.loaded, state.period, state.currency, state.notices) == (LOADED, LOADED, "INR", ())
    assert state.compared == period("2023-11-01", "2023-12-31")


def test_nothing_published_and_a_table_not_published_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(NoSnapshot):
        opened(tmp_path)
    publish_rows(tmp_path, funnel_data=({"stage": "Visit", "visitors": 10},))
    with pytest.raises(MissingTableError, match="campaign_performance"):
        opened(tmp_path)


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


def test_filters_of_other_pages_stay_in_the_link_and_are_not_applied(tmp_path: Path) -> None:
    state = on_rows(tmp_path, "audience=New&device=Mobile&period=all")
    assert str(state.view) == "audience=New&device=Mobile&period=all"
    assert revenue(state) == {"Direct": 70, "Email": 320.05}
    assert state.notices == ()


def test_what_is_ignored_of_a_link_is_noticed(tmp_path: Path) -> None:
    state = on_rows(tmp_path, "channel=Fax&channel=Email")
    assert str(state.view) == "channel=Email"
    assert state.notices == ("“channel=Fax” in the link is not available here and was ignored.",)


def test_a_page_stays_with_the_version_it_names_while_that_is_kept(tmp_path: Path) -> None:
    first = publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    context = context_of(tmp_path)
    second = publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS[:1])
    assert open_state(context, PAGE, "", None, "").snapshot.version == second
    assert open_state(context, PAGE, "", first, "").snapshot.version == first
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS[:2])
    assert open_state(context_of(tmp_path), PAGE, "", first, "").snapshot.version != first


def test_the_theme_is_light_unless_dark_is_asked_for(tmp_path: Path) -> None:
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    assert [opened(tmp_path, "", theme).theme for theme in ("dark", "light", "", "x")] == [
        Theme.DARK, Theme.LIGHT, Theme.LIGHT, Theme.LIGHT,
    ]  # fmt: skip


def test_the_page_is_laid_out_with_what_its_rows_offer(tmp_path: Path) -> None:
    opening = on_rows(tmp_path, "region=North").opening
    assert opening.values("channel") == ("Direct", "Email")
    assert opening.values("campaign_type") == ("Brand", "Sale")
    assert list(opening.presets)[-3:] == ["2024", "fy-2023-24", "all"]
    assert (opening.loaded, opening.view.many("region")) == (LOADED, ("North",))


def test_a_value_that_only_another_table_knows_stays_in_the_link_and_is_named(tmp_path: Path) -> None:
    ads = ({**AD_ROWS[0], "platform": "Meta"},)
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS, ad_performance=ads)
    context = context_of(tmp_path)
    state = open_state(context, CMO, "channel=Email&channel=Meta&channel=Fax", None, "")
    assert str(state.view) == "channel=Email&channel=Meta"
    assert (state.view.many("channel"), len(state.notices)) == (("Meta",), 1)
    assert "Not applied on this page: channel Email." in "".join(sentence_of(state))
    assert open_state(context, PAGE, "channel=Meta", None, "").view.carried == (("channel", ("Meta",)),)


def test_organic_is_judged_by_the_page_s_own_table(tmp_path: Path) -> None:
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    state = open_state(context_of(tmp_path), CMO, "basis=paid&period=all", None, "")
    assert (state.channel, state.organic) == ("platform", frozenset({"Direct"}))
    assert set(state.facts(("revenue",), ("platform",)).now["platform"]) == {"Email"}


PRODUCT_ROWS = ({"product_id": "P1", "category": "Home", "region": "North", "sales": "5", "year": 2024},)
CUSTOMERS = Page(
    Destination("/x", "Example", "Example", Icon.BARS), "Who?", "customer_data", ("region",), instead=("funnel_data",)
)


def test_a_table_without_dates_opens_without_days(tmp_path: Path) -> None:
    publish_rows(tmp_path, product_sales=PRODUCT_ROWS)
    page = replace(CUSTOMERS, table="product_sales")
    state = open_state(context_of(tmp_path), page, "region=North&period=2024", None, "")
    assert (state.table, state.dates, state.organic, state.paid_only) == ("product_sales", None, frozenset(), False)
    assert (state.where(), state.where("region")) == ((("region", ("North",)),), ())
    assert state.opening.dates is None
    assert "Not applied on this page: dates." in "".join(sentence_of(state))
    pills = frame(state)["pills"]
    assert (pills["period"], pills["compare"], text(pills["region"])) == (None, None, "Region North")
    with pytest.raises(LookupError, match="no dates"):
        _ = state.period


def test_a_page_stands_on_the_first_of_its_tables_that_is_loaded(tmp_path: Path) -> None:
    publish_rows(tmp_path, funnel_data=({"stage": "Visit", "visitors": 10},))
    state = open_state(context_of(tmp_path), CUSTOMERS, "region=North", None, "")
    assert (state.table, state.dimensions, state.view.carried) == ("funnel_data", (), (("region", ("North",)),))


def test_a_monthly_page_is_about_whole_months(tmp_path: Path) -> None:
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    page = replace(PAGE, monthly=True)
    state = open_state(context_of(tmp_path), page, "from=2024-01-20&to=2024-02-03", None, "")
    assert (state.period, state.compared) == (LOADED, period("2023-11-01", "2023-12-31"))
    assert "1 Jan – 29 Feb 2024 (whole months)" in "".join(sentence_of(state))


def test_days_may_come_from_another_table_of_the_page(tmp_path: Path) -> None:
    funnel = ({"stage": "Visit", "visitors": 10},)
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS, funnel_data=funnel)
    page = replace(PAGE, table="funnel_data", instead=("campaign_performance",), compares=False, blends=False)
    state = open_state(context_of(tmp_path), replace(page, rows="Stages"), "period=all", None, "")
    assert (state.table, state.loaded, state.compared, state.ignores_dates) == ("funnel_data", LOADED, None, True)
    assert "".join(sentence_of(state)).endswith(" Stages carry no dates and ignore the period.")
    assert set(frame(state)["pills"]) == {"period", "channel", "region", "type"}
    assert not on_rows(tmp_path).ignores_dates

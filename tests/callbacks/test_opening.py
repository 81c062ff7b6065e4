from pathlib import Path

import pytest

from callbacks.frame import sentence_of
from callbacks.opening import MissingTableError, open_state
from data.pointer import NoSnapshot
from layouts.cmo import PAGE as CMO
from layouts.overview import PAGE
from layouts.ui.theme import Theme
from tests.callbacks.opening import CUSTOMERS, context_of, on_rows, opened, revenue
from tests.data.publishing import CAMPAIGN_ROWS, publish_rows
from tests.data.test_facts import AD_ROWS


def test_nothing_published_and_a_table_not_published_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(NoSnapshot):
        opened(tmp_path)
    publish_rows(tmp_path, funnel_data=({"stage": "Visit", "visitors": 10},))
    with pytest.raises(MissingTableError, match="campaign_performance"):
        opened(tmp_path)


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


def test_a_value_that_only_another_table_knows_stays_in_the_link_and_is_named(tmp_path: Path) -> None:
    ads = ({**AD_ROWS[0], "platform": "Meta"},)
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS, ad_performance=ads)
    context = context_of(tmp_path)
    state = open_state(context, CMO, "channel=Email&channel=Meta&channel=Fax", None, "")
    assert str(state.view) == "channel=Email&channel=Meta"
    assert (state.view.many("channel"), len(state.notices)) == (("Meta",), 1)
    assert "Not applied on this page: channel Email." in "".join(sentence_of(state))
    assert open_state(context, PAGE, "channel=Meta", None, "").view.carried == (("channel", ("Meta",)),)


def test_a_page_stands_on_the_first_of_its_tables_that_is_loaded(tmp_path: Path) -> None:
    publish_rows(tmp_path, funnel_data=({"stage": "Visit", "visitors": 10},))
    state = open_state(context_of(tmp_path), CUSTOMERS, "region=North", None, "")
    assert (state.table, state.dimensions, state.view.carried) == ("funnel_data", (), (("region", ("North",)),))

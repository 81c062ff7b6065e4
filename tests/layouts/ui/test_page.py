from dataclasses import replace

import pytest

from analytics.choices import Choice
from analytics.view import SHARED, View
from tests.layouts.ui.openings import PAGE, opening, undated, values


def test_filters_stand_in_the_order_of_the_bar_whatever_the_page_says() -> None:
    assert [known.key for known in PAGE.dimensions(PAGE.table)] == ["channel", "type"]


def test_everything_that_may_be_chosen_is_declared_once() -> None:
    choices = PAGE.choices(PAGE.table, {"all": "All dates"}, values)
    assert [choice.key for choice in choices] == [
        "period", "from", "to", "compare", "channel", "type", "basis", "grain",
    ]  # fmt: skip
    assert [choice.key for choice in choices if choice.multiple] == ["channel", "type"]
    assert {choice.key: choice.default for choice in choices if choice.default} == {
        "period": ("last-12-months",),
        "compare": ("previous",),
        "basis": ("blended",),
        "grain": ("week",),
    }


def test_members_are_those_of_the_page_s_own_column() -> None:
    (types,) = [choice for choice in PAGE.choices(PAGE.table, {}, values) if choice.key == "type"]
    assert ("A" in types.options, "Email" in types.options) == (True, False)


def test_what_only_other_tables_know_is_named_by_each_filter() -> None:
    choices = PAGE.choices(PAGE.table, {"all": "All dates"}, values, {"channel": ("Fax",), "type": ()}.__getitem__)
    view, notices = View.parse("channel=Fax&channel=Email&channel=Telex", choices)
    assert (view.many("channel"), view.carried, len(notices)) == (("Email",), (("channel", ("Fax",)),), 1)
    assert "Telex" in notices[0]
    assert PAGE.columns(PAGE.table) == {"channel": "channel", "type": "campaign_type"}


def test_a_page_whose_metrics_do_not_blend_has_no_such_choice() -> None:
    plain = replace(PAGE, blends=False)
    assert "basis" not in {choice.key for choice in plain.choices(PAGE.table, {}, values)}
    assert "basis" not in str(opening(page=plain).rules["shared"])


def test_the_browser_is_told_defaults_and_what_other_pages_take_along() -> None:
    rules = opening("channel=Email&grain=day").rules
    shared = ["period", "from", "to", "compare", "channel", "type", "basis"]
    assert rules == {
        "defaults": {
            "period": "last-12-months",
            "from": "",
            "to": "",
            "compare": "previous",
            "channel": [],
            "type": [],
            "basis": "blended",
            "grain": "week",
        },
        "shared": shared,
        "carried": [key for key in SHARED if key not in shared],
        "local": [],
    }


def test_what_the_rules_share_with_other_pages_they_read_back() -> None:
    view = opening("channel=Email&compare=none&period=2024&grain=day").view
    shared = "&".join(pair for pair in str(view).split("&") if pair.partition("=")[0] in str(opening().rules["shared"]))
    again, notices = View.parse(shared, view.choices)
    assert (str(again), notices) == ("channel=Email&compare=none&period=2024", ())


def test_without_dates_nothing_about_days_may_be_chosen_and_links_take_them_along() -> None:
    customers = replace(PAGE, table="customer_data", filters=("region", "segment"), blends=False, own=())
    shown = undated("period=2024&region=North&compare=none", customers)
    assert [choice.key for choice in shown.view.choices] == ["region", "segment"]
    assert str(shown.view) == "compare=none&period=2024&region=North"
    assert {"period", "from", "to", "compare", "basis"} <= set(shown.rules["carried"])  # type: ignore[call-overload]
    with pytest.raises(LookupError, match="no dates"):
        _ = shown.period


def test_a_page_on_another_of_its_tables_has_the_filters_of_that() -> None:
    page = replace(PAGE, instead=("ad_performance", "funnel_data"))
    assert page.tables == ("campaign_performance", "ad_performance", "funnel_data")
    assert page.columns("ad_performance") == {"channel": "platform", "type": "campaign_objective"}
    assert [known.label for known in page.dimensions("ad_performance")] == ["Platform", "Objective"]
    assert page.columns("funnel_data") == {}
    assert page.pills == ("period", "compare", "type", "channel", "basis")


def test_the_browser_is_told_what_it_answers_alone() -> None:
    bins = Choice("bins", ("5", "10"), ("5",), local=True)
    assert opening(page=replace(PAGE, own=(*PAGE.own, bins))).rules["local"] == ["bins"]

"""The CMO dashboard's figures through its callback, against plain pandas on the published file."""

import re
from pathlib import Path

import pandas as pd
import pytest

from analytics.ad_metrics import ad_metric
from analytics.numbers import format_value
from layouts.cmo import CARDS, METRICS
from layouts.ui.breakdown import NOUNS
from tests.callbacks.asking import Answer, Client, having, words
from tests.callbacks.platforms import COLUMNS, on_seed2, seed2, served
from tests.data.publishing import CAMPAIGN_ROWS, publish_rows
from tests.data.test_facts import AD_ROWS

LINKS = ("", "&channel=Meta&device=Mobile", "&region=India&type=Awareness&audience=New+Customers")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Client:
    return on_seed2(tmp_path_factory.mktemp("cmo"))


def ask(client: Client, link: str) -> Answer:
    answer = client.ask(f"period=all{link}", page="cmo")
    assert not answer.failed
    return answer


def by_hand(rows: pd.DataFrame) -> dict[str, float]:
    sums = rows[["impressions", "reach", "engagements", "clicks", "conversions", "spend", "revenue"]].sum()
    return {
        "impressions": sums.impressions,
        "daily_reach": rows.reach.mean(),
        "frequency": sums.impressions / sums.reach,
        "engagement_rate": sums.engagements / sums.impressions,
        "ctr": sums.clicks / sums.impressions,
        "cvr": sums.conversions / sums.clicks,
        "conversions": sums.conversions,
        "roas": sums.revenue / sums.spend,
        "clicks": sums.clicks,
        "engagements": sums.engagements,
        "spend": sums.spend,
        "revenue": sums.revenue,
    }


@pytest.mark.parametrize("link", LINKS)
def test_the_cards_are_those_of_the_file(site: Client, link: str) -> None:
    expected = by_hand(seed2(link.lstrip("&")))
    written = [str(format_value(expected[name], ad_metric(name).unit, "USD")) for name in CARDS]
    assert [figure.replace(" ", "") for figure in ask(site, link).figures] == [
        re.sub(r"\s", "", figure) for figure in written
    ]


@pytest.mark.parametrize("by", NOUNS)
def test_the_table_is_that_of_the_file_by_every_dimension(site: Client, by: str) -> None:
    *members, total = site.file("cmo-table", f"period=all&by={by}")["rows"]
    parts = {str(name): by_hand(rows) for name, rows in seed2().groupby(COLUMNS[by])}
    assert {row[0]: row[1:] for row in members} == {
        name: pytest.approx([figures[metric] for metric in METRICS]) for name, figures in parts.items()
    }
    assert total[1:] == pytest.approx([by_hand(seed2())[metric] for metric in METRICS])


def test_of_many_campaigns_a_page_is_shown_in_the_order_asked_for(site: Client) -> None:
    link = "&by=campaign&sort=spend&order=ascending&page=2"
    spend = seed2().groupby("campaign_name")["spend"].sum().sort_values()
    assert len(spend) == 20
    shown = ask(site, link).part("cmo-table-twin", "data")["rows"]
    assert [row[0] for row in shown] == [*spend.index[10:], "Total"]
    assert [row[0] for row in site.file("cmo-table", f"period=all{link}")["rows"]] == [*spend.index, "Total"]


def test_the_table_is_sorted_by_the_metric_shown_until_it_is_asked_for_otherwise(site: Client) -> None:
    rows = seed2().groupby("region")[["spend", "clicks", "impressions"]].sum()
    assert ask(site, "&metric=spend").part("cmo-table-twin", "data")["rows"][0][0] == rows.spend.idxmax()
    first = ask(site, "&metric=spend&sort=ctr").part("cmo-table-twin", "data")["rows"][0][0]
    assert first == (rows.clicks / rows.impressions).idxmax()


def test_the_ranking_keeps_every_member_while_the_page_is_filtered_by_one(site: Client) -> None:
    rows = ask(site, "&by=channel&channel=Meta&metric=spend").part("cmo-ranking-twin", "data")["rows"]
    spend = seed2().groupby("platform")["spend"].sum().sort_values(ascending=False)
    assert [row[0] for row in rows] == list(spend.index)
    assert [row[1] for row in rows] == pytest.approx(list(spend))


def test_the_trend_s_points_add_up_to_the_file(site: Client) -> None:
    rows = ask(site, "&metric=impressions&grain=week").part("cmo-trend-twin", "data")["rows"]
    assert sum(row[2] for row in rows) == seed2()["impressions"].sum()


def test_reach_is_the_mean_of_the_rows_over_any_days(site: Client) -> None:
    whole, day = (by_hand(seed2())["daily_reach"], seed2()[lambda rows: rows.date == "2025-06-01"].reach.mean())
    one = site.ask("from=2025-06-01&to=2025-06-01", page="cmo").part("cmo-table-twin", "data")
    assert one["rows"][-1][2] == pytest.approx(day)
    assert ask(site, "").part("cmo-table-twin", "data")["rows"][-1][2] == pytest.approx(whole)
    assert whole < 2 * day


def test_columns_that_are_not_reported_say_so(tmp_path: Path) -> None:
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    answer = ask(served(tmp_path), "&by=device")
    assert answer.words("cmo-ranking-head").startswith("Device is not reported in these rows")
    changes = [words(one) for one in having(answer.part("cmo-cards"), "nm-kpi-change")]
    assert changes[1:4] == ["Reach not reported", "Reach not reported", "Engagements not reported"]
    assert [row[0] for row in answer.part("cmo-table-twin", "data")["rows"]] == ["Not reported", "Total"]


def test_rows_without_a_member_are_counted_below_the_bars(tmp_path: Path) -> None:
    publish_rows(tmp_path, ad_performance=AD_ROWS)
    answer = ask(served(tmp_path), "&by=type&metric=impressions")
    assert answer.words("cmo-ranking-note") == "1 of 2 rows name no objective and are left out here."
    assert answer.part("cmo-table-twin", "data")["rows"][-1][1] == 300


@pytest.mark.parametrize("by", NOUNS)
def test_nothing_shows_nan_or_infinity(tmp_path: Path, by: str) -> None:
    silent = {**AD_ROWS[0], **dict.fromkeys(("impressions", "clicks", "spend", "conversions", "revenue", "reach"))}
    publish_rows(tmp_path, ad_performance=(*AD_ROWS, {**silent, "platform": "Fax", "device_type": None}))
    client = served(tmp_path)
    for metric in METRICS:
        assert not re.search(
            r"\b(nan|inf|infinity)\b", str(ask(client, f"&by={by}&metric={metric}").body), re.IGNORECASE
        )


def test_a_view_without_rows_says_so_and_hides_the_charts(tmp_path: Path) -> None:
    publish_rows(tmp_path, ad_performance=AD_ROWS)
    answer = served(tmp_path).ask("from=1999-01-01&to=1999-02-01", page="cmo")
    assert "Nothing in this view" in answer.words("cmo-cards")
    assert answer.part("cmo-charts", "hidden")

"""What stands out on the ad platforms' pages, in the sample and in the published file, and how sure its rates are."""

from pathlib import Path

import pytest

from analytics.intervals import wilson
from tests.callbacks.asking import Answer, Client, having, words
from tests.callbacks.platforms import on_seed2, seed2, served


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Client:
    return on_seed2(tmp_path_factory.mktemp("ads"))


def told(client: Client, page: str, query: str = "") -> list[str]:
    """Subject and figure of each insight of a page."""
    answer = client.ask(query, page=page)
    return [words(one) for one in having(answer.part(f"{page}-insights"), "nm-insight-subject")]


def hovers(answer: Answer, page: str) -> list[str]:
    return [
        text.replace("\u00a0", " ") for text in answer.part(f"{page}-ranking-figure", "figure")["data"][3]["hovertext"]
    ]


def test_the_stories_of_the_sample_are_found(sample_state: Path) -> None:
    """Desktop converts 1.22 times as often, high-value customers buy for 1.35 times as much, retargeting pays best."""
    client = served(sample_state)
    assert told(client, "cmo") == ["Desktop 3.4 %", "Awareness 1.8 %", "South 3.5 %"]
    assert told(client, "cfo") == ["High-Value Customers 8.6×", "Desktop 8.2×", "Retention 8.8×"]


def test_what_is_told_of_the_published_file_agrees_with_its_rows(site: Client) -> None:
    objectives = seed2().groupby("campaign_objective")[["conversions", "clicks", "spend", "revenue"]].sum()
    platforms = seed2().groupby("platform")[["spend", "revenue", "profit", "clicks", "impressions"]].sum()
    cvr = objectives.conversions / objectives.clicks
    roas, even = platforms.revenue / platforms.spend, platforms.revenue.sum() / platforms.profit.sum()
    ctr = platforms.clicks / platforms.impressions
    assert told(site, "cmo", "period=all") == [
        f"{cvr.idxmax()} {cvr.max():.1%}".replace("%", " %"),
        f"{ctr.idxmax()} {ctr.max():.1%}".replace("%", " %"),
    ]
    short = (even - roas) * platforms.spend
    worst = str(short.idxmax())
    first, *_ = told(site, "cfo", "period=all")
    assert first == f"{worst} {roas[worst]:.1f}×"
    said = site.ask("period=all", page="cfo").words("cfo-insights")
    assert f"{(roas < even).sum()} of 4 platforms are below it" in said
    assert f"lacks ${short.max() / 1e6:.2f} M of revenue" in said


def test_each_links_to_the_view_that_shows_it(site: Client) -> None:
    links = having(site.ask("period=all&region=India", page="cfo").part("cfo-insights"), "nm-link")
    assert links
    assert all("period=all" in link["props"]["href"] and "region=India" in link["props"]["href"] for link in links)


@pytest.mark.parametrize("page", ["cmo", "cfo"])
def test_nothing_is_told_of_too_few_days(site: Client, page: str) -> None:
    kinds = having(site.ask("from=2025-06-01&to=2025-06-07", page=page).part(f"{page}-insights"), "nm-insight-kind")
    assert {words(kind) for kind in kinds} <= {"Below break-even", "Weakest return"}


@pytest.mark.parametrize(
    ("metric", "part", "whole"), [("ctr", "clicks", "impressions"), ("cvr", "conversions", "clicks")]
)
def test_a_rate_s_bar_says_how_sure_it_is(site: Client, metric: str, part: str, whole: str) -> None:
    found = hovers(site.ask(f"period=all&by=device&metric={metric}", page="cmo"), "cmo")
    sums = seed2().groupby("device_type")[[part, whole]].sum()
    for name, row in sums.iterrows():
        low, high = wilson(row[part], row[whole])
        assert any(f"{name} (95 %: {100 * low:.2f} % to {100 * high:.2f} %)" in hover for hover in found)


def test_what_is_no_rate_says_nothing_of_the_kind(site: Client) -> None:
    assert not [hover for hover in hovers(site.ask("period=all&metric=roas", page="cfo"), "cfo") if "95 %" in hover]

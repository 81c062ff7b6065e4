"""The CFO dashboard's figures through its callback, against plain pandas on the published file."""

from pathlib import Path

import pytest

from layouts.cfo import METRICS
from tests.callbacks.asking import Answer, Client, having, words
from tests.callbacks.platforms import COLUMNS, on_seed2, seed2, served
from tests.data.publishing import CAMPAIGN_ROWS, publish_rows
from tests.data.test_facts import AD_ROWS


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Client:
    return on_seed2(tmp_path_factory.mktemp("cfo"))


def ask(client: Client, link: str = "", page: str = "cfo") -> Answer:
    answer = client.ask(f"period=all{link}", page=page)
    assert not answer.failed
    return answer


def table(answer: Answer) -> dict[str, dict[str, float]]:
    """The table by member and metric."""
    rows = answer.part("cfo-table-twin", "data")["rows"]
    return {row[0]: dict(zip(METRICS, row[1:], strict=True)) for row in rows}


def test_profit_as_reported_and_after_ad_spend_are_these(site: Client) -> None:
    total = table(ask(site))["Total"]
    assert round(total["profit"], 2) == 4_258_433.61
    assert round(total["reported_after_spend"], 2) == -1_116_424.41
    assert ask(site).figures[3:5] == ["$4.26 M", "−$1.12 M"]
    assert "$1.12 M is lost" in ask(site).words("cfo-head")


@pytest.mark.parametrize("by", ["channel", "region"])
@pytest.mark.parametrize("link", ["", "&device=Mobile"])
def test_the_table_is_that_of_the_file(site: Client, by: str, link: str) -> None:
    found = table(ask(site, f"&by={by}{link}"))
    sums = seed2(link.lstrip("&")).groupby(COLUMNS[by])[["spend", "revenue", "profit", "conversions"]].sum()
    sums.loc["Total"] = sums.sum()
    for name, row in sums.iterrows():
        assert found[str(name)] == pytest.approx(
            {
                "roas": row.revenue / row.spend,
                "spend": row.spend,
                "revenue": row.revenue,
                "profit_after_spend": row.revenue - row.spend,
                "profit": row.profit,
                "reported_after_spend": row.profit - row.spend,
                "margin": row.profit / row.revenue,
                "roi": (row.revenue - row.spend) / row.spend,
                "cpa": row.spend / row.conversions,
                "roi_reported": (row.profit - row.spend) / row.spend,
                "conversions": row.conversions,
            }
        )


def test_the_bridge_goes_from_revenue_to_what_is_left(site: Client) -> None:
    steps = dict(ask(site).part("cfo-bridge-twin", "data")["rows"])
    rows = seed2()
    assert steps["Revenue"] == pytest.approx(rows.revenue.sum())
    assert steps["Revenue"] + steps["Deducted in the file"] == pytest.approx(steps["Profit, as reported"])
    assert steps["Profit, as reported"] + steps["Ad spend"] == pytest.approx(rows.profit.sum() - rows.spend.sum())


def test_break_even_follows_from_the_margin_in_view_or_the_one_that_is_set(site: Client, tmp_path: Path) -> None:
    rows = seed2()
    even = rows.revenue.sum() / rows.profit.sum()
    shapes = ask(site).part("cfo-ranking-figure", "figure")["layout"]["shapes"]
    assert shapes[0]["x0"] == pytest.approx(even)
    assert not ask(site, "&metric=spend").part("cfo-ranking-figure", "figure")["layout"].get("shapes")
    publish_rows(tmp_path, ad_performance=AD_ROWS)
    assert "by the gross margin set, 50.0 %" in ask(served(tmp_path, NOVAMART_GROSS_MARGIN="0.5")).words(
        "cfo-ranking-note"
    )


@pytest.mark.parametrize("link", ["", "&channel=Google&region=Europe", "&audience=New+Customers&type=Retention"])
def test_a_figure_on_both_pages_is_the_same_figure(site: Client, link: str) -> None:
    twins = [ask(site, f"&by=region{link}", page).part(f"{page}-table-twin", "data") for page in ("cmo", "cfo")]
    cmo, cfo = (
        {
            (row[0], column["name"]): value
            for row in twin["rows"]
            for column, value in zip(twin["columns"][1:], row[1:], strict=True)
        }
        for twin in twins
    )
    both = cmo.keys() & cfo.keys()
    assert {name for _, name in both} == {"ROAS, blended", "Ad spend", "Revenue", "Conversions"}
    assert {key: cmo[key] for key in both} == {key: cfo[key] for key in both}


def test_without_a_profit_column_it_says_why_and_bridges_what_is_known(tmp_path: Path) -> None:
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    answer = ask(served(tmp_path))
    changes = [words(one) for one in having(answer.part("cfo-cards"), "nm-kpi-change")]
    assert changes[3:6] == ["Profit not reported"] * 3
    assert answer.part("cfo-bridge-twin", "data")["rows"] == [
        ["Revenue", 370.05],
        ["Ad spend", -150.3],
        ["Profit after ad spend", pytest.approx(219.75)],
    ]
    assert "Not reported" not in answer.words("cfo-ranking-head")


def test_paid_only_leaves_organic_channels_out(tmp_path: Path) -> None:
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    found = table(ask(served(tmp_path), "&basis=paid&by=region"))
    assert found["Total"]["revenue"] == pytest.approx(320.05)
    assert set(table(ask(served(tmp_path), "&basis=paid"))) == {"Email", "Total"}


def test_a_view_without_rows_says_so_and_hides_the_charts(tmp_path: Path) -> None:
    publish_rows(tmp_path, ad_performance=AD_ROWS)
    answer = served(tmp_path).ask("from=1999-01-01&to=1999-02-01", page="cfo")
    assert "Nothing in this view" in answer.words("cfo-cards")
    assert answer.part("cfo-charts", "hidden")

import pytest

from analytics.metric import Better, Metric
from analytics.metrics import METRICS, break_even_roas, metric
from analytics.numbers import Unit
from data.tables.ads import AD
from data.tables.campaigns import CAMPAIGN
from tests.analytics.frames import REAL_LOADED, TWO_CHANNELS, real_rows


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("impressions", 10_000),
        ("clicks", 200),
        ("conversions", 15),
        ("spend", 200),
        ("revenue", 700),
        ("ctr", 200 / 10_000),
        ("cvr", 15 / 200),
        ("cpc", 1.0),
        ("cpm", 20.0),
        ("cpa", 200 / 15),
        ("roas", 3.5),
        ("roi", 2.5),
        ("profit_after_spend", 500),
    ],
)
def test_value_is_a_sum_or_a_ratio_of_sums(name: str, expected: float) -> None:
    assert metric(name).value(TWO_CHANNELS) == pytest.approx(expected)


def test_the_cases_above_leave_no_metric_untested() -> None:
    assert [known.name for known in METRICS] == [
        "revenue", "spend", "roas", "conversions", "cpa", "impressions", "clicks",
        "ctr", "cvr", "cpc", "cpm", "roi", "profit_after_spend",
    ]  # fmt: skip


@pytest.mark.parametrize("known", METRICS, ids=lambda known: known.name)
def test_every_metric_adds_up_measures_of_both_tables_of_facts(known: Metric) -> None:
    assert set(known.measures) <= set(CAMPAIGN.measures) & set(AD.measures)


def test_what_costs_is_better_lower_and_spend_is_neither() -> None:
    costs = {known.name for known in METRICS if known.better is Better.DOWN}
    assert costs == {"cpa", "cpc", "cpm"}
    assert metric("spend").better is Better.NEITHER


def test_everything_over_spend_blends() -> None:
    assert {known.name for known in METRICS if known.blends} == {"roas", "cpa", "cpc", "cpm", "roi"}


def test_units() -> None:
    assert {known.name for known in METRICS if known.unit is Unit.PERCENT} == {"ctr", "cvr", "roi"}
    assert [known.name for known in METRICS if known.unit is Unit.TIMES] == ["roas"]


def test_an_unknown_name_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="reach"):
        metric("reach")


def test_blended_and_paid_figures_of_the_real_data() -> None:
    every = real_rows()
    assert (every["date"].min().date(), every["date"].max().date()) == (REAL_LOADED.start, REAL_LOADED.end)
    spend = metric("spend").by(every, ["channel"])
    paid = every[every["channel"].isin(spend.index[spend > 0])]
    assert [round(metric("roas").value(frame), 2) for frame in (every, paid)] == [31.05, 28.31]
    assert [round(metric("cpa").value(frame), 2) for frame in (every, paid)] == [80.43, 88.03]


def test_break_even_is_where_gross_profit_pays_for_the_ads() -> None:
    assert break_even_roas(0.25) == 4

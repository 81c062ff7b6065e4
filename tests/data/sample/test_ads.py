import pandas as pd
import pytest

from tests.data.sample.conftest import Read

PLATFORMS = {"Google", "Meta", "Amazon", "TikTok"}
PAID = {"Google Ads", "Facebook", "Instagram", "Referral"}


@pytest.fixture
def ads(read: Read) -> pd.DataFrame:
    return read("ad_performance")


@pytest.fixture
def recorded(read: Read) -> pd.DataFrame:
    facts = read("campaign_performance")
    return facts[facts.channel.isin(PAID)]


def test_every_platform_runs_several_campaigns_for_longer_than_120_days(ads: pd.DataFrame) -> None:
    assert set(ads.platform) == PLATFORMS
    assert ads.groupby("platform").campaign_name.nunique().min() >= 5
    assert ads.groupby("platform").date.nunique().min() >= 120


def test_delivery_is_that_of_the_campaign_rows(ads: pd.DataFrame, recorded: pd.DataFrame) -> None:
    measures = ["impressions", "clicks", "spend"]
    by = ["date", "campaign_name"]
    difference = ads.groupby(by)[measures].sum() - recorded.groupby(by)[measures].sum()
    assert difference.abs().lt(0.005).all(axis=None)


def test_platforms_claim_more_than_is_recorded(ads: pd.DataFrame, recorded: pd.DataFrame) -> None:
    claimed = ads[["revenue", "conversions"]].sum() / recorded[["revenue", "conversions"]].sum()
    assert claimed.between(1.2, 1.4).all()


def test_nobody_is_reached_more_often_than_shown(ads: pd.DataFrame) -> None:
    assert (ads.reach <= ads.impressions).all()
    assert (ads.reach > 0).all()
    assert (ads.engagements >= ads.clicks).all()


def test_profit_is_the_gross_margin_and_leaves_ad_spend_in(ads: pd.DataFrame, read: Read) -> None:
    products = read("product_sales")
    margin = products.profit.sum() / products.sales.sum()
    assert abs(ads.profit.sum() / ads.revenue.sum() - margin) < 0.005
    assert (ads.profit >= 0).all()


def test_regions_devices_audiences_and_objectives_vary(ads: pd.DataFrame) -> None:
    assert set(ads.device_type) == {"Mobile", "Desktop", "Tablet"}
    assert set(ads.audience_segment) == {"New Customers", "Returning Customers", "High-Value Customers"}
    assert set(ads.campaign_objective) == {"Awareness", "Traffic", "Conversions", "Retention"}
    assert ads.region.nunique() == 5


def test_repeated_columns_are_blank_where_nothing_divides(ads: pd.DataFrame) -> None:
    assert ads.cac.isna().equals(ads.conversions == 0)
    assert ads.profit_margin.isna().equals(ads.revenue == 0)
    pd.testing.assert_series_equal(ads.roas, (ads.revenue / ads.spend).round(2), check_names=False)

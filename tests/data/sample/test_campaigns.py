import pandas as pd
import pytest

from tests.data.sample.conftest import Read

SECOND_YEAR = pd.Timestamp("2025-10-01")


@pytest.fixture
def facts(read: Read) -> pd.DataFrame:
    return read("campaign_performance")


def _growth(facts: pd.DataFrame, by: str) -> pd.Series:
    later = facts.date >= SECOND_YEAR
    return facts[later].groupby(by).revenue.sum() / facts[~later].groupby(by).revenue.sum() - 1


def test_two_years_with_a_few_days_missing(facts: pd.DataFrame) -> None:
    assert (str(facts.date.min().date()), str(facts.date.max().date())) == ("2024-10-01", "2026-09-30")
    assert 720 <= facts.date.nunique() < 730


def test_values_are_the_ones_the_dashboards_know(facts: pd.DataFrame) -> None:
    organic_and_paid = {"Google Ads", "Facebook", "Instagram", "LinkedIn", "Email"}
    assert set(facts.channel) == organic_and_paid | {"Organic Search", "Referral", "Direct"}
    assert set(facts.region) == {"North", "South", "East", "West", "Central"}
    types = {"Brand Awareness", "Lead Generation", "Product Launch", "Retargeting", "Seasonal Sale"}
    assert set(facts.campaign_type) == types


def test_a_campaign_has_one_channel_type_and_region(facts: pd.DataFrame) -> None:
    traits = facts.groupby("campaign_id")[["campaign_name", "campaign_type", "channel", "region"]].nunique()
    assert (traits == 1).all(axis=None)
    assert facts.groupby("campaign_id").size().max() < 200


def test_google_ads_and_email_bring_most_revenue(facts: pd.DataFrame) -> None:
    assert facts.groupby("channel").revenue.sum().nlargest(2).index.tolist() == ["Google Ads", "Email"]


def test_west_and_south_lead_and_the_east_grows_fastest(facts: pd.DataFrame) -> None:
    assert facts.groupby("region").revenue.sum().nlargest(2).index.tolist() == ["West", "South"]
    assert _growth(facts, "region").idxmax() == "East"


def test_email_grows_most_and_referral_declines_most(facts: pd.DataFrame) -> None:
    growth = _growth(facts, "channel")
    assert (growth.idxmax(), growth.idxmin()) == ("Email", "Referral")
    assert growth["Email"] > 0.2
    assert growth["Referral"] < -0.2


def test_linkedin_converts_few_but_well_and_pays_back_least(facts: pd.DataFrame) -> None:
    sums = facts.groupby("channel")[["clicks", "conversions", "spend", "revenue"]].sum()
    paid = sums[sums.spend > 0]
    assert sums.conversions.idxmin() == "LinkedIn"
    assert (sums.conversions / sums.clicks).idxmax() == "LinkedIn"
    assert (paid.revenue / paid.spend).idxmin() == "LinkedIn"


def test_only_organic_channels_cost_nothing(facts: pd.DataFrame) -> None:
    spend = facts.groupby("channel").spend.sum()
    assert set(spend[spend == 0].index) == {"Direct", "Organic Search"}


def test_return_on_spend_is_believable(facts: pd.DataFrame) -> None:
    assert 3 < facts.revenue.sum() / facts.spend.sum() < 8


@pytest.mark.parametrize("diwali", ["2024-10-31", "2025-10-20"])
def test_the_three_weeks_before_diwali_sell_half_more_than_other_days(facts: pd.DataFrame, diwali: str) -> None:
    daily = facts.groupby("date").revenue.sum()
    day = pd.Timestamp(diwali)
    season = daily[day - pd.Timedelta(days=20) : day]
    quarter = daily[day - pd.Timedelta(days=30) : day + pd.Timedelta(days=60)].drop(season.index)
    assert len(season) == 21
    assert season.mean() > 1.5 * quarter.mean()


def test_weekends_sell_more_but_not_on_linkedin(facts: pd.DataFrame) -> None:
    weekend = facts.day_of_week.isin(["Saturday", "Sunday"])
    lift = facts[weekend].groupby("channel").revenue.mean() / facts[~weekend].groupby("channel").revenue.mean()
    assert lift["Instagram"] > 1.1
    assert lift["LinkedIn"] < 0.8


def test_it_holds_returns_outliers_and_days_without_orders(facts: pd.DataFrame) -> None:
    per_order = facts.revenue / facts.conversions.where(facts.conversions > 0)
    assert (facts.revenue < 0).any()
    assert (facts.conversions == 0).any()
    assert (per_order > 4 * per_order.groupby(facts.channel).transform("median")).any()


def test_people_click_less_than_they_see_and_buy_less_than_they_click(facts: pd.DataFrame) -> None:
    assert (facts.impressions >= facts.clicks).all()
    assert (facts.clicks >= facts.conversions).all()


def test_repeated_columns_follow_from_the_others(facts: pd.DataFrame) -> None:
    organic = facts.spend == 0
    expected = (facts.revenue / facts.spend).where(~organic).round(2)
    pd.testing.assert_series_equal(facts.roas, expected, check_names=False)
    assert facts.cpa.isna().equals(facts.conversions == 0)
    assert facts.iloc[0][["day_of_week", "month", "quarter", "year"]].tolist() == ["Tuesday", "October", "Q4", 2024]

import pandas as pd
import pytest

from data.sample.journeys import channel_attribution, customer_journey, funnel_data
from tests.data.sample.conftest import Read


@pytest.fixture
def touches(read: Read) -> pd.DataFrame:
    frame = read("journeys")
    return frame.assign(touched_at=pd.to_datetime(frame.touched_at))


@pytest.fixture
def three() -> pd.DataFrame:
    rows = [
        ("a", "2025-01-01", "Email", 1, 500.0),
        ("a", "2025-01-08", "Google Ads", 1, 500.0),
        ("a", "2025-01-15", "Direct", 1, 500.0),
        ("b", "2025-01-02", "Facebook", 0, 0.0),
    ]
    frame = pd.DataFrame(rows, columns=["journey_id", "touched_at", "channel", "converted", "value"])
    return frame.assign(touched_at=pd.to_datetime(frame.touched_at))


def test_attribution_of_one_journey_worked_by_hand(three: pd.DataFrame) -> None:
    shares = channel_attribution(three).set_index("channel").T
    assert shares["Email"].tolist() == [100, 0, 33.3, 14.3, 40]
    assert shares["Google Ads"].tolist() == [0, 0, 33.4, 28.6, 20]
    assert shares["Direct"].tolist() == [0, 100, 33.3, 57.1, 40]
    assert shares["Facebook"].tolist() == [0, 0, 0, 0, 0]


def test_a_journey_of_two_touches_is_split_in_halves_by_position(three: pd.DataFrame) -> None:
    shares = channel_attribution(three.drop(1)).set_index("channel").position_based
    assert (shares["Email"], shares["Direct"]) == (50, 50)


def test_paths_worked_by_hand(three: pd.DataFrame) -> None:
    paths = customer_journey(three)
    assert paths.iloc[0, :5].tolist() == ["Email", "Google Ads", "Direct", "Purchase", 1]
    assert paths.iloc[1, :3].tolist() == ["Facebook", "Exit", ""]


def test_the_supplied_shares_sum_to_a_hundred(read: Read, touches: pd.DataFrame) -> None:
    supplied = read("channel_attribution").set_index("channel")
    assert (supplied.sum().round(6) == 100).all()
    first = touches[touches.converted == 1].drop_duplicates("journey_id").channel.value_counts(normalize=True)
    assert (100 * first - supplied.first_touch).abs().max() < 0.1


def test_the_supplied_paths_are_the_journeys(read: Read, touches: pd.DataFrame) -> None:
    paths = read("customer_journey")
    bought = paths.filter(like="touchpoint").isin(["Purchase"]).any(axis=1)
    assert paths.customer_count.sum() == 20_000
    assert paths[bought].customer_count.sum() == touches[touches.converted == 1].journey_id.nunique()
    assert paths.filter(like="touchpoint").isin(["Purchase", "Exit"]).sum(axis=1).eq(1).all()


def test_touches_follow_each_other_within_the_sample(touches: pd.DataFrame) -> None:
    gaps = touches.groupby("journey_id").touched_at.diff().dropna()
    assert (gaps >= pd.Timedelta(0)).all()
    assert touches.touched_at.between(pd.Timestamp("2024-10-01"), pd.Timestamp("2026-10-01")).all()
    assert touches.groupby("journey_id").size().between(1, 6).all()


def test_a_fifth_of_the_journeys_convert_and_only_they_have_a_value(touches: pd.DataFrame) -> None:
    journeys = touches.drop_duplicates("journey_id")
    assert 0.15 < journeys.converted.mean() < 0.25
    assert ((touches.value > 0) == (touches.converted == 1)).all()


def test_journeys_touch_the_channels_of_the_campaigns(read: Read, touches: pd.DataFrame) -> None:
    assert set(touches.channel) == set(read("campaign_performance").channel)


def test_social_opens_and_email_closes(read: Read) -> None:
    shares = read("channel_attribution").set_index("channel")
    assert shares.first_touch["Facebook"] > shares.last_touch["Facebook"]
    assert shares.last_touch.idxmax() == "Email"


def test_the_funnel_loses_most_between_awareness_and_interest(read: Read) -> None:
    funnel = read("funnel_data").set_index("stage")
    lost = -funnel.visitors.diff()
    assert lost.idxmax() == "Interest"
    assert funnel.conversion_rate.idxmin() == "Interest"
    assert (lost.dropna() > 0).all()


def test_funnel_rates_are_of_the_stage_before() -> None:
    assert funnel_data(3_400).conversion_rate.tolist() == [100, 36.0, 54.9, 60.0, 56.7, 50.0]

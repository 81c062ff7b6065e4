import numpy as np
import pandas as pd

from data.sample import plan, seasons

CAMPAIGNS = plan.campaigns(np.random.default_rng(1))


def test_fifty_to_sixty_campaigns_with_names_of_their_own() -> None:
    assert 50 <= len(CAMPAIGNS) <= 60
    assert CAMPAIGNS.campaign_id.is_unique
    assert CAMPAIGNS.campaign_name.is_unique


def test_a_name_tells_type_channel_region_and_quarter() -> None:
    first = CAMPAIGNS.iloc[0]
    assert first.campaign_name == f"{first.campaign_type} - {first.channel} - {first.region} - Q4"


def test_every_turn_runs_every_channel_once() -> None:
    names = {channel.channel for channel in plan.CHANNELS}
    assert all(set(turn) == names and len(turn) == len(names) for turn in plan.ROTATION)


def test_every_region_is_served_on_every_day() -> None:
    days = CAMPAIGNS.merge(pd.DataFrame({"day": seasons.calendar()}), how="cross")
    served = days[days.day.between(days.start, days.end)]
    assert (served.groupby("region").day.nunique() == 730).all()


def test_shares_are_whole() -> None:
    assert round(plan.channels().share.sum(), 9) == 1
    assert plan.regions()[["share", "customers"]].sum().round(9).tolist() == [1, 1]

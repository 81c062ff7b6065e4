import pandas as pd
import pytest

from tests.data.sample.conftest import Read


@pytest.fixture
def states(read: Read) -> pd.DataFrame:
    return read("geographic_data").set_index("state")


def test_the_leading_states_are_in_the_west_and_south(states: pd.DataFrame) -> None:
    assert set(states.nlargest(3, "total_revenue").region) == {"West", "South"}


def test_eastern_states_are_under_penetrated_but_growing(states: pd.DataFrame) -> None:
    east = states.region == "East"
    assert states[east].index.tolist() == ["West Bengal", "Bihar", "Odisha"]
    assert states[east].market_penetration.max() < states[~east].market_penetration.min()
    assert states[east].yoy_growth.min() > states[~east].yoy_growth.max()


def test_a_regions_states_hold_its_customers(states: pd.DataFrame, read: Read) -> None:
    counted = read("customer_data").region.value_counts().sort_index()
    assert states.groupby("region").total_customers.sum().tolist() == counted.tolist()


def test_revenue_per_customer_is_a_ratio(states: pd.DataFrame) -> None:
    expected = (states.total_revenue / states.total_customers).round(2)
    assert (states.revenue_per_customer - expected).abs().max() < 0.011


def test_states_lie_in_india(states: pd.DataFrame) -> None:
    assert states.latitude.between(6, 37).all()
    assert states.longitude.between(68, 98).all()

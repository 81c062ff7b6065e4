import pytest

from analytics.geography_metrics import STATE_METRICS, StateRate, state_metric
from analytics.numbers import Unit
from tests.analytics.states import facts, state


def test_each_is_found_by_its_name_and_no_two_share_one() -> None:
    assert len({known.name for known in STATE_METRICS}) == len(STATE_METRICS)
    assert all(state_metric(known.name) is known for known in STATE_METRICS)
    with pytest.raises(KeyError):
        state_metric("roas")


@pytest.mark.parametrize("known", STATE_METRICS, ids=lambda known: known.name)
def test_all_can_be_computed_from_the_rows_of_states(known: StateRate) -> None:
    assert set(known.measures) <= set(facts(state("A")).now.columns)


def test_a_rate_that_is_not_reported_names_the_column_of_the_file() -> None:
    rows = facts(state("A", yoy_growth=float("nan"))).now
    assert state_metric("growth").reason(rows) == "yoy_growth not reported"
    assert state_metric("growth").reason(rows.iloc[:0]) == "no rows in this view"


@pytest.mark.parametrize(("name", "unit"), [("satisfaction", Unit.SCORE), ("delivery", Unit.DAYS)])
def test_scores_and_days_have_units_of_their_own(name: str, unit: Unit) -> None:
    assert state_metric(name).unit is unit

from collections.abc import Collection
from datetime import date

import pytest

from analytics.periods import Period
from data.journeys import Journeys
from tests.data.touches import LONG, ROWS, SHORT, counts, days, stored


@pytest.fixture(scope="module")
def journeys() -> Journeys:
    return stored(journeys=ROWS)


def test_it_says_what_it_holds(journeys: Journeys) -> None:
    facts = journeys.facts
    assert facts is not None
    assert (facts.table, facts.channels) == ("journeys", ("Direct", "Email", "Search"))
    assert facts.months == (date(2024, 1, 1), date(2024, 2, 1), date(2024, 3, 1))
    assert facts.days == days("2024-01-10", "2024-03-20")
    assert (facts.journeys, facts.touches, facts.conversions, facts.valued) == (4, 8, 3, 3)


@pytest.mark.parametrize(
    ("periods", "long", "short"),
    [
        ((), 2, (1, 1)),
        ([days("2024-01-01", "2024-03-31")], 2, (1, 1)),
        ([days("2024-01-10", "2024-03-20")], 2, (1, 1)),
        ([days("2024-01-11", "2024-03-19")], 0, (1, 0)),
        ([days("2024-01-01", "2024-02-28")], 2, None),
        ([days("2024-01-01", "2024-02-29")], 2, (1, 0)),
        ([days("2024-02-01", "2024-02-29"), days("2024-01-01", "2024-02-29")], 2, (1, 0)),
        ([days("2024-02-01", "2024-02-29"), days("2024-03-01", "2025-12-31")], 0, (1, 1)),
        ([days("2024-02-02", "2024-02-29")], 0, None),
        ([days("1999-01-01", "1999-12-31")], 0, None),
    ],
)
def test_months_of_first_touches_count_whose_loaded_days_all_lie_in_a_period(
    journeys: Journeys, periods: Collection[Period], long: int, short: tuple[int, int] | None
) -> None:
    found = counts(journeys.paths(half_life=7, periods=periods))
    assert found.get(LONG, (0, 0, 0))[0] == long
    assert (found[SHORT][0], found[SHORT][2]) == short if short else SHORT not in found

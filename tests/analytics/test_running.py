from datetime import date

import pytest

from analytics.metrics import metric
from analytics.running import grain_of, running_totals
from analytics.trend import Grain
from tests.analytics.frames import NOT_REPORTED, days, period, row, rows

CONVERSIONS = metric("conversions")


def test_each_day_adds_to_the_ones_before() -> None:
    given = rows(row("2024-01-01", conversions=2), row("2024-01-03", conversions=3), row("2024-01-02", "Direct"))
    totals = running_totals(CONVERSIONS, given, period("2024-01-01", "2024-01-04"), "channel")
    assert totals["Email"].tolist() == [2, 2, 5, 5]
    assert totals["Direct"].tolist() == [0, 0, 0, 0]
    assert totals.index[-1] == date(2024, 1, 4)


def test_what_nobody_reports_has_no_curve() -> None:
    given = rows(row("2024-01-01", conversions=1), row("2024-01-01", "Fax", conversions=NOT_REPORTED))
    assert list(running_totals(CONVERSIONS, given, period("2024-01-01", "2024-01-02"), "channel")) == ["Email"]
    assert running_totals(CONVERSIONS, rows(), period("2024-01-01", "2024-01-02"), "channel").empty


@pytest.mark.parametrize(
    ("end", "grain", "points"),
    [("2024-01-31", Grain.DAY, 31), ("2024-12-31", Grain.WEEK, 53), ("2033-12-31", Grain.MONTH, 120)],
)
def test_longer_periods_have_coarser_points_and_the_same_end(end: str, grain: Grain, points: int) -> None:
    whole = period("2024-01-01", end)
    assert grain_of(whole) is grain
    totals = running_totals(CONVERSIONS, rows(*days("2024-01-01", end, conversions=1)), whole, "channel")
    assert len(totals) == points
    assert totals.index[-1] == whole.end
    assert totals["Email"].iloc[-1] == whole.days

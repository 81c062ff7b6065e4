import math

import pytest

from analytics.comparison import Change, Facts, between, covered
from analytics.metrics import metric
from tests.analytics.frames import NOT_REPORTED, days, facts, period, row, rows

NOW, BEFORE = period("2024-02-01", "2024-02-29"), period("2024-01-01", "2024-01-31")
GIVEN = [
    row("2024-01-01", "Email", spend=10, revenue=100),
    row("2024-01-31", "Google Ads", spend=10, revenue=60),
    row("2024-02-01", "Email", spend=8, revenue=160),
    row("2024-02-29", "Google Ads", spend=2, revenue=40),
    row("2024-03-01", "Email", spend=99, revenue=999),
]


def test_split_keeps_the_first_and_the_last_day_of_both_periods() -> None:
    change = facts(GIVEN, NOW, BEFORE).change(metric("revenue"))
    assert (change.now, change.before) == (200, 160)
    assert change.relative == 0.25
    assert facts(GIVEN, NOW, BEFORE).change(metric("roas")).relative == 1.5


def test_without_a_comparison_there_is_no_change() -> None:
    alone = facts(GIVEN, NOW)
    assert alone.before.empty
    assert math.isnan(alone.change(metric("revenue")).relative)
    assert alone.change(metric("revenue")).better is None


def test_where_keeps_one_member_or_all_others() -> None:
    both = facts(GIVEN, NOW, BEFORE)
    assert both.where("channel", "Email").change(metric("revenue")).now == 160
    assert both.where("channel", "Email", leave_out=True).change(metric("revenue")).before == 60
    assert both.where("channel", "Fax").now.empty


def test_folded_gives_each_metric_the_value_it_has_day_by_day() -> None:
    given = rows(
        row("2024-01-01", "Email", spend=10, revenue=30),
        row("2024-01-02", "Email", spend=NOT_REPORTED, revenue=70),
        row("2024-01-03", "Email", spend=20, revenue=45),
        row("2024-01-03", "Direct", spend=5, revenue=NOT_REPORTED),
    )
    whole = Facts.undated(given)
    folded = whole.folded("channel")
    assert len(folded.now) == 3
    assert metric("roas").by(folded.now, ["channel"]).to_dict() == {"Email": 2.5}
    assert metric("revenue").value(folded.now) == 145
    assert metric("roas").left_out(folded.now) == metric("roas").left_out(whole.now) == {"revenue": 70, "spend": 5}


def test_within_shortens_both_periods() -> None:
    shorter = facts(GIVEN, NOW, BEFORE).within(period("2024-02-29", "2024-02-29"), period("2024-01-31", "2024-01-31"))
    assert shorter.change(metric("revenue")).relative == pytest.approx(-1 / 3)
    assert facts(GIVEN, NOW, BEFORE).within(NOW, None).before.empty


@pytest.mark.parametrize(
    ("now", "before", "relative"),
    [
        (150, 100, 0.5),
        (0, 100, -1),
        (-50, 100, -1.5),
        (100, 0, math.nan),
        (100, math.nan, math.nan),
        (math.nan, 100, math.nan),
        (1, -2, math.nan),
    ],
)
def test_relative_is_a_share_of_a_value_above_0(now: float, before: float, relative: float) -> None:
    assert Change(metric("revenue"), now, before).relative == pytest.approx(relative, nan_ok=True)


@pytest.mark.parametrize(
    ("name", "now", "better"),
    [
        ("revenue", 110, True),
        ("revenue", 90, False),
        ("cpa", 110, False),
        ("cpa", 90, True),
        ("spend", 110, None),
        ("revenue", 100.04, None),
        ("revenue", 100, None),
        ("revenue", NOT_REPORTED, None),
    ],
)
def test_better_follows_the_metric_and_ignores_what_is_too_small_to_show(
    name: str, now: float, better: bool | None
) -> None:
    assert Change(metric(name), now, 100).better is better


@pytest.mark.parametrize(
    ("loaded_from", "comparable"),
    [("2022-06-01", True), ("2023-01-01", True), ("2023-01-19", True), ("2023-01-20", False), ("2024-01-01", False)],
)
def test_a_comparison_needs_95_of_100_of_its_days_loaded(loaded_from: str, comparable: bool) -> None:
    year, before = period("2024-01-01", "2024-12-31"), period("2023-01-01", "2023-12-31")
    given = facts(days("2023-01-01", "2024-12-31", revenue=1), year, before, period(loaded_from, "2024-12-31"))
    assert given.comparable is comparable
    assert given.claimable().before.empty is not comparable
    assert (given.claimable().compared is None) is not comparable
    assert len(given.claimable().now) == 366


def test_no_comparison_is_not_comparable() -> None:
    assert not facts(GIVEN, NOW).comparable
    assert not facts(GIVEN, NOW, BEFORE, period("2030-01-01", "2030-02-01")).comparable


def test_rows_without_dates_have_nothing_to_compare_with() -> None:
    undated = Facts.undated(facts(GIVEN, NOW).now)
    assert (undated.days, undated.compared, undated.comparable, len(undated.before)) == (None, None, False, 0)
    assert undated.claimable() is undated
    with pytest.raises(LookupError, match="no dates"):
        _ = undated.period


def test_covered_is_from_the_first_to_the_last_row() -> None:
    assert covered(rows(*GIVEN)) == period("2024-01-01", "2024-03-01")
    assert covered(rows()) is None


def test_empty_facts_raise_nothing() -> None:
    empty: Facts = facts([], NOW, BEFORE)
    assert between(empty.now, NOW).empty
    assert empty.where("channel", "Email").within(NOW, BEFORE).claimable().now.empty
    assert math.isnan(empty.change(metric("roas")).now)

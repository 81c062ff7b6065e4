from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from tests.data.judging import evidence, finding, judged
from tests.data.publishing import CAMPAIGN_ROWS, Rows, published

FIRST = date(2024, 1, 1)
GOOD = CAMPAIGN_ROWS[0]


def days(count: int, channel: str = "Email", without: range = range(0), **changes: object) -> Rows:
    """A row a day of a channel, `without` some of the days."""
    kept = [place for place in range(count) if place not in without]
    return [GOOD | {"date": f"{FIRST + timedelta(place)}", "channel": channel} | changes for place in kept]


def test_days_between_the_first_and_the_newest_without_a_row_are_found(tmp_path: Path) -> None:
    snapshot = published(tmp_path, campaign_performance=days(10, without=range(3, 5)))
    assert judged(snapshot, "missing-days") == (10, 2)
    assert evidence(snapshot, "missing-days") == [{"date": "2024-01-04"}, {"date": "2024-01-05"}]
    assert finding(snapshot, "missing-days").example == "4 Jan 2024"


def test_days_are_those_of_the_touches_where_rows_carry_times(tmp_path: Path) -> None:
    touch = {"journey_id": "J1", "channel": "Email", "converted": False}
    touches = [touch | {"touched_at": f"2024-01-{day:02} 23:59:00"} for day in (1, 4)]
    assert judged(published(tmp_path, journeys=touches), "missing-days", "journeys") == (4, 2)


def test_a_channel_with_rows_on_most_days_that_has_none_for_three_falls_silent(tmp_path: Path) -> None:
    rows = [*days(60), *days(60, "Direct", range(20, 23)), *days(60, "Referral", range(30, 32))]
    snapshot = published(tmp_path, campaign_performance=rows)
    assert judged(snapshot, "silent-channels") == (3, 1)
    assert evidence(snapshot, "silent-channels") == [
        {"channel": "Direct", "last_day": "2024-01-20", "next_day": "2024-01-24", "days_without": "3"}
    ]


def test_one_that_ends_before_the_newest_day_does_too(tmp_path: Path) -> None:
    rows = [*days(60), *days(50, "Direct")]
    snapshot = published(tmp_path, campaign_performance=rows)
    assert evidence(snapshot, "silent-channels")[0] == {
        "channel": "Direct",
        "last_day": "2024-02-19",
        "next_day": "None",
        "days_without": "10",
    }
    assert finding(snapshot, "silent-channels").example == "Direct: no rows on 10 days after 19 Feb 2024"


def test_one_that_is_seldom_there_or_new_does_not_nor_days_that_nobody_has(tmp_path: Path) -> None:
    seldom, new = days(60, "Direct", range(10, 20)), days(27, "Referral")
    closed = days(60, without=range(40, 46))
    snapshot = published(tmp_path, campaign_performance=[*closed, *seldom[:20], *new])
    assert judged(snapshot, "silent-channels") == (3, 0)
    assert judged(snapshot, "missing-days") == (60, 6)


def weekly(spends: Mapping[int, str]) -> Rows:
    """Twenty Mondays that each spend a little more than 100, but for those given."""
    usual = {place: str(100 + place % 3) for place in range(20)}
    return [
        GOOD | {"date": f"{FIRST + timedelta(7 * place)}", "spend": spend, "conversions": 0, "revenue": "0"}
        for place, spend in (usual | dict(spends)).items()
    ]


def test_a_day_twice_or_half_as_high_as_its_weekday_usually_is_is_found(tmp_path: Path) -> None:
    snapshot = published(tmp_path, campaign_performance=weekly({4: "205", 10: "198", 15: "0"}))
    assert judged(snapshot, "unusual-days") == (60, 2)
    high, low = evidence(snapshot, "unusual-days")
    assert (high["date"], high["figure"], high["total"], round(float(high["usual"]))) == (
        "2024-01-29",
        "spend",
        "205.0",
        101,
    )
    assert (low["date"], low["total"]) == ("2024-04-15", "0.0")
    assert finding(snapshot, "unusual-days").example == "29 Jan 2024: spend 205, usually 101"


def test_where_days_scatter_more_it_takes_more(tmp_path: Path) -> None:
    scattered = {place: ("60", "100", "160")[place % 3] for place in range(20)}
    assert judged(published(tmp_path, campaign_performance=weekly(scattered | {10: "400"})), "unusual-days") == (60, 0)


def test_few_weeks_and_small_totals_are_not_judged(tmp_path: Path) -> None:
    few = [row for row in weekly({3: "900"}) if str(row["date"]) < "2024-02-15"]
    assert judged(published(tmp_path / "few", campaign_performance=few), "unusual-days")[1] == 0
    small = weekly(dict.fromkeys(range(20), "2") | {5: "50"})
    assert judged(published(tmp_path / "small", campaign_performance=small), "unusual-days")[1] == 0

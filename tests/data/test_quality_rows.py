from pathlib import Path

import pytest

from tests.data.judging import evidence, finding, judged
from tests.data.publishing import CAMPAIGN_ROWS, Rows, published

GOOD = CAMPAIGN_ROWS[0]
TOUCH: dict[str, object] = {"journey_id": "J1", "touched_at": "2024-01-01 10:00:00", "channel": "Email"}


def campaign(*changes: dict[str, object]) -> Rows:
    """The first campaign row with each of the changes, on days of their own."""
    return [GOOD | {"date": f"2024-01-{place + 1:02}"} | change for place, change in enumerate(changes)]


@pytest.mark.parametrize(
    ("check", "change"),
    [
        ("clicks-above-impressions", {"clicks": 1001}),
        ("conversions-above-clicks", {"conversions": 10.5}),
        ("spend-without-impressions", {"impressions": 0, "clicks": 0}),
        ("negative-amounts", {"revenue": "-0.01"}),
    ],
)
def test_a_figure_that_does_not_go_with_the_others_is_found(
    tmp_path: Path, check: str, change: dict[str, object]
) -> None:
    snapshot = published(tmp_path, campaign_performance=campaign({}, change, {}))
    assert judged(snapshot, check) == (3, 1)
    (row,) = evidence(snapshot, check)
    assert row["date"] == "2024-01-02"
    assert list(row)[:2] == ["date", "campaign_id"]


def test_equal_figures_are_right(tmp_path: Path) -> None:
    rows = campaign({"impressions": 10}, {"conversions": 10}, {"impressions": 0, "clicks": 0, "spend": "0"})
    snapshot = published(tmp_path, campaign_performance=rows)
    assert judged(snapshot, "clicks-above-impressions") == (3, 0)
    assert judged(snapshot, "spend-without-impressions") == (3, 0)
    assert judged(snapshot, "conversions-above-clicks") == (3, 1)


def test_what_is_not_reported_is_not_looked_at(tmp_path: Path) -> None:
    snapshot = published(tmp_path, campaign_performance=campaign({"impressions": None}, {}, {"clicks": None}))
    assert judged(snapshot, "clicks-above-impressions") == (1, 0)
    assert judged(snapshot, "spend-without-impressions") == (2, 0)


def test_a_finding_names_its_first_row_in_words(tmp_path: Path) -> None:
    rows = campaign({"campaign_name": "Diwali, 'sale'", "clicks": 1234567, "spend": "1.50"})
    found = finding(published(tmp_path, campaign_performance=rows), "clicks-above-impressions")
    assert found.example == "1 Jan 2024, Diwali, 'sale', Email, North: clicks 1,234,567, impressions 1,000"


def test_a_loss_is_no_amount_below_zero(tmp_path: Path) -> None:
    row = {"product_id": "P1", "region": "North", "quarter": "Q1", "year": 2024, "sales": "10", "profit": "-5"}
    snapshot = published(tmp_path, product_sales=[row, row | {"product_id": "P2", "sales": "-1"}])
    assert judged(snapshot, "negative-amounts", "product_sales") == (2, 1)
    assert evidence(snapshot, "negative-amounts", "product_sales")[0]["product_id"] == "P2"


def test_each_row_beyond_the_first_of_equal_ones_is_found(tmp_path: Path) -> None:
    near = GOOD | {"clicks": 11}
    snapshot = published(tmp_path, campaign_performance=[GOOD, near, GOOD, CAMPAIGN_ROWS[1], GOOD])
    assert judged(snapshot, "repeated-rows") == (5, 2)
    assert {row["clicks"] for row in evidence(snapshot, "repeated-rows")} == {"10"}


def test_equal_rows_in_which_no_money_moved_are_right(tmp_path: Path) -> None:
    idle = GOOD | {"spend": "0", "revenue": "0"}
    assert judged(published(tmp_path, campaign_performance=[idle, idle, GOOD]), "repeated-rows") == (1, 0)


def test_a_touch_that_stands_there_twice_is_found_though_its_journey_has_no_value(tmp_path: Path) -> None:
    touch = TOUCH | {"converted": False, "value": None}
    snapshot = published(tmp_path, journeys=[touch, touch, touch | {"channel": "Direct"}])
    assert judged(snapshot, "repeated-rows", "journeys") == (3, 1)


def test_a_journey_whose_touches_differ_in_what_it_brought_is_found(tmp_path: Path) -> None:
    bought = TOUCH | {"converted": True, "value": "20"}
    others = [TOUCH | {"journey_id": "J2", "converted": False, "value": None}] * 2
    snapshot = published(tmp_path, journeys=[bought, bought | {"value": "30"}, *others])
    assert judged(snapshot, "contradictions", "journeys")[1] == 1
    (row,) = evidence(snapshot, "contradictions", "journeys")
    assert (row["journey_id"], row["min value"], row["max value"]) == ("J1", "20.0000", "30.0000")


def test_totals_of_several_days_are_told_and_not_judged(tmp_path: Path) -> None:
    total = {"starts": "2024-01-01", "ends": "2024-01-31", "platform": "Google", "campaign_name": "A"}
    snapshot = published(tmp_path, ad_periods=[total | {"impressions": 1, "clicks": 2}], campaign_performance=[GOOD])
    found = [each for each in snapshot.findings if each.table == "ad_periods" and each.found]
    assert [(each.check, each.example) for each in found] == [
        ("totals-of-several-days", "1 Jan 2024 to 31 Jan 2024, A")
    ]

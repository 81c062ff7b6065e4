import pandas as pd
import pytest

from analytics.campaigns import ID, NAME, arranged, campaigns, found, headline, named
from analytics.figure import NO_BREAK
from analytics.metrics import METRICS, metric
from analytics.wording import Strong
from tests.analytics.frames import MEASURES, facts, period, plain, row

JANUARY = period("2024-01-01", "2024-01-31")


def rows(*given: dict[str, object]) -> pd.DataFrame:
    blank = {ID: "", NAME: None, "campaign_type": "Brand", "channel": "Email", **dict.fromkeys(MEASURES, 0.0)}
    frame = pd.DataFrame([{**blank, **one} for one in given])
    return named(frame.astype({NAME: "str", "campaign_type": "str", "channel": "str"}))


ROWS = rows(
    {ID: "A", NAME: "Spring", "revenue": 30, "spend": 1, "impressions": 10, "clicks": 5},
    {ID: "A", NAME: "Spring", "revenue": 10, "spend": 3},
    {ID: "B", NAME: "autumn", "revenue": 60, "channel": "Direct"},
    {ID: "C", "revenue": 20, "spend": 20, "campaign_type": "100% sale"},
)


def test_a_campaign_is_one_row_with_ratios_of_its_sums() -> None:
    table = campaigns(ROWS).set_index(ID)
    assert list(table.index) == ["C", "A", "B"]
    assert table.loc["A", "revenue"] == 40
    assert table.loc["A", "roas"] == 10
    assert table.loc["A", "ctr"] == 0.5
    assert table["roas"].isna().tolist() == [False, False, True]
    assert {known.name for known in METRICS} <= set(table)


def test_a_campaign_of_several_types_is_one_row_all_the_same() -> None:
    """An ad platform's campaign may have a type for each of its rows: it stays one campaign."""
    several = rows(
        {ID: "A", "revenue": 30, "campaign_type": "Traffic"},
        {ID: "A", "revenue": 10},
        {ID: "A", "revenue": 5, "channel": "Direct"},
    )
    table = campaigns(several)
    assert table[[ID, "channel", "campaign_type", "revenue"]].to_numpy().tolist() == [
        ["A", "Direct", "Brand", 5],
        ["A", "Email", "2 types", 40],
    ]


def test_a_campaign_without_a_name_goes_by_its_id() -> None:
    assert set(campaigns(ROWS)[NAME]) == {"Spring", "autumn", "C"}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("", {"A", "B", "C"}),
        ("  SPRING ", {"A"}),
        ("direct", {"B"}),
        ("100%", {"C"}),
        (".*", set()),
        ("nothing", set()),
    ],
)
def test_a_text_finds_campaigns_by_any_of_their_words(text: str, ids: set[str]) -> None:
    assert set(found(ROWS, text)[ID]) == ids


@pytest.mark.parametrize(
    ("by", "ascending", "ids"),
    [
        ("revenue", False, ["B", "A", "C"]),
        ("revenue", True, ["C", "A", "B"]),
        ("roas", False, ["A", "C", "B"]),
        ("roas", True, ["C", "A", "B"]),
        (NAME, True, ["B", "C", "A"]),
        (NAME, False, ["A", "C", "B"]),
    ],
)
def test_sorted_by_a_column_with_what_has_no_value_last(by: str, ascending: bool, ids: list[str]) -> None:
    assert list(arranged(campaigns(ROWS), by, ascending=ascending)[ID]) == ids


def test_the_answer_names_campaigns_days_and_the_leading_region() -> None:
    two = [row("2024-01-01", region="West", revenue=75), row("2024-01-02", region="East", revenue=25)]
    given = facts(two, JANUARY)
    days = metric("revenue").by(given.now, ["date"])
    told = headline(campaigns(ROWS), days, given, "INR")
    assert plain(told) == (
        "1 of 3 campaigns brings half of revenue, and half falls on 1 of 2 days with rows. "
        "West leads the regions with 75 %."
    )
    assert isinstance(told[0], Strong)
    every = facts(two, period("2024-01-01", "2024-01-02"))
    assert "half falls on 1 of 2 days." in plain(headline(campaigns(ROWS), days, every, "INR"))
    assert NO_BREAK in "".join(told)


def test_without_a_whole_there_is_no_answer() -> None:
    given = facts([row("2024-01-01", revenue=-5)], JANUARY)
    table = campaigns(rows({ID: "A", "revenue": -5}, {ID: "B", "revenue": 9}))
    assert headline(table, metric("revenue").by(given.now, ["date"]), given, "INR") == ()

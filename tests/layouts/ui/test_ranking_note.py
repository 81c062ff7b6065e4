import pytest

from analytics.metrics import metric
from analytics.ranking import ranking
from layouts.ui.ranking_note import ranking_note
from tests.analytics.frames import NOT_REPORTED, Row, facts, period, row

FEBRUARY, JANUARY = period("2024-02-01", "2024-02-29"), period("2024-01-01", "2024-01-31")
ROWS = (
    row("2024-02-10", "Email", revenue=300, spend=100),
    row("2024-02-10", "Direct", revenue=100),
    row("2024-01-10", "Fax", revenue=50, spend=10),
)


def note(name: str, *rows: Row, most: int = 8) -> str:
    given = facts(rows, FEBRUARY, JANUARY)
    values = ranking(metric(name), given, "channel")
    return ranking_note(metric(name), given.now, "channel", values, most)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("revenue", "n/a for Fax: no rows in this view."),
        ("roas", "n/a for Direct: spend is 0. n/a for Fax: no rows in this view."),
    ],
)
def test_a_member_without_a_value_says_why(name: str, said: str) -> None:
    assert note(name, *ROWS) == said


def test_not_reported_is_not_called_missing_rows() -> None:
    rows = (row("2024-02-10", "Fax", revenue=NOT_REPORTED), row("2024-02-10", "Email", revenue=3))
    assert note("revenue", *rows) == "n/a for Fax: revenue not reported."


def test_who_is_too_thin_to_be_ranked_is_named() -> None:
    rows = (row("2024-02-10", "Fax", clicks=9, impressions=99), row("2024-02-10", "Email", clicks=1, impressions=100))
    assert note("ctr", *rows) == "Fewer than 100 impressions for Fax: grey, not ranked."


def test_many_are_counted_and_those_not_shown_are_said() -> None:
    silent = [row("2024-02-10", f"Channel {place}", revenue=NOT_REPORTED) for place in range(9)]
    assert note("revenue", row("2024-02-10", "Email", revenue=3), *silent, most=8) == (
        "n/a for 9 others: revenue not reported. The first 8 of 10; the table has all."
    )

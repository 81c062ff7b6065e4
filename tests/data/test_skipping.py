import duckdb
import pytest

from data.matches import Match
from data.recognise import recognise
from data.skipping import BLANK, NAMELESS, TOTAL, reason
from tests.data.writing import GOOD

META = (
    "Day",
    "Campaign name",
    "Impressions",
    "Link clicks",
    "Amount spent (INR)",
    "Reporting starts",
    "Reporting ends",
)


def why(match: Match, blank: bool = False, **texts: str | None) -> object:
    given = {f"t{place}": None for place in range(len(GOOD))} | texts
    names = [f"${name}::VARCHAR AS {name}" for name in given]
    asked = f"SELECT {reason(match, (), ())} FROM (SELECT $blank AS blank, {', '.join(names)})"
    return duckdb.execute(asked, {"blank": blank} | given).fetchall()[0][0]


@pytest.mark.parametrize(
    ("day", "campaign", "expected"),
    [
        ("2025-01-01", "Spring", None),
        ("2025-01-01", None, NAMELESS),
        ("Total", None, TOTAL),
        (None, "Total: account", TOTAL),
        ("2025-01-01", "Total control", None),
    ],
)
def test_a_row_of_an_export_that_sums_up_others_is_passed_over(
    day: str | None, campaign: str | None, expected: str | None
) -> None:
    match = recognise(META)
    assert match.form is not None
    assert why(match, t0=day, t1=campaign) == expected


def test_a_blank_row_is_passed_over_in_every_file() -> None:
    assert why(recognise(META), blank=True) == BLANK
    assert why(recognise(tuple(GOOD)), blank=True) == BLANK


def test_a_file_of_our_own_has_no_totals() -> None:
    assert why(recognise(tuple(GOOD)), t0="Total", t1=None) is None

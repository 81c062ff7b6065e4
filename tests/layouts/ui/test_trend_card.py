import pytest

from analytics.comparison import Facts
from analytics.metrics import METRICS, metric
from analytics.trend import Grain
from layouts.ui.trend_card import split_card, trend_card
from tests.analytics.frames import NOT_REPORTED, Row, days, facts, period, row
from tests.layouts.ui.drawn import DRAWING, Card, caption, figure, keys, note, table, title

REVENUE = metric("revenue")
TWO_WEEKS, BEFORE = period("2024-01-08", "2024-01-21"), period("2024-01-01", "2024-01-07")
ROWS = (
    row("2024-01-01", revenue=7),
    row("2024-01-08", revenue=10, spend=5),
    row("2024-01-14", "Direct", revenue=20),
    row("2024-01-15", revenue=40, spend=10),
)


def card(given: Facts, grain: Grain = Grain.WEEK) -> Card:
    return trend_card(REVENUE, given, grain, DRAWING)


def test_the_table_has_a_row_for_each_point_by_hand() -> None:
    given = facts(ROWS, TWO_WEEKS, period("2023-12-25", "2024-01-07"))
    headings, cells = table(card(given))
    assert headings == ["Week starting", "Days", "Revenue 8–21 Jan 2024", "Revenue 25 Dec 2023 – 7 Jan 2024"]
    assert cells == [["2024-01-08", 7, 30.0, None], ["2024-01-15", 7, 40.0, 7.0]]


@pytest.mark.parametrize(
    ("grain", "heading", "cells"),
    [
        (Grain.DAY, "Day", [["2024-01-14", 1, 20.0], ["2024-01-15", 1, 40.0], ["2024-01-16", 1, None]]),
        (Grain.WEEK, "Week starting", [["2024-01-08", 1, 20.0], ["2024-01-15", 2, 40.0]]),
        (Grain.MONTH, "Month starting", [["2024-01-01", 3, 60.0]]),
    ],
)
def test_each_grain_has_its_points(grain: Grain, heading: str, cells: list[list[object]]) -> None:
    headings, found = table(card(facts(ROWS, period("2024-01-14", "2024-01-16")), grain))
    assert (headings[0], found) == (heading, cells)


@pytest.mark.parametrize("grain", list(Grain))
@pytest.mark.parametrize("compared", [None, BEFORE])
def test_the_lines_are_the_rows_of_the_table(grain: Grain, compared: object) -> None:
    drawn = card(facts(ROWS, TWO_WEEKS, BEFORE if compared else None), grain)
    _, cells = table(drawn)
    whole = [trace for trace in figure(drawn).data if trace.y is not None and len(trace.y) == len(cells)]
    current = [line[2] for line in cells]
    assert any([None if value is None else float(value) for value in trace.y] == current for trace in whole)


def test_a_partial_point_is_named_and_dashed() -> None:
    drawn = card(facts(ROWS, period("2024-01-09", "2024-01-23")))
    assert note(drawn) == (
        "The week of 8 Jan has 6 of 7 days and the week of 22 Jan has 2 of 7 days: dashed, left out of findings."
    )
    assert any(trace.line.dash for trace in figure(drawn).data if trace.line)
    assert note(card(facts(ROWS, TWO_WEEKS))) == ""


def test_a_comparison_says_how_far_it_is_shifted() -> None:
    given = facts(ROWS, TWO_WEEKS, period("2023-12-25", "2024-01-07"))
    assert note(card(given)) == "25 Dec 2023 – 7 Jan 2024 is shifted 14 days so weekdays match."
    assert note(card(given, Grain.MONTH)).endswith(note(card(given)))
    month = facts(ROWS, period("2024-01-01", "2024-01-31"), period("2023-12-01", "2023-12-31"))
    assert "shifted" not in note(card(month, Grain.MONTH))
    short = facts(ROWS, period("2024-01-14", "2024-01-15"), period("2024-01-12", "2024-01-13"))
    assert note(card(short, Grain.DAY)) == ""
    rows = (*ROWS, row("2024-01-13", revenue=1))
    shifted = facts(rows, period("2024-01-14", "2024-01-15"), period("2024-01-12", "2024-01-13"))
    assert note(card(shifted, Grain.DAY)) == "12–13 Jan 2024 is shifted 2 days."
    tomorrow = facts(rows, period("2024-01-14", "2024-01-14"), period("2024-01-13", "2024-01-13"))
    assert note(card(tomorrow, Grain.DAY)) == "13 Jan 2024 is shifted 1 day."


def test_the_keys_carry_the_totals_of_both_periods() -> None:
    given = facts(ROWS, TWO_WEEKS, period("2023-12-25", "2024-01-07"))
    assert keys(card(given)) == ["8–21 Jan 2024 ₹70.00", "25 Dec 2023 – 7 Jan 2024 ₹7.00"]
    assert keys(card(facts(ROWS, TWO_WEEKS))) == ["8–21 Jan 2024 ₹70.00"]


def test_the_caption_says_what_is_drawn() -> None:
    given = facts(ROWS, TWO_WEEKS)
    assert caption(card(given)) == "Revenue by week, weeks start on Monday"
    assert caption(trend_card(metric("roas"), given, Grain.DAY, DRAWING)) == "ROAS, blended by day"
    assert title(card(given)) == "How did revenue move over time?"


def test_a_split_has_a_line_and_a_column_for_each_member() -> None:
    drawn = split_card(REVENUE, facts(ROWS, TWO_WEEKS), Grain.WEEK, DRAWING, "channel")
    assert table(drawn) == (
        ["Week starting", "Direct", "Email"],
        [["2024-01-08", 20.0, 10.0], ["2024-01-15", None, 40.0]],
    )
    assert {trace.line.color for trace in figure(drawn).data} >= {"#222222", "#111111"}
    assert caption(drawn).endswith(", by channel")


def test_the_points_of_a_split_add_up_to_the_whole() -> None:
    rows = [*days("2024-01-08", "2024-01-21", revenue=3), *days("2024-01-10", "2024-01-18", "Fax", revenue=4)]
    given = facts(rows, TWO_WEEKS)
    whole = [line[2] for line in table(card(given, Grain.DAY))[1]]
    split = table(split_card(REVENUE, given, Grain.DAY, DRAWING, "channel"))[1]
    assert [sum(float(str(cell)) for cell in line[1:] if cell is not None) for line in split] == whole


@pytest.mark.parametrize("shown", [known.name for known in METRICS])
@pytest.mark.parametrize("measures", [{}, {"revenue": NOT_REPORTED, "spend": NOT_REPORTED, "clicks": NOT_REPORTED}])
def test_no_metric_on_nothing_raises_or_shows_nan(shown: str, measures: Row) -> None:
    given = facts([row("2024-01-09") | measures], TWO_WEEKS, BEFORE)
    for drawn in (
        trend_card(metric(shown), given, Grain.DAY, DRAWING),
        split_card(metric(shown), given, Grain.DAY, DRAWING, "channel"),
    ):
        said = " ".join([title(drawn), caption(drawn), note(drawn), *keys(drawn), str(table(drawn))]).lower()
        assert "nan" not in said
        assert ": inf" not in said
        assert "nan" not in str(figure(drawn).to_json()).lower()


def test_a_day_without_a_row_is_a_gap_and_a_day_of_nought_is_not() -> None:
    given = facts([row("2024-01-08", revenue=0), row("2024-01-10", revenue=5)], period("2024-01-08", "2024-01-10"))
    assert [line[2] for line in table(card(given, Grain.DAY))[1]] == [0.0, None, 5.0]

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from analytics.trend import Grain
from layouts.figures.date_axis import date_axis
from layouts.figures.template import ON_WIDE


def test_a_year_shows_its_months_at_their_middle_and_every_second_where_it_is_narrow() -> None:
    axis = date_axis(date(2024, 1, 1), date(2024, 12, 30), Grain.WEEK)
    assert axis.ticks[:2] == ("2024-01-15", "2024-02-15")
    assert [re.sub("<[^>]*>", "", label) for label in axis.labels][::11] == ["Jan", "Dec"]
    assert [label for label in axis.labels if "<span" not in label] == ["Jan", "Mar", "May", "Jul", "Sep", "Nov"]
    assert axis.lines == 1


def test_points_that_are_months_carry_their_label_at_the_point() -> None:
    axis = date_axis(date(2024, 1, 1), date(2024, 4, 1), Grain.MONTH)
    assert axis.ticks == ("2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01")
    assert axis.labels == ("Jan", "Feb", "Mar", "Apr")


def test_the_year_stands_under_the_first_label_of_each() -> None:
    axis = date_axis(date(2023, 11, 1), date(2024, 2, 29), Grain.DAY)
    assert axis.labels == ("Nov<br>2023", "Dec", "Jan<br>2024", "Feb")
    assert axis.lines == 2


def test_few_weeks_are_labelled_by_day() -> None:
    axis = date_axis(date(2024, 12, 16), date(2025, 1, 6), Grain.WEEK)
    assert axis.ticks == ("2024-12-16", "2024-12-23", "2024-12-30", "2025-01-06")
    assert axis.labels == ("16 Dec<br>2024", "23 Dec", "30 Dec", "6 Jan<br>2025")


def test_one_day_is_labelled_once() -> None:
    assert date_axis(date(2024, 5, 3), date(2024, 5, 3), Grain.DAY).labels == ("3 May",)


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(0, 15_000), st.sampled_from(list(Grain)))
def test_labels_are_few_and_in_order(first: date, days: int, grain: Grain) -> None:
    last = date.fromordinal(first.toordinal() + days)
    axis = date_axis(first, last, grain)
    assert list(axis.ticks) == sorted(axis.ticks)
    assert all(str(first) <= tick <= str(last) for tick in axis.ticks)
    assert len(axis.ticks) <= 14
    assert sum("<span" not in label for label in axis.labels) <= 7


def test_a_phone_has_no_room_for_a_year_beside_a_year() -> None:
    labels = date_axis(date(2025, 10, 1), date(2026, 9, 30), Grain.WEEK).labels
    assert labels[1] == f'Nov<br><span style="{ON_WIDE}">2025</span>'
    assert labels[3] == "Jan<br>2026"

import pandas as pd
import pytest

from analytics.claims import Claims, claims
from analytics.metrics import metric
from layouts.ui.claims_card import claims_card, uncompared
from tests.analytics.frames import period
from tests.layouts.ui.drawn import DRAWING, Card, caption, figure, keys, note, plain, table, title

DAYS = period("2024-01-01", "2024-01-31")
ADS = [("2024-01-01", "Meta", 1400.0), ("2024-01-02", "Email", 90.0), ("2024-01-01", "TikTok", 5.0)]
OWN = [("2024-01-01", "Facebook", 600.0), ("2024-01-01", "Instagram", 400.0), ("2024-01-02", "Email", 0.0)]


def found(ads: list[tuple[str, str, float]], own: list[tuple[str, str, float]], measure: str) -> Claims:
    return claims(
        pd.DataFrame(ads, columns=["date", "platform", measure]),
        pd.DataFrame(own, columns=["date", "channel", measure]),
        measure,
    )


def card(ads: list[tuple[str, str, float]] = ADS, measure: str = "conversions") -> Card:
    return claims_card(found(ads, OWN, measure), metric(measure), DRAWING, DAYS)


def test_a_panel_has_what_is_claimed_and_recorded_day_by_day_and_the_factor_over_all() -> None:
    _, recorded, claimed, *_ = figure(card()).data
    assert (list(claimed.y), list(recorded.y)) == ([1400], [1000])
    assert [note.text for note in figure(card()).layout.annotations] == [
        "<b>Meta</b>  1.40×", "1,400 ÷ 1,000", "<b>Email</b>  n/a", "90 ÷ 0"
    ]  # fmt: skip
    assert keys(card()) == ["Claimed 1,490", "Recorded 1,000"]
    assert title(card()) == "The platforms claim 1.49× the conversions recorded"


def test_over_more_than_a_month_a_point_is_a_month_and_one_without_a_day_in_both_a_gap() -> None:
    ads = [("2024-01-01", "Meta", 14.0), ("2024-01-31", "Meta", 2.0), ("2024-03-05", "Meta", 9.0)]
    own = [("2024-01-01", "Facebook", 8.0), ("2024-01-31", "Facebook", 2.0), ("2024-03-05", "Facebook", 10.0)]
    drawn: Card = claims_card(found(ads, own, "conversions"), metric("conversions"), DRAWING, DAYS)
    between, recorded, claimed = figure(drawn).data
    assert list(claimed.x) == ["2024-01-01", "2024-02-01", "2024-03-01"]
    assert (list(claimed.y), list(recorded.y)) == ([16, None, 9], [10, None, 10])
    assert list(between.y) == [16, 10, None, 9, 10, None]
    assert claimed.hovertext[0].endswith("recorded for Facebook<br>1.60×, Jan 2024, over 2 days")
    assert caption(drawn) == "Conversions by month and platform, and claimed ÷ recorded"
    assert table(drawn)[1] == [
        ["Meta", "2024-01-01", 16, 10, pytest.approx(1.6), 2],
        ["Meta", "2024-03-01", 9, 10, pytest.approx(0.9), 1],
    ]


def test_hover_names_the_channels_that_a_platform_is_set_against() -> None:
    assert figure(card()).data[2].hovertext[0] == (
        "<b>1,400</b> claimed by Meta<br><b>1,000</b> recorded for Facebook and Instagram<br>1.40×, 1 Jan 2024"
    )


def test_the_note_has_days_channels_and_who_matches_none() -> None:
    assert note(card()) == (
        "Over 2 days and 3 channels for which both report conversions. "
        "Meta is set against Facebook and Instagram. TikTok matches no channel."
    )


def test_revenue_is_written_as_money() -> None:
    drawn = card(measure="revenue")
    assert keys(drawn)[0] == "Claimed ₹1,490"
    assert caption(drawn) == "Revenue by day and platform, and claimed ÷ recorded"


def test_the_table_has_both_the_factor_and_the_days() -> None:
    headings, rows = table(card())
    assert headings == [
        "Platform", "Day", "Conversions claimed", "Conversions recorded", "Claimed for each recorded", "Days"
    ]  # fmt: skip
    assert rows == [["Meta", "2024-01-01", 1400, 1000, pytest.approx(1.4), 1], ["Email", "2024-01-02", 90, 0, None, 1]]


def test_nothing_in_both_says_so() -> None:
    strangers = card([("2024-01-01", "TikTok", 5.0)])
    assert "TikTok matches no channel. No day and channel is in both tables in this view." in plain(strangers["note"])
    assert "Only x is loaded." in plain(uncompared("Only x is loaded.")["note"])

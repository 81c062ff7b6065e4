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


def test_a_bar_is_what_is_claimed_a_tick_what_is_recorded_and_the_factor_stands_at_the_right() -> None:
    bars, _, ticks, _ = figure(card()).data
    assert (list(bars.x), list(ticks.x)) == ([1400, 90], [1000, 0])
    assert [note.text for note in figure(card()).layout.annotations] == ["1,400", "1.40×", "90", "n/a"]
    assert keys(card()) == ["Claimed 1,490", "Recorded 1,000"]
    assert title(card()) == "The platforms claim 1.49× the conversions recorded"


def test_hover_names_the_channels_that_a_platform_is_set_against() -> None:
    assert figure(card()).data[3].hovertext[0] == (
        "<b>1,400</b> claimed by Meta<br><b>1,000</b> recorded for Facebook and Instagram<br>1.40×, over 1 day"
    )


def test_the_note_has_days_channels_and_who_matches_none() -> None:
    assert note(card()) == (
        "Over 2 days and 3 channels for which both report conversions. "
        "Meta is set against Facebook and Instagram. TikTok matches no channel."
    )


def test_revenue_is_written_as_money() -> None:
    drawn = card(measure="revenue")
    assert keys(drawn)[0] == "Claimed ₹1,490"
    assert caption(drawn) == "Revenue by platform, claimed beside recorded, and claimed ÷ recorded"


def test_the_table_has_both_the_factor_and_the_days() -> None:
    headings, rows = table(card())
    assert headings == ["Platform", "Conversions claimed", "Conversions recorded", "Claimed for each recorded", "Days"]
    assert rows == [["Meta", 1400, 1000, pytest.approx(1.4), 1], ["Email", 90, 0, None, 1]]


def test_nothing_in_both_says_so() -> None:
    strangers = card([("2024-01-01", "TikTok", 5.0)])
    assert "TikTok matches no channel. No day and channel is in both tables in this view." in plain(strangers["note"])
    assert "Only x is loaded." in plain(uncompared("Only x is loaded.")["note"])

import pandas as pd

from analytics.credits import VALUE
from layouts.ui.models_card import Shown, models_card
from tests.layouts.ui.credited import credited
from tests.layouts.ui.drawn import DRAWING, Card, caption, figure, note, table, title

STATED = pd.DataFrame({"first_touch": [60.0, 40.0], "linear": [50.0, 50.0]}, index=["Email", "Post"])
NOTHING = pd.DataFrame(index=pd.Index([], name="channel"))


def card(
    shown: Shown = Shown.COMPUTED, stated: pd.DataFrame = STATED, *keys: str, without: tuple[str, ...] = ()
) -> Card:
    return models_card(credited(*keys, without=without), stated, shown, DRAWING, None)


def test_rows_are_channels_by_the_mean_of_the_models() -> None:
    headings, rows = table(card())
    assert headings == ["Channel", "First touch", "Last touch", "Linear"]
    assert rows == [["Email", 0.8, 0.2, 0.5], ["Direct", 0, 0.8, 0.4], ["Fax", 0.2, 0, 0.1]]
    assert caption(card()) == "Share of conversions by channel and model, computed from the journeys, %"


def test_value_is_shared_where_it_is_looked_at_and_supplied_shares_stay_of_conversions() -> None:
    """Email opens journeys worth 700 of 1,000 and closes 100."""
    worth = models_card(credited(), STATED, Shown.COMPUTED, DRAWING, None, what=VALUE)
    assert [row[:3] for row in table(worth)[1][:2]] == [["Direct", 0, 0.9], ["Email", 0.7, 0.1]]
    assert caption(worth) == "Share of value by channel and model, computed from the journeys, %"
    assert title(worth) == "What does each model credit?"
    apart = models_card(credited(), STATED, Shown.DIFFERENCE, DRAWING, None, what=VALUE)
    assert table(apart) == table(card(Shown.DIFFERENCE))
    assert caption(apart).startswith("Share of conversions")


def test_cells_have_percent_and_hover_the_pair() -> None:
    shades, _, words = figure(card()).data
    assert list(words.text)[:3] == ["80.0", "20.0", "50.0"]
    assert shades.hovertext[0].replace("\u00a0", " ") == "<b>80.0 %</b> Email, First touch"
    assert shades.zmin == 0


def test_journeys_of_channels_left_out_come_last() -> None:
    assert [row[0] for row in table(card(without=("Email",)))[1]] == ["Direct", "Fax", "(none)"]


def test_supplied_shares_are_shown_as_they_are() -> None:
    headings, rows = table(card(Shown.SUPPLIED))
    assert headings == ["Channel", "First touch", "Linear"]
    assert rows == [["Email", 0.6, 0.5], ["Post", 0.4, 0.5]]


def test_the_difference_is_of_what_both_know_and_centred_at_0() -> None:
    drawn = card(Shown.DIFFERENCE)
    assert table(drawn) == (["Channel", "First touch", "Linear"], [["Email", 0.8 - 0.6, 0.0]])
    shades = figure(drawn).data[0]
    assert shades.zmin == -shades.zmax
    assert list(figure(drawn).data[2].text) == ["+20.0", "0.0"]
    assert [column["unit"] for column in drawn["twin"]["columns"]] == ["", "points", "points"]
    assert caption(drawn) == "Share of conversions by channel and model, computed less supplied, in points"


def test_the_title_names_where_both_lie_furthest_apart() -> None:
    assert title(card()).replace("\u00a0", " ") == "Email by first touch: 80 % from the journeys, 60 % as supplied"
    assert title(card(stated=NOTHING)) == "What does each model credit?"


def test_nothing_is_made_of_a_difference_where_journeys_are_filtered() -> None:
    drawn = models_card(credited(), STATED, Shown.COMPUTED, DRAWING, None, whole=False)
    assert title(drawn) == "What does each model credit?"
    assert note(drawn).startswith("Supplied shares know nothing of what is filtered or left out.")


def test_the_note_names_strangers_what_is_not_loaded_and_models_without_an_answer() -> None:
    assert note(card()) == "Supplied only, in no journey: Post."
    assert note(card(stated=NOTHING)) == "No shares are supplied: channel_attribution is not loaded."
    assert "name none of the journeys' touchpoints" in note(card(stated=STATED.loc[["Post"]]))
    both = note(card(Shown.COMPUTED, STATED, "first", "time-decay-1", "time-decay-7"))
    assert both.startswith("Not shown: Time decay, 1 day and Time decay, 7 days, as time_decay: expected the times")


def test_no_supplied_share_draws_no_cell() -> None:
    assert table(card(Shown.SUPPLIED, NOTHING)) == (["Channel"], [])
    assert table(card(Shown.DIFFERENCE, NOTHING)) == (["Channel"], [])

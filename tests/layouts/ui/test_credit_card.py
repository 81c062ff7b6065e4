from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from analytics.credit_intervals import Certainty
from analytics.credits import CONVERSIONS, VALUE
from analytics.offers import offer
from layouts.ui.credit_card import Look, credit_card
from tests.layouts.ui.credited import Row, credited
from tests.layouts.ui.drawn import DRAWING, Card, caption, keys, note, plain, table, title

SURE = Certainty({"Email": (0.55, 0.99), "Fax": (0.02, 0.45), "Direct": (0.0, 0.0)})
SUPPLIED = pd.DataFrame({"first_touch": [60.0, 40.0]}, index=["Email", "Post"])
NOTHING = pd.DataFrame()
BOUGHT: Sequence[Row] = ((("Email", "Fax"), 3, 30, 0),)


def card(key: str = "first", *, sure: Certainty = SURE, supplied: pd.DataFrame = NOTHING, **given: Any) -> Card:  # noqa: ANN401
    rows = {name: given.pop(name) for name in ("rows", "without") if name in given}
    shown = credited(*given.pop("shown", ()), **rows)
    look = Look(offer(key), **{"what": CONVERSIONS, "days": None, "nulls": True, **given})
    return credit_card(shown, look, sure, supplied, DRAWING)


def marks(drawn: Card) -> go.Scatter:
    return drawn["figure"]["wide"].data[4]


def test_channels_are_ordered_by_the_model_looked_at() -> None:
    assert list(marks(card()).x) == [80, 20, 0]
    assert list(card()["figure"]["wide"].layout.yaxis.ticktext) == ["Email", "Fax", "Direct"]
    assert list(card("last")["figure"]["wide"].layout.yaxis.ticktext) == ["Direct", "Email", "Fax"]
    assert caption(card()) == "Share of 10 conversions by channel, %"


def test_a_narrow_figure_is_sent_along_for_the_phone() -> None:
    assert set(card()["figure"]) == {"wide", "narrow"}
    assert len(card()["figure"]["narrow"].layout.annotations) < len(card()["figure"]["wide"].layout.annotations)


def test_the_title_is_the_range_between_models_and_the_key_says_what_is_drawn() -> None:
    assert title(card()) == "Direct earns 0 % or 80 % of the credit, depending on the model"
    assert title(card(shown=("first",))) == "Who earns the credit by First touch?"
    assert keys(card()) == ["First touch with 95 % interval ", "2 other models, and the range of all "]
    assert keys(card(shown=("first",), sure=Certainty({}, reason="x"), supplied=SUPPLIED)) == [
        "First touch ",
        "Supplied ",
    ]
    assert keys(card(shown=("first", "last")))[1] == "1 other model, and the range of all "


def test_only_channels_that_open_journeys_filter_the_page_and_those_not_chosen_fade() -> None:
    drawn = card(members=("Email", "Fax"), chosen=("Fax",))
    assert list(marks(drawn).customdata) == ["Email", "Fax", None]
    assert len({marks(drawn).marker.color[place] for place in (0, 2)}) == 1
    assert marks(drawn).marker.color[1] != marks(drawn).marker.color[0]
    assert caption(drawn).endswith("select one to see the journeys it opens")
    assert title(drawn) == "Who earns the credit for journeys that Fax opens?"
    both = card(members=("Email", "Fax"), chosen=("Email", "Fax"))
    assert title(both) == "Who earns the credit for journeys that Email and Fax open?"


def test_the_note_says_what_is_within_the_noise_and_that_credit_is_not_cause() -> None:
    assert note(card()) == (
        "All credit to the first touch. No two neighbours are within the noise of each other. "
        "Credit is not cause: no model says what would happen if a budget moved."
    )
    unsure = Certainty(SURE.intervals, (("Email", "Fax"), ("Fax", "Direct")))
    assert "(the 95 % interval of the difference holds 0): Email over Fax and Fax over Direct." in note(
        card(sure=unsure)
    )
    assert "Without an interval: too long." in note(card(sure=Certainty({}, reason="too long")))


def test_value_is_shared_as_conversions_are() -> None:
    drawn = card("first", what=VALUE)
    assert caption(drawn) == "Share of ₹1,000 of value by channel, %"
    assert list(marks(drawn).x) == [70, 30, 0]
    assert table(drawn)[0][-2:] == ["First touch, lower end", "First touch, upper end"]


def test_markov_says_that_it_knows_no_lost_path() -> None:
    drawn = card("markov-1", rows=BOUGHT, shown=("markov-1",), nulls=False)
    assert "Every journey in view converts, so Markov knows no path that was lost." in note(drawn)
    assert "Every journey" not in note(card("linear", nulls=False))


def test_conversions_of_channels_left_out_are_a_row_and_said() -> None:
    drawn = card("first", without=("Email",), sure=Certainty({}), members=("Fax",))
    assert [row[0] for row in table(drawn)[1]] == ["Direct", "Fax", "(none)"]
    assert "2 conversions had only channels that are left out: (none)." in note(drawn)
    assert list(marks(drawn).customdata) == [None, "Fax", None]


@pytest.mark.parametrize(("key", "rows", "why"), [
    ("time-decay-7", BOUGHT, "No credit is given: time_decay: expected the times of all touches"),
    ("first", ((("Email",), 0, 0, 5),), "No credit is given: no journey in view converts."),
])  # fmt: skip
def test_without_an_answer_it_says_why(key: str, rows: Sequence[Row], why: str) -> None:
    drawn = card(key, rows=rows, shown=(key,))
    assert why in plain(drawn["note"])
    assert drawn["twin"] is None

import pandas as pd

from analytics.metrics import metric
from layouts.ui.shares_card import shares_card
from tests.layouts.ui.drawn import DRAWING, Card, caption, figure, keys, plain, table, title

CONVERSIONS = metric("conversions")


def card(amounts: dict[str, float], reason: str = "") -> Card:
    return shares_card(pd.Series(amounts, dtype=float), CONVERSIONS, "Linear", DRAWING, None, reason)


def test_the_largest_leads_and_stands_in_the_title() -> None:
    drawn = card({"Fax": 10, "Email": 30, "Direct": 20})
    assert title(drawn).replace("\u00a0", " ") == "Email earns 50 % under Linear"
    assert keys(drawn) == ["Email 50 %", "Direct 33 %", "Fax 17 %"]
    assert list(figure(drawn).data[0].values) == [30, 20, 10]
    assert caption(drawn) == "Conversions credited by Linear"


def test_from_the_fifth_of_more_than_five_on_they_are_together_but_not_in_the_table() -> None:
    drawn = card({name: 20 - place for place, name in enumerate("ABCDEF")})
    assert list(figure(drawn).data[0].labels) == ["A", "B", "C", "D", "Others"]
    assert list(figure(drawn).data[0].values)[-1] == 16 + 15
    assert [row[0] for row in table(drawn)[1]] == list("ABCDEF")


def test_a_click_filters_by_a_channel_that_opens_journeys() -> None:
    amounts = pd.Series({name: 20.0 - place for place, name in enumerate("ABCDEF")})
    drawn = shares_card(amounts, CONVERSIONS, "Linear", DRAWING, None, members=("A", "C", "F"))
    assert list(figure(drawn).data[0].customdata) == ["A", None, "C", None, None]
    assert caption(drawn) == "Conversions credited by Linear; select one to see the journeys it opens"


def test_a_tie_has_no_leader() -> None:
    assert title(card({"Email": 5, "Fax": 5})) == "Who shares the credit under Linear?"


def test_no_credit_says_why() -> None:
    assert "There is none: no journey in view converts." in plain(card({"Email": 0})["note"])
    assert "There is none: no times." in plain(card({}, "no times")["note"])

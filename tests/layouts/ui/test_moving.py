import math

import plotly.graph_objects as go

from analytics.lead_thresholds import Terms, thresholds
from layouts.ui.moving import at_threshold, cell, moving, sentence, unavailable
from tests.analytics.leadrows import leads
from tests.layouts.ui.drawn import plain, title

POINTS = thresholds(leads(), Terms(1, 3, capacity=3))


def test_each_threshold_has_its_place_and_words() -> None:
    base = moving(go.Figure(), POINTS, "false_alarms", "recall", at_threshold(POINTS, ["so"] * 101))
    places = base["places"]
    assert isinstance(places, list)
    assert len(places) == 101
    assert places[50] == (0.25, 0.75, "<b>Threshold 0.50</b><br>so")


def test_a_threshold_that_is_nowhere_on_the_chart_has_no_place() -> None:
    places = moving(go.Figure(), POINTS, "called", "profit", [""] * 101)["places"]
    assert isinstance(places, list)
    assert places[0][1] is None
    assert moving(go.Figure(), None, "called", "profit")["places"] == []


def test_a_card_without_a_chart_says_why() -> None:
    card = unavailable("ROC curve", sentence("no lead bought"))
    assert title(card) == "ROC curve"
    assert plain(card["note"]) == "ROC curve cannot be drawnNo lead bought."
    assert card["twin"] is None


def test_what_is_not_known_is_an_empty_cell() -> None:
    assert cell(math.nan) is None
    assert cell(2) == 2.0

import pandas as pd

from analytics.ranking import Order
from layouts.figures.curves import UNSURE
from layouts.ui.learning_card import importance_card, learning_card
from tests.analytics.leadrows import curve
from tests.layouts.ui.drawn import DRAWING, caption, figure, keys, note, table, title

FEATURES = pd.DataFrame(
    {"feature": ["b_c", "a", "d"], "importance": [0.2, 0.1, None], "importance_std": [0.05, None, 0.1]}
)


def test_two_lines_with_their_bands_and_where_they_end() -> None:
    card = learning_card(curve(), "The leads in view have an AUC of 0.714.", DRAWING)
    bands = [trace for trace in figure(card).data if trace.meta == UNSURE]
    assert list(bands[0].y) == [0.98, 0.81, 0.79, 0.92]
    assert keys(card) == ["Training 0.80", "Validation 0.78"]
    assert "as supplied" in caption(card)
    assert note(card) == "The file does not say which score it is. The leads in view have an AUC of 0.714."
    assert table(card)[1] == [[100, 0.95, 0.55, 0.03, 0.08], [200, 0.8, 0.78, 0.01, 0.01]]


def test_the_title_says_whether_the_bands_meet_at_the_end() -> None:
    assert title(learning_card(curve(), "", DRAWING)) == "Training and validation meet within their bands at 200 leads"
    assert title(learning_card(curve(0.9, 0.7), "", DRAWING)) == "At 200 leads training and validation are 0.20 apart"


def test_features_are_sorted_as_asked_those_without_a_value_last() -> None:
    orders = {
        Order.LARGEST: ["b_c", "a", "d"],
        Order.SMALLEST: ["a", "b_c", "d"],
        Order.NAME: ["a", "b_c", "d"],
    }
    for order, names in orders.items():
        assert [row[0] for row in table(importance_card(FEATURES, order, DRAWING))[1]] == names


def test_a_feature_has_whiskers_where_its_deviation_is_known() -> None:
    card = importance_card(FEATURES, Order.LARGEST, DRAWING)
    (whiskers,) = [trace for trace in figure(card).data if trace.meta == UNSURE]
    assert (list(whiskers.x), list(whiskers.error_x.array)) == ([0.2], [0.05])
    assert title(card) == "b c matters most to the model"
    assert table(card)[1] == [["b_c", 0.2, 0.05], ["a", 0.1, None], ["d", None, 0.1]]

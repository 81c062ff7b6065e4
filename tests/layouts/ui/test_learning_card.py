import pandas as pd

from layouts.figures.curve_traces import THIN, UNSURE
from layouts.ui.learning_card import COMPUTED, learning_card
from tests.analytics.leadrows import curve
from tests.layouts.ui.drawn import DRAWING, caption, figure, keys, note, plain, table, title

FITTED = pd.concat([curve(1.0, 0.68).assign(model="boosted"), curve(0.74, 0.72).assign(model="logistic")])


def test_two_lines_with_their_bands_and_where_they_end() -> None:
    card = learning_card(curve(), None, "The leads in view have an AUC of 0.714.", DRAWING)
    bands = [trace for trace in figure(card).data if trace.meta == UNSURE]
    assert list(bands[0].y) == [0.98, 0.81, 0.79, 0.92]
    assert keys(card) == ["Training 0.80", "Validation 0.78"]
    assert "as supplied" in caption(card)
    assert note(card) == "The file does not say which score it is. The leads in view have an AUC of 0.714."
    assert table(card)[1] == [[100, 0.95, 0.55, 0.03, 0.08], [200, 0.8, 0.78, 0.01, 0.01]]


def test_the_title_says_whether_the_bands_meet_at_the_end() -> None:
    met, apart = (learning_card(rows, None, "", DRAWING) for rows in (curve(), curve(0.9, 0.7)))
    assert title(met) == "Training and validation meet within their bands at 200 leads"
    assert title(apart) == "At 200 leads training and validation are 0.20 apart"


def test_the_baselines_are_thin_lines_beside_it_and_said_to_be_auc() -> None:
    card = learning_card(curve(), FITTED, "", DRAWING)
    thin = [trace for trace in figure(card).data if trace.line.width == THIN]
    assert [(trace.name, trace.line.dash, list(trace.y)) for trace in thin] == [
        ("Logistic regression", "2px,3px", [0.95, 0.74]),
        ("Logistic regression", None, [0.55, 0.72]),
        ("Boosted trees", "2px,3px", [0.95, 1]),
        ("Boosted trees", None, [0.55, 0.68]),
    ]
    assert keys(card) == ["Training 0.80", "Validation 0.78", "Logistic regression 0.72", "Boosted trees 0.68"]
    assert note(card).endswith(COMPUTED)
    assert table(card)[0][:2] == ["Model", "Leads trained on"]
    assert [row[0] for row in table(card)[1]] == ["Supplied"] * 2 + ["Logistic regression"] * 2 + ["Boosted trees"] * 2


def test_the_baselines_stand_alone_where_none_is_supplied() -> None:
    card = learning_card(None, FITTED, "", DRAWING)
    assert title(card) == "Logistic regression: an AUC of 0.72 after 200 leads"
    assert "supplied" not in caption(card) + note(card)
    assert keys(card) == ["Logistic regression 0.72", "Boosted trees 0.68"]


def test_without_either_it_says_which_file_it_needs() -> None:
    assert "needs learning_curve" in plain(learning_card(None, None, "", DRAWING)["note"])

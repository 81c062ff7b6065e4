import re
from typing import Any

import pandas as pd
import pytest

from analytics.ranking import Order
from layouts.figures.curve_traces import UNSURE
from layouts.ui.importance_card import importance_card
from tests.layouts.ui.drawn import DRAWING, caption, plain, table, title

FEATURES = pd.DataFrame(
    {"feature": ["b_c_encoded", "a", "d"], "importance": [0.2, 0.1, None], "importance_std": [0.05, None, 0.1]}
)
TRAINED = pd.DataFrame(
    {
        "model": ["logistic"] * 3 + ["boosted"] * 3,
        "feature": ["a", "b_c", "new"] * 2,
        "importance": [0.03, 0.01, 0.02, -0.01, 0.04, 0.0],
        "importance_std": [0.01] * 6,
    }
).astype({"model": "category", "feature": "category"})


def card(
    model: str, supplied: pd.DataFrame | None, trained: pd.DataFrame | None, order: Order = Order.LARGEST
) -> dict[str, Any]:
    drawn: Any = importance_card(supplied, trained, order, DRAWING)
    return {**drawn["figure"][model], "twin": drawn["twin"]}


def names(drawn: dict[str, Any]) -> list[str]:
    return [re.sub("<[^>]*>", "", name) for name in drawn["figure"].layout.yaxis.ticktext]


@pytest.mark.parametrize(
    ("order", "expected"),
    [(Order.LARGEST, ["b_c", "a", "d"]), (Order.SMALLEST, ["a", "b_c", "d"]), (Order.NAME, ["a", "b_c", "d"])],
)
def test_features_are_sorted_as_asked_those_without_a_value_last(order: Order, expected: list[str]) -> None:
    assert [row[0] for row in table(card("supplied", FEATURES, None, order=order))[1]] == expected


def test_a_feature_has_whiskers_where_its_deviation_is_known() -> None:
    drawn = card("supplied", FEATURES, None)
    (whiskers,) = [trace for trace in drawn["figure"].data if trace.meta == UNSURE]
    assert (list(whiskers.x), list(whiskers.error_x.array)) == ([0.2], [0.05])
    assert title(drawn) == "B c encoded matters most to the model"
    assert table(drawn)[1] == [["b_c", 0.2, 0.05], ["a", 0.1, None], ["d", None, 0.1]]


def test_the_baselines_keep_the_order_of_the_supplied_features() -> None:
    logistic, boosted = card("logistic", FEATURES, TRAINED), card("boosted", FEATURES, TRAINED)
    assert names(logistic) == names(boosted) == ["b c", "a", "new"]
    assert title(logistic) == "A matters most to the logistic regression"
    assert title(boosted) == "B c matters most to the boosted trees"
    assert caption(boosted).startswith("AUC lost on leads held out")
    (whiskers,) = [trace for trace in boosted["figure"].data if trace.meta == UNSURE]
    assert list(whiskers.x) == [0.04, -0.01, 0]


def test_the_table_sets_all_models_side_by_side() -> None:
    headings, rows = table(card("supplied", FEATURES, TRAINED))
    parts = [f"{model}{part}" for model in ("Supplied", "Boosted", "Logistic") for part in ("", ", deviation")]
    assert sorted(headings) == sorted(["Feature", *parts])
    assert rows[-1][0] == "new"
    told = dict(zip(headings, rows[-1], strict=True))
    assert (told["Supplied"], told["Logistic"], told["Boosted"]) == (None, 0.02, 0)


def test_what_is_not_there_says_what_it_needs() -> None:
    assert "needs feature_importance" in plain(card("supplied", None, TRAINED)["note"])
    assert "Nothing is trained yet" in plain(card("logistic", FEATURES, None)["note"])
    assert names(card("logistic", None, TRAINED)) == ["a", "new", "b c"]
    assert card("boosted", None, None)["twin"] is None

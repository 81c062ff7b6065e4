from typing import Any

import pandas as pd
import pytest

from analytics.classifier import auc, slices
from layouts.ui.slice_card import slice_card
from tests.layouts.ui.drawn import DRAWING, figure, note, plain, table, title

ACTUAL, SCORE = [1, 0, 1, 0, 1, 0], [0.8, 0.2, 0.2, 0.8, 0.5, 0.5]
MEMBERS = ["Right", "Right", "Wrong", "Wrong", "Small", "Small"]
WEIGHT = [50, 50, 50, 50, 4, 4]


def card(chosen: tuple[str, ...] = (), table: pd.DataFrame | None = None) -> dict[str, Any]:
    whole = auc(ACTUAL, SCORE, weight=WEIGHT)
    return slice_card(
        slices(ACTUAL, SCORE, MEMBERS, weight=WEIGHT) if table is None else table, whole, "group", chosen, DRAWING
    )


def test_slices_are_ranked_and_small_ones_come_last_and_pale() -> None:
    drawn = card()
    assert [row[0] for row in table(drawn)[1]] == ["Right", "Wrong", "Small"]
    assert list(figure(drawn).data[-1].customdata) == ["Right", "Wrong", "Small"]
    assert figure(drawn).data[2].marker.color.endswith("0.35)")
    assert note(drawn) == "Pale: fewer than 10 bought, or fewer than 10 did not."
    assert table(drawn)[1][0][:4] == ["Right", 100, 50, 0.5]
    assert table(drawn)[1][0][6] == 1.0


def test_a_slice_that_is_not_chosen_is_pale() -> None:
    colours = [trace.marker.color for trace in figure(card(("Wrong",))).data[:2]]
    assert [colour.endswith(",1)") for colour in colours] == [False, True]


@pytest.mark.parametrize(("reach", "said"), [(0.01, "better than the rest"), (2.0, "beyond doubt")])
def test_only_what_lies_beyond_doubt_is_the_title(reach: float, said: str) -> None:
    known = slices(ACTUAL, SCORE, MEMBERS, weight=WEIGHT)
    difference = known["auc_difference"]
    sure = known.assign(auc_difference_low=difference - reach, auc_difference_high=difference + reach).drop("Wrong")
    assert said in title(card(table=sure))


def test_one_outcome_alone_ranks_no_slice() -> None:
    nobody = [0, 0]
    drawn = slice_card(slices(nobody, [0.1, 0.2], ["A", "B"]), auc(nobody, [0.1, 0.2]), "group", (), DRAWING)
    assert "No lead bought." in plain(drawn["note"])

from typing import Any

import pandas as pd
import pytest

from analytics.classifier import slices
from analytics.slices import AUC, LIFT, PRECISION
from layouts.ui.slice_card import Sliced, slice_card
from layouts.ui.slice_measures import measure
from tests.layouts.ui.drawn import DRAWING, caption, figure, note, plain, table, title

ACTUAL, SCORE = [1, 0, 1, 0, 1, 0], [0.8, 0.2, 0.2, 0.8, 0.5, 0.5]
MEMBERS = ["Right", "Right", "Wrong", "Wrong", "Small", "Small"]
WEIGHT = [50, 50, 50, 50, 4, 4]


def sliced(threshold: float = 0.8, actual: list[int] = ACTUAL) -> Sliced:
    each, one = (slices(actual, SCORE, names, weight=WEIGHT, threshold=threshold) for names in (MEMBERS, ["All"] * 6))
    return Sliced(each, one.iloc[0], threshold, "group")


def card(name: str = AUC, *, chosen: tuple[str, ...] = (), found: Sliced | None = None) -> dict[str, Any]:
    return slice_card(found or sliced(), measure(name), chosen, DRAWING)


def test_slices_are_ranked_and_small_ones_come_last_and_pale() -> None:
    drawn = card()
    assert [row[0] for row in table(drawn)[1]] == ["Right", "Wrong", "Small"]
    assert list(figure(drawn).data[-1].customdata) == ["Right", "Wrong", "Small"]
    assert figure(drawn).data[2].marker.color.endswith("0.35)")
    assert note(drawn) == "Pale: fewer than 10 bought, or fewer than 10 did not."
    assert table(drawn)[1][0][:5] == ["Right", 100, 50, 50, 0.5]
    assert table(drawn)[1][0][7] == 1.0
    assert title(drawn) == "No group is ranked better or worse beyond doubt"


def test_the_file_says_which_score_calls_and_an_area_is_not_of_five() -> None:
    columns = card()["twin"]["columns"]
    assert [column["name"] for column in columns[:5]] == ["Group", "Leads", "Buyers", "Called from 0.80", "Base rate"]
    assert {column["unit"] for column in columns if column["name"].startswith("AUC")} == {""}
    assert {column["unit"] for column in card(PRECISION)["twin"]["columns"][7:]} == {"%"}


def test_precision_is_that_of_the_leads_called_and_told_against_the_rest() -> None:
    """At 0.8 Right calls 50, all buyers, Wrong 50, none of them; of the 100 called half are buyers."""
    drawn = card(PRECISION)
    assert caption(drawn).startswith("Buyers among the leads scored 0.80 or more by group with 95 % intervals")
    rows = {row[0]: row for row in table(drawn)[1]}
    assert [rows["Right"][3], rows["Right"][7], rows["Right"][10]] == [50, 1, 1]
    assert [rows["Small"][3], rows["Small"][7]] == [0, None]
    assert title(drawn) == "Calls in Right are right more often than in the rest: 100.0 %"
    said = figure(drawn).data[-1].hovertext[0].replace("\u00a0", " ")
    assert "Precision <b>100.0 %</b> (95 %: 92.9 % to 100.0 %)<br>100.0 % against the rest (95 %: " in said
    assert "or fewer than 10 were called." in note(drawn)


def test_lift_is_that_of_the_best_tenth_of_each() -> None:
    """Right's best tenth are 10 leads, all buyers where half are: a lift of 2; Wrong's holds none."""
    drawn = card(LIFT)
    rows = {row[0]: row for row in table(drawn)[1]}
    assert [rows["Right"][7], rows["Wrong"][7], rows["Small"][7]] == [2, 0, 1]
    assert "Lift of the best tenth of each by group" in caption(drawn)
    assert {note.text for note in figure(drawn).layout.annotations} >= {"Lift", "Leads", "2.00×", "10"}
    assert "or its best tenth is fewer than 10." in note(drawn)


def test_a_slice_that_is_not_chosen_is_pale() -> None:
    colours = [trace.marker.color for trace in figure(card(chosen=("Wrong",))).data[:2]]
    assert [colour.endswith(",1)") for colour in colours] == [False, True]


@pytest.mark.parametrize(("reach", "said"), [(0.01, "better than the rest"), (2.0, "beyond doubt")])
def test_only_what_lies_beyond_doubt_is_the_title(reach: float, said: str) -> None:
    found = sliced()
    apart = found.table["auc_difference"]
    sure = found.table.assign(auc_difference_low=apart - reach, auc_difference_high=apart + reach).drop("Wrong")
    assert said in title(card(found=Sliced(sure, found.whole, found.threshold, found.noun)))


@pytest.mark.parametrize(("name", "threshold", "why"), [
    (AUC, 0.5, "No lead bought."),
    (LIFT, 0.5, "No lead bought."),
    (PRECISION, 0.9, "No lead is scored 0.90 or more."),
    (PRECISION, float("nan"), "The scores are no probabilities."),
])  # fmt: skip
def test_where_nothing_is_known_it_says_why(name: str, threshold: float, why: str) -> None:
    drawn = card(name, found=sliced(threshold, [0] * 6))
    assert why in plain(drawn["note"])
    assert drawn["twin"] is None


def test_without_a_slice_it_says_so() -> None:
    none = slices([1, 0], [0.9, 0.1], pd.Series([None, None], dtype=object))
    assert "No lead in view reports its group." in plain(card(found=Sliced(none, pd.Series(), 0.5, "group"))["note"])

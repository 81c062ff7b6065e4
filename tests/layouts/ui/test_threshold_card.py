import re
from typing import Any

import numpy as np
import pytest

from analytics.lead_thresholds import Terms, thresholds
from analytics.leads import CLASS, Leads
from layouts.ui.threshold_card import no_threshold, threshold_card
from tests.analytics.leadrows import counted, leads
from tests.layouts.ui.drawn import DRAWING, plain, table
from tests.layouts.ui.parts import attribute, having, text

SOME = Terms(1, 3)
BEST = {"Best by Youden": 0.8, "As supplied": None, "Best by profit": 0.3}


def card(told: Leads | None = None) -> dict[str, Any]:
    told = told or leads()
    return threshold_card(told, thresholds(told, SOME), BEST, DRAWING)


def test_the_texts_of_a_threshold_worked_by_hand() -> None:
    texts = {name: value.replace("\u00a0", " ") for name, value in card()["figure"]["rows"][50].items()}
    assert texts["title"] == "At 0.50 the model misses 1 buyer"
    assert [texts[name] for name in ("tp", "fp", "fn", "tn", "tp_share")] == ["3", "1", "1", "3", "37.5 %"]
    assert [texts[name] for name in ("accuracy", "precision", "recall", "specificity", "f1", "mcc")] == [
        "75.0 %", "75.0 %", "75.0 %", "75.0 %", "0.75", "0.50",
    ]  # fmt: skip
    # Wilson's interval of 3 / 4.
    assert texts["precision_sure"] == "95 % interval: 30.1 % to 95.4 %."


def test_a_rate_that_is_not_defined_says_why() -> None:
    texts = card()["figure"]["rows"][100]
    assert (texts["precision"], texts["title"]) == ("n/a", "At 1.00 the model misses 4 buyers")
    assert texts["precision_sure"] == "Not available here: no lead reaches this threshold."
    assert card()["figure"]["rows"][0]["title"] == "At 0.00 the model misses no buyer"


def test_every_place_in_the_templates_has_a_text() -> None:
    base = card()["figure"]
    places = re.findall(r"\{(\w+)\}", text(base["outcome"]) + text(base["head"]))
    assert set(places) <= base["rows"][0].keys()
    assert len(base["rows"]) == 101


def test_the_histogram_holds_every_lead() -> None:
    up, down = card()["figure"]["figure"].data
    assert (sum(up.y), sum(down.y)) == (4, -4)


def test_a_button_for_each_threshold_that_is_best_by_something() -> None:
    buttons = having(card()["choices"], "nm-set")
    assert [(text(button), attribute(button, "data-threshold")) for button in buttons] == [
        ("Best by Youden 0.80", "0.8"),
        ("Best by profit 0.30", "0.3"),
    ]


@pytest.mark.parametrize(
    ("classes", "said"),
    [
        ([1.0, 1, 1, 1, 0, 0, 0, 0], "Any threshold above 0.4000 up to 0.6000 gives the supplied class: 0 of 8"),
        ([0.0, 1, 1, 1, 0, 0, 0, 0], "No threshold gives the supplied class: 1 of 8 leads disagree at 0.6000"),
        ([1.0] * 8, "The file supplies the same class for every lead in view."),
        ([np.nan] * 8, "The file supplies no class to check."),
    ],
)  # fmt: skip
def test_the_supplied_class_is_checked(classes: list[float], said: str) -> None:
    assert card(Leads.counted(counted().assign(**{CLASS: classes})))["note"].startswith(said)


def test_leads_that_are_left_out_and_scores_that_are_rounded_are_said() -> None:
    told = leads()
    note = card(Leads(told.rows, 3, True))["note"]
    assert note.endswith("3 leads report no score or no outcome: left out. Scores are counted to four decimals.")


def test_the_table_has_a_row_for_each_threshold() -> None:
    headings, rows = table(card())
    assert headings[:5] == ["Threshold", "Won", "Wasted", "Spared", "Missed"]
    assert rows[50][:6] == [0.5, 3, 1, 3, 1, 0.75]
    assert rows[100][headings.index("Precision")] is None


def test_without_probabilities_it_says_so_and_is_no_longer_waiting() -> None:
    card = no_threshold("The scores are no probabilities from 0 to 1.")
    base: Any = card["figure"]
    assert "no probabilities" in plain(base["outcome"])
    assert (base["head"], base["rows"]) == ([], [])

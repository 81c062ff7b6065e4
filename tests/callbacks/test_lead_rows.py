"""Lead scoring through its callbacks, on few rows worked by hand."""

from pathlib import Path
from typing import Any

import pytest

from app import create_server
from tests.analytics.leadrows import SCORES
from tests.callbacks.asking import Client, client_of, words
from tests.callbacks.scoring import CURVE, EIGHT, FEATURES, ask, importance, texts, twin
from tests.data.publishing import Rows, publish_rows


def on_rows(state: Path, leads: Rows = (), **others: Rows) -> Client:
    publish_rows(state, None, 0, **({"lead_scoring_results": leads} if leads else {}), **others)
    return client_of(create_server({"NOVAMART_STATE": str(state)}))


def test_eight_leads_by_hand(tmp_path: Path) -> None:
    answer = ask(on_rows(tmp_path, EIGHT), "call=1&win=3")
    assert answer.figures == ["8", "50.0 %", "0.812", "0.854", "0.175", "2.00 ×"]
    assert answer.words("leads-head").endswith("A threshold of 0.80 separates best, 0.30 earns most.")
    assert texts(answer, 50)["title"] == "At 0.50 the model misses 1 buyer"
    assert list(twin(answer, "calls")["Lead"]) == ["L0", "L1", "L2", "L3", "L4", "L5"]
    assert "needs learning_curve" in answer.words("lead-learning-note")
    assert "needs feature_importance" in words(importance(answer)["note"])


@pytest.mark.parametrize("missing", ["predicted_probability", "actual_converted"])
def test_leads_without_score_or_outcome_are_counted_and_left_out(tmp_path: Path, missing: str) -> None:
    silent = {**EIGHT[0], "lead_id": "L9", missing: None}
    answer = ask(on_rows(tmp_path, [*EIGHT, silent]), "top=99")
    assert answer.figures[0] == "8"
    assert "1 more report no score or outcome" in answer.words("leads-cards")
    assert "L9" not in list(twin(answer, "calls")["Lead"])


def test_only_silent_leads_say_why_there_is_nothing(tmp_path: Path) -> None:
    answer = ask(on_rows(tmp_path, [{**EIGHT[0], "actual_converted": None}]))
    assert "No lead in view reports a score and an outcome." in answer.words("leads-cards")
    assert answer.part("lead-cutoff-base", "data")["rows"] == []


def test_one_outcome_alone_says_so_in_each_card_and_the_rest_stands(tmp_path: Path) -> None:
    nobody = [{**row, "actual_converted": False} for row in EIGHT]
    answer = ask(on_rows(tmp_path, nobody, learning_curve=CURVE))
    for name in ("roc", "recall", "gains", "slices"):
        assert "No lead bought." in answer.words(f"lead-{name}-note")
    assert answer.words("lead-profit-head").startswith("No number of calls is expected to earn anything")
    assert "Nobody to call" in answer.words("lead-calls-rows")
    assert texts(answer, 50)["recall_sure"] == "Not available here: no lead bought."
    assert "0.95" in answer.words("lead-learning-head")


def test_scores_that_are_no_probabilities_are_ranked_but_not_cut(tmp_path: Path) -> None:
    points: list[dict[str, Any]] = [
        {**row, "predicted_probability": 100 * score} for row, score in zip(EIGHT, SCORES, strict=True)
    ]
    answer = ask(on_rows(tmp_path, points))
    assert answer.figures[2] == "0.812"
    base = answer.part("lead-cutoff-base", "data")
    assert "no probabilities" in words(base["outcome"])
    assert "no probabilities" in answer.words("lead-calibration-note")


def test_without_scored_leads_the_training_is_still_shown(tmp_path: Path) -> None:
    answer = ask(on_rows(tmp_path, learning_curve=CURVE, feature_importance=FEATURES))
    assert answer.part("leads-scored", "hidden") is True
    assert "lead_scoring_results" in answer.words("leads-cards")
    assert "0.25 apart" in answer.words("lead-learning-head")
    assert words(importance(answer)["head"]).startswith("Clicks matters most")


@pytest.mark.parametrize(
    "query",
    [
        "threshold=2&call=-5&win=nan&capacity=1e9&top=many&page=0&by=age&bands=x&sort=up",
        "industry=%3Cscript%3E",
        "page=99999999",
    ],
)
def test_what_a_link_cannot_ask_for_is_ignored(tmp_path: Path, query: str) -> None:
    answer = ask(on_rows(tmp_path, EIGHT), query)
    assert answer.figures[0] == "8"
    assert "₹500.00 a call, ₹1,000.00 a buyer" in answer.words("lead-profit-head")
    assert ("“call=-5”" in answer.words("lead-profit-note")) == ("call=-5" in query)


def test_a_view_without_leads_hides_the_cards_and_says_so(tmp_path: Path) -> None:
    client = on_rows(tmp_path, [*EIGHT, {**EIGHT[0], "lead_id": "X", "industry": "Finance"}])
    answer = ask(client, "industry=Finance&size=Small")
    assert "Nothing in this view" in answer.words("leads-cards")
    assert (answer.part("leads-scored", "hidden"), answer.part("leads-detail", "hidden")) == (True, True)


def test_an_attribute_that_no_lead_reports_says_so(tmp_path: Path) -> None:
    leads = [{**row, "lead_source": None} for row in EIGHT]
    answer = ask(on_rows(tmp_path, leads), "by=source")
    assert "No lead in view reports its lead source." in answer.words("lead-slices-note")
    assert answer.figures[0] == "8"

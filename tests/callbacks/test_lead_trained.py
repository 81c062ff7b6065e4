"""The page after a real training on the sample, against pandas and scikit-learn on what was kept."""

import shutil
from pathlib import Path

import pandas as pd
import pytest
from sklearn.metrics import average_precision_score, brier_score_loss, roc_auc_score

from data.store import Store
from tests.callbacks.asking import Answer, Client, having, words
from tests.callbacks.training import press, server_of, waited

MODELS = {"Supplied": "supplied", "Logistic regression": "logistic", "Boosted trees": "boosted"}
LINKS = ("", "size=Small", "industry=Finance&industry=Retail&source=Event")


@pytest.fixture(scope="module")
def state(sample_state: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, trained on by pressing the button."""
    folder = tmp_path_factory.mktemp("trained") / "state"
    shutil.copytree(sample_state, folder)
    client = server_of(folder)
    press(client)
    ended = waited(client)
    assert (ended.said, ended.done) == ("", True)
    assert "on 2,000 leads" in ended.head
    return folder


@pytest.fixture(scope="module")
def client(state: Path) -> Client:
    return server_of(state, "off")


@pytest.fixture(scope="module")
def scores(state: Path) -> pd.DataFrame:
    kept = Store(state).snapshot().trained
    assert kept is not None
    return kept.scores


def ask(client: Client, query: str = "") -> Answer:
    return client.ask(query, page="leads")


def in_view(scores: pd.DataFrame, query: str) -> pd.DataFrame:
    pairs = [pair.split("=") for pair in query.split("&") if pair]
    for key, column in (("industry", "industry"), ("size", "company_size"), ("source", "lead_source")):
        chosen = [value for name, value in pairs if name == key]
        scores = scores[scores[column].isin(chosen)] if chosen else scores
    return scores


@pytest.mark.parametrize("query", LINKS)
def test_the_table_agrees_with_scikit_learn(client: Client, scores: pd.DataFrame, query: str) -> None:
    supplied, *others = ask(client, query).part("lead-rivals-twin", "data")["rows"]
    for label, area, low, high, *ahead, precision, error in (supplied, *others):
        mine = in_view(scores[scores["model"] == MODELS[label]], query)
        actual, score = mine["actual_converted"], mine["predicted_probability"]
        expected = [measure(actual, score) for measure in (roc_auc_score, average_precision_score, brier_score_loss)]
        assert (area, precision, error) == pytest.approx(tuple(expected))
        assert low < area < high
        if label != "Supplied":
            assert ahead[0] == pytest.approx(area - supplied[1])
            assert ahead[1] < ahead[0] < ahead[2]


@pytest.mark.parametrize("name", ["roc", "recall", "gains", "profit"])
def test_each_curve_has_the_baselines_beside_it(client: Client, name: str) -> None:
    drawn = ask(client).part(f"lead-{name}-base", "data")["figure"]["data"]
    assert [trace["name"] for trace in drawn[:2]] == ["Logistic regression", "Boosted trees"]
    assert len(having(ask(client).part(f"lead-{name}-head"), "nm-key")) == 3


def test_so_has_calibration(client: Client) -> None:
    drawn = ask(client).part("lead-calibration-figure", "figure")["data"]
    assert [trace["name"] for trace in drawn[:2]] == ["Logistic regression", "Boosted trees"]


def test_the_keys_follow_the_filter(client: Client, scores: pd.DataFrame) -> None:
    mine = in_view(scores[scores["model"] == "boosted"], "size=Small")
    area = roc_auc_score(mine["actual_converted"], mine["predicted_probability"])
    assert f"Boosted trees {area:.3f}" in [
        words(node) for node in having(ask(client, "size=Small").part("lead-roc-head"), "nm-key")
    ]


def test_each_model_has_its_importances_and_the_order_is_one(client: Client) -> None:
    base = ask(client).part("lead-importance-base", "data")
    assert [*base] == ["supplied", "logistic", "boosted"]
    assert "matters most to the boosted trees" in words(base["boosted"]["head"])
    orders = [base[model]["figure"]["layout"]["yaxis"]["ticktext"] for model in ("logistic", "boosted")]
    assert orders[0] == orders[1]
    assert len(orders[0]) == 12


def test_the_learning_curves_say_which_score_they_are(client: Client) -> None:
    answer = ask(client)
    assert "The thin lines are AUC" in answer.words("lead-learning-note")
    assert len(having(answer.part("lead-learning-head"), "nm-key")) == 4


def test_nothing_is_said_to_stand_out_that_the_intervals_do_not_show(client: Client) -> None:
    answer = ask(client)
    found = [words(node) for node in having(answer.part("leads-insights"), "nm-insight-kind")]
    rows = answer.part("lead-rivals-twin", "data")["rows"]
    assert ("Outranked" in found) == any(row[5] > 0 for row in rows[1:])


def test_a_filter_that_means_nothing_leaves_all_leads(client: Client) -> None:
    answer = ask(client, "industry=Nowhere")
    assert answer.part("leads-judged", "hidden") is False
    assert "on the same 2,000 leads," in answer.words("lead-rivals-head")


def test_where_nothing_was_trained_the_page_is_as_before(sample_state: Path) -> None:
    answer = ask(server_of(sample_state))
    assert answer.part("leads-judged", "hidden") is True
    assert having(answer.part("lead-roc-head"), "nm-key") == []
    assert "Nothing is trained yet" in words(answer.part("lead-importance-base", "data")["logistic"]["note"])
